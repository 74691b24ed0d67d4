import { errorAt } from '../../facts/found-problem.ts';
import type { Body, Instruction } from '../document.ts';
import type { Clause } from '../instruction/split-clauses.ts';
import type { List } from '../markdown/block.ts';
import type { Reading } from '../reading.ts';
import { bodiesOf, type BodyDraft, type ChainDraft, type Refusable } from './draft.ts';
import type { BodySource } from './read-body.ts';

type Options = {
  readonly cites: readonly string[];
  /** The bullets below it. */
  readonly lists: readonly List[];
  readonly draft: BodyDraft;
  readonly reading: Reading;
  readonly readRefused: (source: BodySource, gatePath: string) => Body;
};

/**
 * Gives an `If refused` to the nearest gate or judgement before it, also one inside an `If` of the same body. Answers whether
 * there is one.
 */
export function attachRefused(clause: Clause, options: Options): boolean {
  const { cites, lists, draft, reading } = options;
  const gate = lastGate(draft.instructions);
  const inline = clause.rest.isEmpty ? undefined : { phrase: clause.rest, cites };
  const mistake = findMistake(gate, { hasBody: inline !== undefined || lists.length > 0 });
  if (!gate && !reading.declared.isCodified) return false;
  const body = options.readRefused({ inline, lists }, gate?.path ?? '');
  if (mistake) reading.report(errorAt(clause.whole.span, { id: 'syntax', message: mistake }));
  else if (gate) gate.refused = body;
  return gate !== undefined;
}

function findMistake(
  gate: Refusable | undefined,
  { hasBody }: { readonly hasBody: boolean },
): string | undefined {
  if (!gate) return '“If refused” stands without a “Gate” or “Judge” before it in the same list.';
  if (gate.refused)
    return `There are two “If refused” for the same ${gate.kind === 'gate' ? 'gate' : 'judgement'}.`;
  return hasBody
    ? undefined
    : 'It is not said what to do here. Write it behind the colon, or in bullets below.';
}

function lastGate(instructions: readonly (Instruction | ChainDraft)[]): Refusable | undefined {
  for (const instruction of instructions.toReversed()) {
    const gate = isGate(instruction)
      ? instruction
      : instruction.kind === 'if'
        ? lastGateInside(instruction)
        : undefined;
    if (gate) return gate;
  }
  return undefined;
}

function lastGateInside(chain: Instruction & { kind: 'if' }): Refusable | undefined {
  const gates = bodiesOf(chain).flatMap(({ instructions }) => lastGate(instructions) ?? []);
  return gates.toSorted((left, right) => left.span.from - right.span.from).at(-1);
}

function isGate(instruction: Instruction): instruction is Refusable {
  return instruction.kind === 'gate' || instruction.kind === 'judge';
}
