import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import type { Instruction } from '../../sop/document.ts';
import { firstLine, type Flow } from './flow.ts';

/** Why a branch or a row is never taken. */
export type Never = 'never-yes' | 'covered' | 'ruled-out';

type NeverTaken = {
  readonly because: Never;
  /** `This branch`, `Row 3`. */
  readonly what: string;
  readonly condition?: string;
};

/** A branch or a row that no run takes, with the reason. */
export function neverTaken(place: Span, { because, what, condition }: NeverTaken): Problem {
  const words = condition === undefined ? 'its condition' : quoted(condition);
  const reasons = {
    'never-yes': `${words} can never be yes`,
    covered:
      condition === undefined
        ? 'those above already cover everything that it says'
        : `those above already cover ${words}`,
    'ruled-out': `${words} is already ruled out by what stands around it`,
  } satisfies Record<Never, string>;
  return errorAt(place, {
    id: 'unreachable',
    message: `${what} is never taken: ${reasons[because]}. Delete it, or change what it asks.`,
    values: { condition, because },
  });
}

/** Instructions and steps that nothing leads to, because what stands before them always ends the run or leads away. */
export function findDeadEnds({ sop, walked, isSpoilt }: Flow): readonly Problem[] {
  // A checklist is ticked off by people, who read on whatever it says.
  if (sop.inputs.length === 0 && sop.actions.length === 0) return [];
  const instructions = walked.deadEnds
    .filter(({ ending, dead }) => !isSpoilt({ from: ending.span.from, to: dead.span.to }))
    .map(({ ending, dead }) => {
      const words = quoted(sop.source.slice(ending.span.from, ending.span.to));
      return errorAt(dead.span, {
        id: 'unreachable',
        message: `Nothing behind ${words} is ever done: ${whyEnd(ending)}. Put this before it, or delete it.`,
        values: { because: 'behind-the-end', ending: sop.source.slice(ending.span.from, ending.span.to) },
      });
    });
  const isSure = !sop.steps.some(({ span }) => isSpoilt(span));
  const steps = (isSure ? walked.deadSteps : []).map(({ span, number }) =>
    errorAt(firstLine(sop, span), {
      id: 'unreachable',
      message: `No run comes to step ${String(number)}: what stands before it always ends the run or leads past it. Change that, or delete this step.`,
      values: { because: 'behind-the-end', step: String(number) },
    }),
  );
  return [...instructions, ...steps];
}

function whyEnd({ kind }: Instruction): string {
  switch (kind) {
    case 'if':
      return 'it ends the run or leads away in every way';
    case 'decide':
      return 'every row of the table ends the run';
    case 'go-to-step':
      return 'the run goes on elsewhere';
    default:
      return 'it ends the run';
  }
}
