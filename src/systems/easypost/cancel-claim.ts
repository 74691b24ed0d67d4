import { failed, impossible, readWritten, unknown } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { factText } from '../look-up/fact-text.ts';
import type { EasyPostApi } from './easypost-api.ts';
import { easyPostSchemas, type Claim } from './easypost-schemas.ts';
import { claimChoice, isLive } from './find-claim.ts';
import { findParcelOfAction, whyNoParcel, type Finder } from './find-parcel.ts';
import { tooManyClaims } from './prepare-claim.ts';
import { words } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

/** Finds the claim of the ticket's parcel: the one that the proposal names, else the only one that counts. */
export async function prepareCancelClaim(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const parcel = await findParcelOfAction(finder, context, undefined);
  if (parcel.is === 'failed') return { is: 'impossible', failure: parcel.failure };
  if (parcel.is === 'none') return impossible('unclear-target', whyNoParcel(parcel.because));
  const claims = await finder.records.claims(parcel.record, { ticketId: context.ticket.id, freshness });
  if (claims.is === 'failed') return { is: 'impossible', failure: claims.failure };
  if (claims.is === 'none') return impossible('unclear-target', tooManyClaims);
  const named = factText(parameters['claim']) ?? context.chosen('easypost', 'claim');
  const fitting = claims.record.filter((claim) => (named === undefined ? isLive(claim) : claim.id === named));
  const [claim, ...others] = fitting;
  if (claim === undefined) {
    return impossible(
      'unclear-target',
      named === undefined ? 'No claim of this parcel is there.' : `${named} is no claim of this parcel.`,
    );
  }
  if (others.length > 0) {
    const unclear = impossible('unclear-target', `This parcel has ${fitting.length} claims.`);
    return { ...unclear, choice: claimChoice(fitting, finder.dateOf) };
  }
  const refusal = refusalOf(claim);
  return refusal === undefined ? ready(claim) : impossible('not-allowed', refusal);
}

/** As soon as somebody looks at it, it is decided there. */
function refusalOf(claim: Claim): string | undefined {
  return claim.status === 'submitted'
    ? undefined
    : `The claim ${claim.id} is ${words(claim.status)}: it cannot be cancelled any more.`;
}

function ready(claim: Claim): Preparation {
  const amount = moneyOfDollars(claim.requested_amount);
  return {
    is: 'ready',
    target: { ids: { claim: claim.id, tracking_code: claim.tracking_code }, name: claim.id },
    preview: [
      { label: 'claim_type', value: claim.type },
      ...(amount === undefined ? [] : [{ label: 'amount', value: amount }]),
      { label: 'status', value: words(claim.status) },
    ],
    atMost: {},
  };
}

/** Withdraws the claim. It is read right before; one that is cancelled already is left alone. */
export async function cancelClaim(
  api: EasyPostApi,
  { approval }: VerifiedApproval,
): Promise<ExecutionResult> {
  const { claim: id } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no claim.');
  const now = await api.claim(id, 'person');
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  const refusal = refusalOf(now.body);
  if (refusal !== undefined) return failed('stale', refusal);
  const written = readWritten(await api.cancelClaim(id), {
    schema: easyPostSchemas.claim,
    what: 'what EasyPost did',
    by: 'unkeyed',
  });
  if (written.is !== 'written') return written;
  return written.object.id === id && !isLive(written.object)
    ? { is: 'succeeded', reference: id }
    : unknown(`EasyPost did not say that the claim ${id} is cancelled.`);
}

/** The claim itself shows whether it was cancelled. */
export async function reconcileCancelClaim(
  api: EasyPostApi,
  { approval }: VerifiedApproval,
): Promise<Reconciliation> {
  const { claim: id } = approval.target.ids;
  if (id === undefined) return { is: 'cannot-tell', how: 'The approval names no claim.' };
  const now = await api.claim(id, 'person');
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  const how = `EasyPost has the claim ${id} as ${words(now.body.status)}.`;
  return isLive(now.body)
    ? { is: 'did-not-happen', how }
    : { is: 'happened', result: { is: 'succeeded', reference: id, reconciled: how }, how };
}
