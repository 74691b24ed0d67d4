import { failed, readWritten, unknown } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { holdsEvidence, readEvidence } from './evidence-fields.ts';
import { evidenceTarget } from './prepare-evidence.ts';
import type { StripeApi } from './stripe-api.ts';
import { stripeSchemas, type StripeDispute } from './stripe-schemas.ts';
import { disputeUrl } from './stripe-urls.ts';
import { carriesKey, ourMetadata } from './our-metadata.ts';

type Fields = Readonly<Record<string, string>>;

/** Sends exactly what was approved to the bank, once. The dispute is read right before; if it is not as it was approved, nothing is sent. */
export async function submitEvidence(
  api: StripeApi,
  { approval, key }: VerifiedApproval,
  { ticket }: ActionContext,
): Promise<ExecutionResult> {
  const evidence = readEvidence(approval.parameters);
  if (evidence.is === 'refused') return failed('not-allowed', evidence.reason);
  const { dispute: id } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no dispute.');
  const now = await api.dispute(id, 'person');
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  if (isSubmitted(now.body, { approval, key, fields: evidence.fields })) return resultOf(now.body);
  const difference = differenceOf(now.body, approval);
  if (difference !== undefined) return failed('stale', difference);
  const form = {
    ...Object.fromEntries(
      Object.entries(evidence.fields).map(([name, value]) => [`evidence[${name}]`, value]),
    ),
    submit: 'true',
    ...ourMetadata(approval, key, ticket.id),
  };
  const written = readWritten(await api.updateDispute(id, form, key), {
    schema: stripeSchemas.dispute,
    what: 'what Stripe did',
    by: 'keyed',
  });
  if (written.is !== 'written') return written;
  return isSubmitted(written.object, { approval, key, fields: evidence.fields })
    ? resultOf(written.object)
    : unknown(`Stripe did not say that the evidence for ${id} went to the bank.`);
}

/** Finds out whether evidence with a lost answer went to the bank: the dispute itself shows it. */
export async function reconcileEvidence(
  api: StripeApi,
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const evidence = readEvidence(approval.parameters);
  const { dispute: id } = approval.target.ids;
  if (id === undefined || evidence.is === 'refused')
    return { is: 'cannot-tell', how: 'The approval names no dispute.' };
  const now = await api.dispute(id, 'person');
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  if (!isSubmitted(now.body, { approval, key, fields: evidence.fields }))
    return { is: 'did-not-happen', how: `The dispute ${id} does not show that this evidence was sent.` };
  const how = `The dispute ${id} shows that this evidence was sent.`;
  return { is: 'happened', result: { ...resultOf(now.body), reconciled: how }, how };
}

type Sent = { readonly approval: Approval; readonly key: string; readonly fields: Fields };

/** Evidence that only lies there was not sent: the count of submissions says it. */
function isSubmitted(dispute: StripeDispute, { approval, key, fields }: Sent): boolean {
  const wasSent = dispute.evidence_details.submission_count > Number(approval.target.ids['submissions'] ?? 0);
  return wasSent && (carriesKey(dispute, key) || holdsEvidence(dispute, fields));
}

function differenceOf(dispute: StripeDispute, { target }: Approval): string | undefined {
  const now = evidenceTarget(dispute).ids;
  if (now.submissions !== target.ids['submissions'])
    return `Evidence for ${dispute.id} was sent since this was approved.`;
  return now.status === target.ids['status']
    ? undefined
    : `The dispute ${dispute.id} is ${dispute.status.replaceAll('_', ' ')} now.`;
}

const resultOf = (dispute: StripeDispute) =>
  ({ is: 'succeeded', reference: dispute.id, url: disputeUrl(dispute) }) as const satisfies ExecutionResult;
