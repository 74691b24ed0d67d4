import type { Instruction } from '../sop/document.ts';

const bulletStart = /\n\s*(?:[-*+]|\d+[.)])\s/;

/**
 * `hold for 4 hours and notify Logistics`: how many of the instructions behind a hold stand in its bullet. They happen when the hold
 * begins, as in src/domain/run/run-body.ts.
 */
export function joinedToHold(source: string, instructions: readonly Instruction[], at: number): number {
  let end = at + 1;
  for (; end < instructions.length; end++) {
    const between = source.slice(instructions[end - 1]?.span.to, instructions[end]?.span.from);
    if (bulletStart.test(between) || !between.trim()) break;
  }
  return end - at - 1;
}
