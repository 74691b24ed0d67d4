import { evaluateLock } from './evaluate-lock.ts';
import { adoptClaim } from './adopt-claim.ts';
import { claimEvents, isAbandoned, lockName } from './execution-claim.ts';
import { spendApproval } from '../domain/decisions/verify-approval.ts';
import type { VerifiedApproval } from '../domain/decisions/approval.ts';
import type { ExecutionResult, Failure, Instant, Person } from '../domain/run/events.ts';
import type { Claim, ClaimAnswer } from './ports/ledger.ts';
import { actionContext } from './preparations.ts';
import { reasonOf } from './reason-of.ts';
import { settleExecution } from './settle-execution.ts';
import type { RunSession } from './run-session.ts';
import { isForGood } from './is-for-good.ts';
import { planItem } from './run-context.ts';

/** What came of carrying out an approval. */
export type Executed =
  | { readonly is: 'ended'; readonly result: ExecutionResult }
  /** Somebody else is at it. */
  | { readonly is: 'elsewhere'; readonly by: Person | undefined; readonly since: Instant }
  /** It was begun before and nobody knows how it ended. */
  | { readonly is: 'left-behind' }
  /** Nothing was done: it could not be written down first. */
  | { readonly is: 'not-recorded'; readonly reason: string };

/** An approval reached `execute` a second time, or without having been verified. */
class ApprovalNotVerified extends Error {
  constructor(command: string) {
    super(`Cannot execute “${command}”: its approval was executed before or not verified. Approve it again.`);
    this.name = 'ApprovalNotVerified';
  }
}

/**
 * Carries out an approved action, once. In this order: the browser's lock, the log that leads to it in the ledger, the claim that everybody sees and that is the intent,
 * the second lock of the SOP, the call, the result. From the claim on the action may have happened; nothing is sent before it.
 * Source: docs/systems.md, “Doing a thing once”.
 */
export async function execute(session: RunSession, verified: VerifiedApproval): Promise<Executed> {
  const { runId, command } = verified.approval;
  if (!spendApproval(verified)) throw new ApprovalNotVerified(command);
  const { lock, clock } = session.context.ports;
  const executed = await lock.hold(lockName(runId, command), () => claimAndCarryOut(session, verified));
  return executed ?? { is: 'elsewhere', by: undefined, since: clock.now() };
}

async function claimAndCarryOut(session: RunSession, verified: VerifiedApproval): Promise<Executed> {
  const led = await session.journal.log.answersSaved();
  if (led.is === 'failed') return { is: 'not-recorded', reason: led.reason };
  const claim = claimOf(session, verified);
  const claimedAt = session.context.ports.clock.now();
  const answer = await askForClaim(session, claim);
  if (answer.is === 'unavailable') return { is: 'not-recorded', reason: answer.reason };
  if (answer.is === 'taken') return adoptClaim(session, verified.approval.command, answer);
  const proposed = planItem(session.context, claim.command)?.parameters ?? {};
  // The claim is the intent, and it is in the ledger. The log follows: beside the call, or with what comes next.
  const kind = session.context.ports.actions.kind(verified.approval.operation);
  session.journal.note(claimEvents(claim, proposed), isForGood(kind) ? 'now' : 'later');
  return { is: 'ended', result: await carryOut(session, verified, { claim, claimedAt }) };
}

/** The same claim for every try of the same thing in this session, so that a try whose claim had no clear answer can be repeated. */
function claimOf(session: RunSession, { approval, key }: VerifiedApproval): Claim {
  const claim = session.claims.get(key) ?? {
    runId: approval.runId,
    command: approval.command,
    key,
    nonce: session.context.ports.ids.next(),
    approval,
  };
  session.claims.set(key, claim);
  return claim;
}

async function askForClaim({ context }: RunSession, claim: Claim): Promise<ClaimAnswer> {
  try {
    return await context.ports.ledger.claim(claim);
  } catch (error) {
    return { is: 'unavailable', reason: reasonOf(error) };
  }
}

async function carryOut(
  session: RunSession,
  verified: VerifiedApproval,
  { claim, claimedAt }: { readonly claim: Claim; readonly claimedAt: Instant },
): Promise<ExecutionResult> {
  const lock = await evaluateLock(session, claim.command);
  const { readings } = lock;
  // A computer that slept meanwhile comes too late: somebody else may have gone on, because nothing had happened.
  const isLate = isAbandoned(claimedAt, session.context.ports.clock.now());
  const failure = isLate ? tooLate : lock.failure;
  const result: ExecutionResult = failure ? { is: 'failed', failure } : await callSystem(session, verified);
  await settleExecution(session, { command: claim.command, claim, result });
  if (readings.length > 0) session.journal.record(readings);
  return result;
}

async function callSystem({ context }: RunSession, verified: VerifiedApproval): Promise<ExecutionResult> {
  try {
    return await context.ports.actions.execute(verified, actionContext(context));
  } catch (error) {
    // Whatever broke, the request may have been on its way.
    return { is: 'unknown', failure: lostAnswer(reasonOf(error)) };
  }
}

const lostAnswer = (reason: string): Failure => ({ code: 'unknown-outcome', reason });

const tooLate: Failure = {
  code: 'stale',
  reason: 'The approval was interrupted for more than five minutes; nothing was done.',
};
