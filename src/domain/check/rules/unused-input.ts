import { quoted } from '../../facts/found-problem.ts';
import type { FactName } from '../../facts/value.ts';
import { createVocabulary } from '../../facts/vocabulary.ts';
import type { Instruction, Sop } from '../../sop/document.ts';
import { infoAt } from '../../sop/problem-at.ts';
import { factsInTemplate, factsOfInstruction } from '../facts-of-instruction.ts';
import { placeOfName } from '../place-of-name.ts';
import type { Rule } from '../rule.ts';
import { findSpoiltText } from '../spoilt-text.ts';
import { walkDocument } from '../walk-document.ts';

/** A fact of the header that nothing asks for. Examples only give facts; they use none. */
export const unusedInput: Rule = (checking) => {
  const { sop } = checking;
  const spoilt = findSpoiltText(checking);
  const used = usedFacts(sop);
  return sop.inputs
    .filter(({ name }) => !used.has(name) && !spoilt.mentions(name))
    .map(({ name, span }) => {
      const message = `Nothing uses ${quoted(name)}. Use it in a condition, an action or a text, or take it out of the header.`;
      const place = placeOfName(sop.source, span, { name, which: 'first' }) ?? span;
      return infoAt(place, { id: 'unused-input', message, values: { name } });
    });
};

function usedFacts(sop: Sop): ReadonlySet<FactName> {
  const { matches, records, actions, edgeCases, decisions, replies } = sop;
  const expressions = [
    ...(matches ? [matches] : []),
    ...actions.flatMap(({ parameters, onlyIf }) => [
      ...parameters.map(({ value }) => value),
      ...(onlyIf ? [onlyIf] : []),
    ]),
    ...edgeCases.map(({ condition }) => condition),
    ...decisions.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  ];
  return new Set([
    ...expressions.flatMap(({ facts }) => facts),
    ...records.map(({ by }) => by),
    ...replies.flatMap(({ text }) => factsInTemplate(text).map(({ fact }) => fact)),
    ...walkDocument(sop).flatMap(({ instruction }) => factsUsedBy(sop, instruction)),
    ...factsInColumns(sop),
    ...factsOfLookUps(sop),
  ]);
}

function factsUsedBy(sop: Sop, instruction: Instruction): readonly FactName[] {
  switch (instruction.kind) {
    case 'if':
      return instruction.branches.flatMap(({ condition }) => condition.facts);
    case 'manual':
    case 'propose':
    case 'decide':
      return [];
    default:
      return factsOfInstruction(sop, instruction).map(({ fact }) => fact);
  }
}

/** A column uses its fact although every cell below it may be `any`. */
function factsInColumns({ inputs, decisions }: Sop): readonly FactName[] {
  const { vocabulary } = createVocabulary(inputs);
  return decisions
    .flatMap(({ columns }) => columns)
    .flatMap(({ text }) =>
      [...text.matchAll(/[\p{L}\p{N}_]+/gu)].flatMap(
        ({ index }) => vocabulary.matchAt(text, index)?.fact.name ?? [],
      ),
    );
}

/** Facts by which systems find their records where the SOP declares no other way. Source: SOP language, section 1, `records`. */
const lookUpNames: readonly FactName[] = ['order number', 'tracking number', 'order value'];

function factsOfLookUps({ inputs, actions }: Sop): readonly FactName[] {
  const systems = [
    ...inputs.flatMap(({ source }) => (source.from === 'system' ? [source.system] : [])),
    ...actions.map(({ system }) => system),
  ];
  if (systems.every((system) => system === 'zendesk')) return [];
  return inputs.map(({ name }) => name).filter((name) => lookUpNames.includes(name.toLowerCase()));
}
