import { laterBy, millisecondsBetween } from '../domain/decisions/instant.ts';
import type { CommandId, Instant } from '../domain/run/events.ts';
import {
  abandonedAfter,
  fittingClaim,
  lockName,
  recallClaim,
  whyNotBelieved,
  type FoundClaim,
} from './execution-claim.ts';
import type { Reconciliation } from './ports/actions.ts';
import { actionContext } from './preparations.ts';
import { reasonOf } from './reason-of.ts';
import { planItem } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import { settleExecution, settleFoundOut } from './settle-execution.ts';

/** A request whose answer was lost may still be on its way for this long, so its absence is believed only then. Milliseconds. */
const onItsWay = 10_000;
/** Longer than what is carried out elsewhere takes from its claim to its result. Milliseconds. */
const aMinute = 60_000;

/**
 * Finds out what came of an execution whose end is unknown: the ledger first, then its system. What happened is believed at once;
 * that nothing happened only once nothing can be on its way any more. If neither can be told, a person looks and decides.
 */
async function findOut(session: RunSession, command: CommandId): Promise<void> {
  const { clock } = session.context.ports;
  if (!isUnknown(session, command)) return;
  session.notes.set(command, { is: 'checking', since: clock.now() });
  session.changed();
  const found = await readClaim(session, command);
  if (typeof found === 'string') return cannotTell(session, command, found);
  if (found.result) return settleExecution(session, { command, claim: undefined, result: found.result });
  const asked = await ask(session, found);
  if (asked === undefined) return atWorkElsewhere(session, command, found);
  if (!isUnknown(session, command)) return;
  switch (asked.is) {
    case 'happened':
      return settleFoundOut(session, {
        command,
        claim: found.claim,
        result: { ...asked.result, reconciled: asked.how },
      });
    case 'did-not-happen':
      // A claim that is not believed may have led to something else than what it says now.
      if (!(await fittingClaim(found, command, session.context)))
        return cannotTell(session, command, whyNotBelieved(found));
      return believeOrAskLater(session, command, found, asked.how);
    case 'cannot-tell':
      return cannotTell(session, command, asked.how);
  }
}

/** Starts finding out, unless that is under way. */
export function startFindingOut(session: RunSession, command: CommandId): void {
  session.work.start(`find out ${command}`, () => findOut(session, command));
}

function isUnknown({ context }: RunSession, command: CommandId): boolean {
  const state = planItem(context, command)?.state;
  return state?.is === 'running' || (state?.is === 'ended' && state.result.is === 'unknown');
}

type ClaimFound = FoundClaim & { readonly claim: NonNullable<FoundClaim['claim']> };

/** The claim, or why it cannot be used. */
async function readClaim({ context }: RunSession, command: CommandId): Promise<ClaimFound | string> {
  try {
    const claims = await context.ports.ledger.claims(context.runId, [command]);
    const found = claims.get(command);
    if (!found) return noClaim;
    const { claim } = found;
    return claim ? { ...found, claim } : whyNotBelieved(found);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Undefined where another tab of this browser holds the execution. */
async function ask({ context }: RunSession, { claim }: ClaimFound): Promise<Reconciliation | undefined> {
  const { ports, runId } = context;
  const verified = await recallClaim(claim, ports);
  if (!verified) return { is: 'cannot-tell', how: claimDoesNotFit };
  return ports.lock.hold(lockName(runId, claim.command), async (): Promise<Reconciliation> => {
    try {
      return await ports.actions.reconcile(verified, actionContext(context));
    } catch (error) {
      return { is: 'cannot-tell', how: reasonOf(error) };
    }
  });
}

function believeOrAskLater(
  session: RunSession,
  command: CommandId,
  { claim, at }: ClaimFound,
  how: string,
): Promise<void> | void {
  const { clock } = session.context.ports;
  const left = millisecondsBetween(clock.now(), believableFrom(session, command, { claim, at })) ?? 0;
  if (left > 0) {
    clock.after(left, () => startFindingOut(session, command));
    return undefined;
  }
  return settleFoundOut(session, {
    command,
    claim,
    result: { is: 'failed', failure: { code: codeOfNothing(session, command), reason: how } },
  });
}

/**
 * From when on “it did not happen” can be believed: soon for an answer that was lost here, later for a claim that may be at work elsewhere.
 * Whoever works elsewhere has a clock of their own, minutes or hours away it may be: there a while by our own clock counts, from the
 * first time that the system denied it.
 */
function believableFrom(
  session: RunSession,
  command: CommandId,
  { claim, at: claimedAt }: Pick<ClaimFound, 'claim' | 'at'>,
): Instant {
  const state = planItem(session.context, command)?.state;
  const [since, most, least] =
    state?.is === 'ended' ? [state.at, onItsWay, onItsWay] : [claimedAt, abandonedAfter, aMinute];
  const from = after(since, most);
  if (session.claims.get(claim.key)?.nonce === claim.nonce) return from;
  const denied = session.deniedAt.get(command) ?? session.context.ports.clock.now();
  session.deniedAt.set(command, denied);
  const [soonest, latest] = [after(denied, least), after(denied, most)];
  if (isBefore(from, soonest)) return soonest;
  return isBefore(latest, from) ? latest : from;
}

const after = (instant: Instant, milliseconds: number): Instant =>
  laterBy(instant, String(milliseconds / 1000));
const isBefore = (one: Instant, other: Instant): boolean => (millisecondsBetween(one, other) ?? 0) > 0;

const noClaim = 'Zendesk has no record of the approval that was carried out, so there is nothing to ask for';
const claimDoesNotFit =
  'the record of the approval in Zendesk was changed, so it does not say any more what was carried out';

function cannotTell(session: RunSession, command: CommandId, how: string): void {
  session.notes.set(command, { is: 'cannot-tell', how, at: session.context.ports.clock.now() });
  session.changed();
}

function atWorkElsewhere(session: RunSession, command: CommandId, { by, at }: FoundClaim): void {
  session.notes.set(command, { is: 'elsewhere', by, since: at });
  session.context.ports.clock.after(abandonedAfter, () => startFindingOut(session, command));
  session.changed();
}

/**
 * That nothing was done: after a lost answer it is the system that failed, and the SOP says what follows; where nobody was there any
 * more to hear an answer, nothing failed, and the proposal stands there again.
 */
export function codeOfNothing(
  { context }: RunSession,
  command: CommandId,
): 'unknown-outcome' | 'interrupted' {
  return planItem(context, command)?.state.is === 'running' ? 'interrupted' : 'unknown-outcome';
}
