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
  record(session, command, { result, isWritten });
}

/**
 * The same for an end that was found out, by asking the system or by a person who looked. Somebody else may have found out otherwise at
 * the same moment: the first that was written down beside the claim is the end for everybody.
 */
export async function settleFoundOut(
  session: RunSession,
  { command, claim, result }: Settlement,
): Promise<void> {
  const isWritten = claim !== undefined && (await session.results.write(claim, result));
  const standing = isWritten ? await storedResult(session, command) : undefined;
  record(session, command, { result: standing ?? result, isWritten });
}

/** Undefined where it cannot be read now, or is not believed. */
async function storedResult(
  { context }: RunSession,
  command: CommandId,
): Promise<ExecutionResult | undefined> {
  try {
    return (await context.ports.ledger.claims(context.runId, [command])).get(command)?.result;
  } catch {
    return undefined;
  }
}

type Recorded = { readonly result: ExecutionResult; readonly isWritten: boolean };

function record(session: RunSession, command: CommandId, { result, isWritten }: Recorded): void {
  session.notes.delete(command);
  // What stands beside its claim is not lost; the log follows with what comes next.
  session.journal.record([{ type: 'execution-ended', command, result }], isWritten ? 'later' : 'now');
}
