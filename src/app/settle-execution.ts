import type { CommandId, ExecutionResult } from '../domain/run/events.ts';
import type { Claim } from './ports/ledger.ts';
import type { RunSession } from './run-session.ts';

/** `claim` is undefined where the ledger has none, and so nothing beside which a result could stand. */
type Settlement = {
  readonly command: CommandId;
  readonly claim: Claim | undefined;
  readonly result: ExecutionResult;
};

/**
 * Writes down how an execution ended: the result for everybody, then the event of the run. An unknown end is no result: it stays
 * open beside its claim until the system or a person has said what happened.
 */
export async function settleExecution(
  session: RunSession,
  { command, claim, result }: Settlement,
): Promise<void> {
  const isWritten =
    claim !== undefined && result.is !== 'unknown' && (await session.results.write(claim, result));
  session.notes.delete(command);
  // What stands beside its claim is not lost; the log follows with what comes next.
  session.journal.record([{ type: 'execution-ended', command, result }], isWritten ? 'later' : 'now');
}
