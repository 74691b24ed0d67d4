import type { CommandId, ExecutionResult, ProposalDecided, RunEvent } from './events.ts';
import type { Logged } from './log-index.ts';
import type { ProposalState } from './plan.ts';
import type { Walk } from './walk.ts';

type Decided = Logged<RunEvent & ProposalDecided>;

/** A later ending replaces `unknown`: the system was asked, or a person settled it. The first definite one stays. */
export function lastEnding(walk: Walk, command: CommandId) {
  const endings = walk.log.all(command, 'execution-ended');
  return endings.find(({ event }) => event.result.is !== 'unknown') ?? endings.at(-1);
}

/** What became of a proposal that was decided. */
export function stateOf(
  walk: Walk,
  command: CommandId,
  { event }: Decided,
  ended: Logged<RunEvent & { result: ExecutionResult }> | undefined,
): ProposalState {
  if (event.decision === 'rejected') return { is: 'rejected', by: event.by, reason: event.reason };
  const { by, parameters, edited, digest } = event;
  const intended = walk.log.find(command, 'execution-intended');
  if (ended) return { is: 'ended', by, parameters, edited, result: ended.event.result, at: ended.event.at };
  if (intended)
    return {
      is: 'running',
      by,
      parameters,
      edited,
      digest,
      key: intended.event.key,
      since: intended.event.at,
    };
  return { is: 'approved', by, parameters, edited, digest };
}
