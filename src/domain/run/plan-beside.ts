import type { CommandPlace, ProposalCommand } from './commands.ts';
import type { AddedAction, ProposalAdded, RunEvent } from './events.ts';
import { LogDoesNotFit } from './log-does-not-fit.ts';
import type { Logged } from './log-index.ts';
import type { ProposalState, TraceResult } from './plan.ts';
import { lastEnding, stateOf } from './proposal-state.ts';
import type { Walk } from './walk.ts';

type Addition = Logged<RunEvent & ProposalAdded>;

/** What somebody may add a proposal to: a proposal of the run, a question that it asks. */
type About = CommandPlace & Partial<Pick<ProposalCommand, 'needs'>>;

/** The one thing by which a colleague is asked: an internal note that names the team. It changes nothing about who works the ticket. */
export const askOperation = 'zendesk.notify';

/**
 * Puts what people have proposed beside the SOP into the plan, right behind what it is about. It leads the run nowhere: the walk goes
 * on as if it were not there. Taking something back needs the role that doing it needed.
 */
export function planBeside(walk: Walk, about: About): void {
  for (const addition of walk.log.addedAbout(about.id)) {
    if (walk.plan.some(({ id }) => id === addition.event.command)) continue;
    planAddition(walk, addition, about);
  }
}

/** What is about nothing that the run came past: a question that is not asked any more stays in its step, anything else does not fit. */
export function planOtherAdditions(walk: Walk): void {
  for (const addition of walk.log.added) {
    const { command, about, because } = addition.event;
    if (walk.plan.some(({ id }) => id === command)) continue;
    if (because === 'undo') throw new LogDoesNotFit(command, 'which takes back what this run never did');
    planAddition(walk, addition, placeOfStep(walk, about));
  }
}

function planAddition(walk: Walk, { event }: Addition, about: About): void {
  const { command: id, because, action, by } = event;
  if (!isAllowed(walk, event)) throw new LogDoesNotFit(id, 'with another action than can be added there');
  const item = {
    id,
    span: about.span,
    cites: about.cites,
    step: about.step,
    kind: because === 'undo' ? 'propose' : 'notify',
    action: undefined,
    operation: action.operation,
    parameters: action.parameters,
    needs: because === 'undo' ? about.needs : undefined,
    attempt: 0,
    added: { about: event.about, because, by, at: event.at },
    state: stateOfAddition(walk, event),
  } as const;
  walk.plan.push(item);
  const result = traceResult(because, item.state);
  const { span, step } = about;
  if (result)
    walk.trace.push({
      id,
      step,
      ...span,
      text: walk.sop.source.slice(span.from, span.to),
      result,
      facts: [],
    });
  planBeside(walk, item);
}

/** An undo does exactly what the execution said would take it back; a colleague is asked by a note and by nothing else. */
function isAllowed({ log }: Walk, { about, because, action }: ProposalAdded): boolean {
  if (because === 'ask-colleague') return action.operation === askOperation;
  return log
    .peek(about, 'execution-ended')
    .some(
      ({ event: { result } }) =>
        result.is === 'succeeded' && result.undo !== undefined && isSame(result.undo, action),
    );
}

function isSame(one: AddedAction, other: AddedAction): boolean {
  return one.operation === other.operation && parametersText(one) === parametersText(other);
}

/** A ledger may give the parameters back in another order. */
function parametersText({ parameters }: AddedAction): string {
  return JSON.stringify(Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What was begun was approved, whatever somebody else has said about it at the same time. */
function stateOfAddition(walk: Walk, { command }: ProposalAdded): ProposalState {
  const decisions = walk.log.all(command, 'proposal-decided');
  const ended = lastEnding(walk, command);
  const isBegun = ended !== undefined || walk.log.find(command, 'execution-intended') !== undefined;
  const decided = decisions.findLast(({ event }) => !isBegun || event.decision === 'approved');
  if (!decided && isBegun) throw new LogDoesNotFit(command, 'which was carried out and never approved');
  return decided ? stateOf(walk, command, decided, ended) : { is: 'waiting' };
}

function traceResult(because: ProposalAdded['because'], state: ProposalState): TraceResult | undefined {
  const result = state.is === 'ended' ? state.result.is : state.is;
  if (because === 'ask-colleague') return result === 'succeeded' ? 'colleague-asked' : undefined;
  switch (result) {
    case 'succeeded':
      return 'undone';
    case 'failed':
      return 'undo-failed';
    case 'rejected':
      return 'undo-rejected';
    case 'unknown':
      return 'unknown';
    case 'waiting':
    case 'planned':
    case 'approved':
    case 'running':
      return 'undo-proposed';
  }
}

/** Paths begin with the number of their step; an edge case has none. */
function placeOfStep({ sop }: Walk, id: string): About {
  const number = Number(/^\d+/.exec(id)?.[0] ?? 0);
  const step = sop.steps.find((of) => of.number === number);
  return { id, span: step?.span ?? { from: 0, to: 0 }, cites: step?.cites ?? [], step: step ? number : 0 };
}
