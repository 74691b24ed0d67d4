import { quoted } from '../../facts/found-problem.ts';
import { warningAt } from '../../sop/problem-at.ts';
import type { Template } from '../../sop/document.ts';
import type { Rule } from '../rule.ts';
import { walkDocument } from '../walk-document.ts';

/** `Escalate to Tier 2` without `because "…"`: the note and the tag of the escalation would say nothing. */
export const escalationWithoutReason: Rule = ({ sop }) =>
  walkDocument(sop).flatMap(({ instruction }) => {
    if (instruction.kind !== 'escalate' || saysSomething(instruction.because)) return [];
    const { team, span } = instruction;
    const message = `${quoted(team)} is not told why. Write “escalate to ${team} because "…"”: the reason stands in the note and is counted.`;
    return [warningAt(span, { id: 'escalation-without-reason', message, values: { team } })];
  });

function saysSomething(because: Template | undefined): boolean {
  return because?.some((piece) => 'fact' in piece || piece.text.trim() !== '') ?? false;
}
