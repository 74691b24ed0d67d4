import type { StripeCharge } from './stripe-schemas.ts';

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

/** `Visa ··4242`; other ways to pay by their name: `Sepa debit`. */
export function cardName(charge: StripeCharge): string {
  const details = charge.payment_method_details;
  const card = details?.card;
  if (card?.brand != null && card.last4 != null)
    return `${brands[card.brand] ?? capitalised(card.brand)} ··${card.last4}`;
  return capitalised(details?.type.replaceAll('_', ' ') ?? charge.id);
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
