import type { StripeCharge, StripeCustomer, StripeDispute, StripeSubscription } from './stripe-schemas.ts';

/** Where people see a payment. Test payments have a place of their own. */
export function paymentUrl(charge: Pick<StripeCharge, 'id' | 'payment_intent' | 'livemode'>): string {
  return `${dashboard(charge.livemode)}/payments/${charge.payment_intent ?? charge.id}`;
}

/** Where people see a customer. */
export function customerUrl(customer: Pick<StripeCustomer, 'id' | 'livemode'>): string {
  return `${dashboard(customer.livemode)}/customers/${customer.id}`;
}

/** Where people see a dispute: on the page of its payment. */
export function disputeUrl({ charge, payment_intent, livemode }: StripeDispute): string {
  return paymentUrl({ id: charge, payment_intent, livemode });
}

/** Where people see a subscription. */
export function subscriptionUrl({ id, livemode }: Pick<StripeSubscription, 'id' | 'livemode'>): string {
  return `${dashboard(livemode)}/subscriptions/${id}`;
}

const dashboard = (isLive: boolean) => `https://dashboard.stripe.com${isLive ? '' : '/test'}`;
