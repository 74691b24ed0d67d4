import type { Instruction } from '../../sop/document.ts';

export type Hold = Extract<Instruction, { kind: 'hold-for' | 'hold-until' }>;

export const isHold = (instruction: Instruction): instruction is Hold =>
  instruction.kind === 'hold-for' || instruction.kind === 'hold-until';

const bulletStart = /\n\s*(?:[-*+]|\d+[.)])\s/;

/** `hold for 4 hours and notify Logistics`: what is joined to a hold happens when it begins. */
export function joinedToHold(
  source: string,
  instructions: readonly Instruction[],
  at: number,
): readonly Instruction[] {
  const hold = instructions[at];
  if (!hold || !isHold(hold)) return [];
  let end = at + 1;
  for (; end < instructions.length; end += 1) {
    const between = source.slice(instructions[end - 1]?.span.to, instructions[end]?.span.from);
    if (bulletStart.test(between) || !between.trim()) break;
  }
  return instructions.slice(at + 1, end);
}
