import { jsonResponse, type FakeRequest, type FakeResponse } from '../fake.ts';
import { bodyOf, claimBody } from './body-of.ts';
import { missing, notFound, refused } from './easypost-error.ts';
import { claimJson } from './json-of.ts';
import type { EasyPostState } from './state.ts';

/**
 * `POST /v2/claims` by EasyPost's rules: only for insured parcels, up to what they are insured for, with evidence for damage and
 * theft. It takes the same claim as often as it is sent. Source: https://docs.easypost.com/docs/insurance/claims
 */
export function createClaim(state: EasyPostState, request: FakeRequest, now: string): FakeResponse {
  const body = bodyOf(request.body, claimBody);
  const { type, tracking_code: code, amount, description, contact_email: email } = body ?? {};
  const blank = Object.entries({ type, tracking_code: code, amount, description, contact_email: email })
    .filter(([, value]) => value === undefined || value === '')
    .map(([field]) => field);
  if (!code || !amount || !type || !description || blank.length > 0) return missing(...blank);
  if (type !== 'loss' && type !== 'damage' && type !== 'theft')
    return refused('type: must be one of damage, loss, theft');
  const attachments = body?.supporting_documentation_attachments ?? [];
  if (type !== 'loss' && attachments.length === 0)
    return refused(
      'At least one supporting documentation attachment is required for theft or damage claims.',
    );
  const insurance = state.insurances.find(
    ({ trackingCode, status }) => trackingCode === code && (status === 'purchased' || status === 'pending'),
  );
  if (insurance === undefined) return notFound('No eligible insurance found with provided tracking code.');
  if (Number(amount) > Number(insurance.amount)) return refused('amount: is more than the insured amount');
  const claim = {
    id: `clm_desk${state.claims.length + 1}`,
    trackingCode: code,
    type,
    status: 'submitted',
    amount,
    description,
    createdAt: now,
  } as const;
  state.claims.push({ ...claim });
  return jsonResponse(201, claimJson(claim, state));
}

/** Only what nobody has begun to look at can be withdrawn. */
export function cancelClaim(state: EasyPostState, id: string): FakeResponse {
  const claim = state.claims.find((candidate) => candidate.id === id);
  if (claim === undefined) return notFound();
  if (claim.status !== 'submitted') return refused(`The claim is ${claim.status} and cannot be cancelled.`);
  claim.status = 'cancelled';
  return jsonResponse(200, claimJson(claim, state));
}
