import { failed, readWritten, unknown } from '../write/outcome.ts';
import type { Reconciliation } from '../../app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { factText } from '../look-up/fact-text.ts';
import { asksForSame, carriesKey, claimBody, readClaim, type ClaimRequest } from './claim-request.ts';
import type { EasyPostApi } from './easypost-api.ts';
import { easyPostSchemas, type Claim } from './easypost-schemas.ts';
import type { EasyPostRecords } from './easypost-records.ts';
import { claimTarget, refusalOf, tooManyClaims } from './prepare-claim.ts';
import { isSameCode } from './tracking-code.ts';
import { words } from './record-fact.ts';
import { newSince } from './known-records.ts';

export type ClaimTools = { readonly api: EasyPostApi; readonly records: EasyPostRecords };

/**
 * Files the claim, and never again: EasyPost knows no key and takes the same claim twice. The claims of the parcel are read right
 * before; if one has come since the approval, nothing is sent unless it is this very claim.
 */
export async function fileClaim(
  { api, records }: ClaimTools,
  { approval, key }: VerifiedApproval,
  ticketId: string,
): Promise<ExecutionResult> {
  const wanted = readClaim(approval.parameters);
  if (wanted.is === 'refused') return failed('not-allowed', wanted.reason);
  const { tracking_code: code } = approval.target.ids;
  if (code === undefined) return failed('unclear-target', 'The approval names no parcel.');
  const claims = await records.claims(code, { ticketId, freshness: 'newest' });
  if (claims.is === 'failed') return { is: 'failed', failure: claims.failure };
  if (claims.is === 'none') return failed('unclear-target', tooManyClaims);
  const ours = claims.record.find((claim) => carriesKey(claim, key));
  if (ours !== undefined) return resultOf(ours);
  const difference = differenceOf(claims.record, wanted.claim, approval);
  if (difference !== undefined) return failed('stale', difference);
  const answer = await api.createClaim(claimBody(wanted.claim, { code, key }));
  const written = readWritten(answer, {
    schema: easyPostSchemas.claim,
    what: 'what EasyPost did',
    by: 'unkeyed',
  });
  if (written.is !== 'written') return written;
  return isSameCode(written.object.tracking_code, code) && asksForSame(written.object, wanted.claim)
    ? resultOf(written.object)
    : unknown(`EasyPost answered with another claim, ${written.object.id}.`);
}

function differenceOf(
  claims: readonly Claim[],
  wanted: ClaimRequest,
  { target }: Approval,
): string | undefined {
  const refusal = refusalOf(wanted, claims);
  if (refusal !== undefined) return refusal;
  const now = claimTarget(target.ids['tracking_code'] ?? '', wanted.type, claims).ids;
  return now.claims === target.ids['claims']
    ? undefined
    : 'Another claim of this parcel has come since this was approved.';
}

/** Finds out whether a claim with a lost answer was filed: by the list of claims, and by the key at the end of its description. */
export async function reconcileClaim(
  { records }: ClaimTools,
  { approval, key }: VerifiedApproval,
  ticketId: string,
): Promise<Reconciliation> {
  const wanted = readClaim(approval.parameters);
  const code = factText(approval.target.ids['tracking_code']);
  if (wanted.is === 'refused' || code === undefined)
    return { is: 'cannot-tell', how: 'The approval names no parcel.' };
  const claims = await records.claims(code, { ticketId, freshness: 'newest' });
  if (claims.is === 'failed') return { is: 'cannot-tell', how: claims.failure.reason };
  if (claims.is === 'none') return { is: 'cannot-tell', how: tooManyClaims };
  const ours = claims.record.find((claim) => carriesKey(claim, key));
  if (ours !== undefined) {
    const how = `The claim ${ours.id} carries the key of this approval.`;
    const result = resultOf(ours);
    return result.is === 'succeeded'
      ? { is: 'happened', result: { ...result, reconciled: how }, how }
      : { is: 'cannot-tell', how };
  }
  const same = newSince(claims.record, approval.target.ids['claims']).find((claim) =>
    asksForSame(claim, wanted.claim),
  );
  return {
    is: 'cannot-tell',
    how:
      same === undefined
        ? 'No claim of this parcel carries the key of this approval, and EasyPost does not say whether one is still being taken in.'
        : `The claim ${same.id} asks for the same, but does not carry the key of this approval.`,
  };
}

/** `submitted` and `in review` are states: the insurer decides later. */
function resultOf(claim: Claim): ExecutionResult {
  const undo = { operation: 'easypost.cancel_claim', parameters: { claim: claim.id } } as const;
  switch (claim.status) {
    case 'submitted':
    case 'in_review':
    case 'needs_action':
      return { is: 'succeeded', reference: claim.id, pending: true, undo };
    case 'approved':
    case 'approved_partial':
      return { is: 'succeeded', reference: claim.id };
    case 'rejected':
    case 'cancelled':
      return failed('refused', `EasyPost has the claim ${claim.id} as ${words(claim.status)}.`);
    default:
      return unknown(`EasyPost says “${claim.status}” of the claim ${claim.id}.`);
  }
}
