import type { StripeCharge, StripeCustomer } from './stripe-schemas.ts';

/** Where people see a payment. Test payments have a place of their own. */
export function paymentUrl(charge: Pick<StripeCharge, 'id' | 'payment_intent' | 'livemode'>): string {
  return `${dashboard(charge.livemode)}/payments/${charge.payment_intent ?? charge.id}`;
}

/** Where people see a customer. */
export function customerUrl(customer: Pick<StripeCustomer, 'id' | 'livemode'>): string {
  return `${dashboard(customer.livemode)}/customers/${customer.id}`;
}

const dashboard = (isLive: boolean) => `https://dashboard.stripe.com${isLive ? '' : '/test'}`;
