import { quoted } from '../../facts/found-problem.ts';
import type { Span } from '../../facts/problem.ts';
import { warningAt } from '../../sop/problem-at.ts';
import type { Rule } from '../rule.ts';
import { findSpoiltText, type SpoiltText } from '../spoilt-text.ts';
import { walkDocument, type DocumentPart, type PlacedInstruction } from '../walk-document.ts';

/**
 * A proposal that no policy stands behind: neither its bullet, nor what it stands under, cites evidence. A table also rests on what
 * the bullets and steps cite that decide it.
 */
export const actionWithoutEvidence: Rule = ({ sop, found }) => {
  const instructions = walkDocument(sop);
  const isRested = tablesWithEvidence(instructions, findSpoiltText({ sop, found }));
  const undefinedCites = found.filter(({ id }) => id === 'undefined-evidence');
  return instructions.flatMap(({ instruction, part, cites }) => {
    if (instruction.kind !== 'propose' || cites.length > 0 || isRested(part)) return [];
    // A label that nothing defines is reported itself, and was meant as evidence.
    if (undefinedCites.some(({ from }) => isInside(spanOf(part), from))) return [];
    const { action, span } = instruction;
    const message = `Nothing says which policy allows ${quoted(action)} here. Write the label of an evidence line, such as [P1], behind the bullet or the name of the step.`;
    return [warningAt(span, { id: 'action-without-evidence', message, values: { name: action } })];
  });
};

/** Tells whether a part is a table that is decided with evidence, wherever it is decided. */
function tablesWithEvidence(
  instructions: readonly PlacedInstruction[],
  spoilt: SpoiltText,
): (part: DocumentPart) => boolean {
  const tables = new Map<string, boolean>();
  for (const { instruction, cites } of instructions) {
    if (instruction.kind !== 'decide') continue;
    tables.set(instruction.table, (tables.get(instruction.table) ?? true) && cites.length > 0);
  }
  // Where the bullet that decides a table has a mistake, nobody can say what the table rests on.
  return (part) =>
    part.is === 'decision' && (tables.get(part.decision.name) ?? spoilt.mentions(part.decision.name));
}

function spanOf(part: DocumentPart): Span {
  switch (part.is) {
    case 'step':
      return part.step.span;
    case 'decision':
      return part.decision.span;
    case 'edge-case':
      return part.edge.span;
  }
}

function isInside({ from, to }: Span, at: number): boolean {
  return from <= at && at <= to;
}
