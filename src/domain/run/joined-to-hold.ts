import type { Instruction } from '../sop/document.ts';

export type HoldInstruction = Extract<Instruction, { kind: 'hold-for' | 'hold-until' }>;

export const isHold = (instruction: Instruction): instruction is HoldInstruction =>
  instruction.kind === 'hold-for' || instruction.kind === 'hold-until';

const bulletStart = /\n\s*(?:[-*+]|\d+[.)])\s/;

/**
 * `hold for 4 hours and notify Logistics`: the instructions behind a hold that stand in its bullet. They happen when the hold begins.
 * `at` is the place of the hold among the instructions of its body; nothing is joined to what is no hold.
 */
export function joinedToHold(
  source: string,
  instructions: readonly Instruction[],
  at: number,
): readonly Instruction[] {
  const hold = instructions[at];
  if (!hold || !isHold(hold)) return [];
  let end = at + 1;
  for (; end < instructions.length; end++) {
    const between = source.slice(instructions[end - 1]?.span.to, instructions[end]?.span.from);
    if (bulletStart.test(between) || !between.trim()) break;
  }
  return instructions.slice(at + 1, end);
}
