import { jsonResponse, type FakeResponse } from '../fake.ts';
import { metadataOf, refuseUnknown } from './form.ts';
import { disputeJson } from './json-of.ts';
import { stripeError } from './stripe-error.ts';
import type { DisputeRecord, StripeState } from './state.ts';

const texts = new Set([
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_tracking_number',
  'uncategorized_text',
]);
/** Ids of uploaded files: a text is refused. */
const files = new Set([
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
]);

type Update = { readonly id: string; readonly form: URLSearchParams; readonly now: string };

/**
 * `POST /v1/disputes/{id}` by Stripe's rules: evidence goes to the bank once, before its day, unless `submit` is false.
 * Source: https://docs.stripe.com/api/disputes/update
 */
export function updateDispute(state: StripeState, { id, form, now }: Update): FakeResponse {
  const dispute = state.disputes.find((candidate) => candidate.id === id);
  if (dispute === undefined)
    return stripeError(404, `No such dispute: '${id}'`, { code: 'resource_missing', param: 'id' });
  const unknown = refuseUnknown(form, (name) => name === 'submit' || fieldOf(name) !== undefined);
  const refusal = unknown ?? refusalOf(dispute, form, now);
  if (refusal !== undefined) return refusal;
  const evidence = [...form].flatMap(([name, value]): [string, string][] => {
    const field = fieldOf(name);
    return field === undefined ? [] : [[field, value]];
  });
  dispute.evidence = { ...dispute.evidence, ...Object.fromEntries(evidence) };
  dispute.metadata = { ...dispute.metadata, ...metadataOf(form) };
  if (form.get('submit') !== 'false') {
    dispute.submissions = (dispute.submissions ?? 0) + 1;
    dispute.status = dispute.status === 'needs_response' ? 'under_review' : 'warning_under_review';
  }
  return jsonResponse(200, disputeJson(dispute, state));
}

function fieldOf(name: string): string | undefined {
  const field = /^evidence\[([a-z_]+)\]$/.exec(name)?.[1];
  return field !== undefined && (texts.has(field) || files.has(field)) ? field : undefined;
}

function refusalOf(dispute: DisputeRecord, form: URLSearchParams, now: string): FakeResponse | undefined {
  if (dispute.status !== 'needs_response' && dispute.status !== 'warning_needs_response')
    return stripeError(400, 'This dispute is already closed or under review.');
  if (dispute.dueBy !== undefined && Date.parse(dispute.dueBy) < Date.parse(now))
    return stripeError(400, 'The due date for submitting evidence for this dispute has passed.');
  for (const [name, value] of form) {
    const field = fieldOf(name);
    if (field !== undefined && files.has(field) && !value.startsWith('file_'))
      return stripeError(400, `No such file upload: '${value.slice(0, 40)}'`, {
        code: 'resource_missing',
        param: name,
      });
    if (field !== undefined && value.length > 20_000)
      return stripeError(400, `Invalid string: ${field} is too long.`, { param: name });
  }
  return undefined;
}
