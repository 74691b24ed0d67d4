import { jsonResponse, type FakeResponse } from '../fake.ts';
import { metadataOf, refuseUnknown } from './form.ts';
import { subscriptionJson } from './json-of.ts';
import { stripeError } from './stripe-error.ts';
import type { StripeState } from './state.ts';

/**
 * `POST /v1/subscriptions/{id}` for what Signoff asks: to end with the period, or not. What has ended cannot be brought back.
 * Source: https://docs.stripe.com/api/subscriptions/update
 */
export function updateSubscription(state: StripeState, id: string, form: URLSearchParams): FakeResponse {
  const subscription = state.subscriptions.find((candidate) => candidate.id === id);
  if (subscription === undefined)
    return stripeError(404, `No such subscription: '${id}'`, { code: 'resource_missing', param: 'id' });
  const unknown = refuseUnknown(form, (name) => name === 'cancel_at_period_end');
  if (unknown !== undefined) return unknown;
  const wanted = form.get('cancel_at_period_end');
  if (wanted !== null && wanted !== 'true' && wanted !== 'false')
    return stripeError(400, 'Invalid boolean: cancel_at_period_end', { param: 'cancel_at_period_end' });
  if (subscription.status === 'canceled')
    return stripeError(400, 'A canceled subscription can only update its cancellation_details and metadata.');
  if (wanted !== null) subscription.cancelAtPeriodEnd = wanted === 'true';
  subscription.metadata = { ...subscription.metadata, ...metadataOf(form) };
  return jsonResponse(200, subscriptionJson(subscription));
}
