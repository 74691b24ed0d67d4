import { impossible } from '../write/outcome.ts';
import type { Preparation, Target } from '../../domain/decisions/proposal.ts';
import type { Failure } from '../../domain/run/events.ts';
import { parseMoney } from '../../domain/facts/currency.ts';
import type { Decimal } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import { cardName } from './card-name.ts';
import { minorUnits, moneyOfUnits, moneyText } from './minor-units.ts';
import { paymentUrl } from './stripe-urls.ts';
import type { StripeCharge } from './stripe-schemas.ts';

/** An amount as it was approved, and as the whole number that Stripe takes. */
export type RefundAmount = {
  readonly amount: Decimal;
  readonly currency: string;
  readonly text: string;
  readonly units: number;
};

export type AmountReading =
  | { readonly is: 'amount'; readonly amount: RefundAmount }
  | { readonly is: 'impossible'; readonly failure: Failure };

/** Reads the amount of a proposal: money above zero, with no more decimals than its currency has. */
export function readRefundAmount(value: FactJson | undefined): AmountReading {
  const money = typeof value === 'string' ? parseMoney(value) : undefined;
  if (money === undefined)
    return impossible('unreadable', `${JSON.stringify(value ?? null)} is not an amount of money.`);
  const units = minorUnits(money.amount, money.currency);
  if (units.is === 'refused') return impossible('not-allowed', units.reason);
  if (!money.amount.gt('0')) return impossible('not-allowed', 'The amount has to be above zero.');
  const text = moneyText(money.amount, money.currency);
  return { is: 'amount', amount: { ...money, text, units: Number(units.text) } };
}

/**
 * Whether this amount of this payment can be refunded as far as the payment itself says. What was refunded already is part of the target:
 * a refund that somebody else makes in the meantime changes it, and the approval no longer fits.
 */
export function prepareRefundOf(charge: StripeCharge, wanted: RefundAmount): Preparation {
  const left = charge.amount_captured - charge.amount_refunded;
  const leftText = moneyOfUnits(left, charge.currency);
  const target = targetOf(charge);
  if (charge.currency.toUpperCase() !== wanted.currency || leftText === undefined || target === undefined) {
    return impossible(
      'not-allowed',
      `The payment is in ${charge.currency.toUpperCase()}, the amount in ${wanted.currency}.`,
    );
  }
  if (left <= 0) return impossible('not-allowed', `Nothing of ${target.name} is left to refund.`);
  const leftAfter = moneyOfUnits(Math.max(left - wanted.units, 0), charge.currency);
  return {
    is: 'ready',
    target,
    preview: [
      { label: 'amount', value: wanted.text },
      { label: 'left_to_refund', before: leftText, value: leftAfter ?? null },
      ...(charge.disputed ? [{ label: 'disputed', value: true }] : []),
    ],
    atMost: { amount: leftText },
  };
}

/** What is approved: this payment, with this much of it refunded already; undefined where the amounts of its currency are not certain. */
export function targetOf(charge: StripeCharge): Target | undefined {
  const refunded = moneyOfUnits(charge.amount_refunded, charge.currency);
  if (refunded === undefined) return undefined;
  const intent = charge.payment_intent == null ? {} : { payment_intent: charge.payment_intent };
  return {
    ids: { charge: charge.id, ...intent, already_refunded: refunded },
    name: cardName(charge),
    url: paymentUrl(charge),
  };
}
