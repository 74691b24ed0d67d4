import { failed, readWritten, unknown } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { refusalOf, subscriptionTarget, type SubscriptionChange } from './prepare-subscription.ts';
import type { StripeApi } from './stripe-api.ts';
import { stripeSchemas, type StripeSubscription } from './stripe-schemas.ts';
import { subscriptionUrl } from './stripe-urls.ts';
import { carriesKey, ourMetadata } from './our-metadata.ts';

type Tools = { readonly api: StripeApi; readonly change: SubscriptionChange };

/** Lets a subscription end with its period, or renew after all, and has Stripe's answer show it. The newest state is read right before. */
export async function changeSubscription(
  { api, change }: Tools,
  { approval, key }: VerifiedApproval,
  { ticket }: ActionContext,
): Promise<ExecutionResult> {
  const { subscription: id, period_ends: approvedEnd } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no subscription.');
  const now = await api.subscription(id, 'person');
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  if (isDone(now.body, change) && carriesKey(now.body, key)) return resultOf(now.body, change);
  const refusal = refusalOf(now.body, change);
  if (refusal !== undefined) return failed('stale', refusal);
  if (subscriptionTarget(now.body).ids.period_ends !== approvedEnd)
    return failed('stale', 'The subscription was renewed since this was approved.');
  const form = {
    cancel_at_period_end: change === 'cancel' ? 'true' : 'false',
    ...ourMetadata(approval, key, ticket.id),
  };
  const written = readWritten(await api.updateSubscription(id, form, key), {
    schema: stripeSchemas.subscription,
    what: 'what Stripe did',
    by: 'keyed',
  });
  if (written.is !== 'written') return written;
  return written.object.id === id && isDone(written.object, change)
    ? resultOf(written.object, change)
    : unknown(`Stripe did not say that the subscription ${id} was changed.`);
}

/** Finds out whether a change with a lost answer happened: the subscription itself shows it. */
export async function reconcileSubscription(
  { api, change }: Tools,
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const { subscription: id } = approval.target.ids;
  if (id === undefined) return { is: 'cannot-tell', how: 'The approval names no subscription.' };
  const now = await api.subscription(id, 'person');
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  const state = now.body.cancel_at_period_end ? 'ends with its period' : 'renews itself';
  if (!isDone(now.body, change)) return { is: 'did-not-happen', how: `The subscription ${id} ${state}.` };
  if (!carriesKey(now.body, key)) {
    const open = `The subscription ${id} ${state}, and does not carry the key of this approval: look who changed it.`;
    return { is: 'cannot-tell', how: open };
  }
  const how = `The subscription ${id} carries the key of this approval and ${state}.`;
  return { is: 'happened', result: { ...resultOf(now.body, change), reconciled: how }, how };
}

const isDone = (subscription: StripeSubscription, change: SubscriptionChange) =>
  subscription.cancel_at_period_end === (change === 'cancel');

function resultOf(subscription: StripeSubscription, change: SubscriptionChange) {
  const operation = change === 'cancel' ? 'stripe.keep_subscription' : 'stripe.cancel_subscription';
  return {
    is: 'succeeded',
    reference: subscription.id,
    url: subscriptionUrl(subscription),
    undo: { operation, parameters: { subscription: subscription.id } },
  } as const satisfies ExecutionResult;
}
