import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { findCustomer } from './find-customers.ts';
import type { Finder } from './finder.ts';
import { moneyOfUnits } from './minor-units.ts';
import { occasionOfAction } from './occasion.ts';
import { whyNoCharges } from './prepare-refund.ts';
import { impossible, readRefundAmount, type RefundAmount } from './refundable-payment.ts';
import type { StripeCustomer } from './stripe-schemas.ts';
import { customerUrl } from './stripe-urls.ts';

/** Finds the requester in Stripe and says what the credit would be before and after. */
export async function prepareCredit(
  finder: Finder,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const wanted = readRefundAmount(parameters['amount']);
  if (wanted.is === 'impossible') return wanted;
  const customer = await findCustomer(finder, occasionOfAction(context, freshness));
  if (customer.is === 'failed') return { is: 'impossible', failure: customer.failure };
  if (customer.is === 'none') {
    const unclear = impossible('unclear-target', whyNoCharges(customer.because, context));
    return customer.choice === undefined ? unclear : { ...unclear, choice: customer.choice };
  }
  const refusal = currencyRefusal(customer.record, wanted.amount);
  return refusal === undefined ? ready(customer.record, wanted.amount) : impossible('not-allowed', refusal);
}

/** A customer of Stripe has one currency, from the first invoice on. */
export function currencyRefusal({ currency }: StripeCustomer, wanted: RefundAmount): string | undefined {
  return currency == null || currency.toUpperCase() === wanted.currency
    ? undefined
    : `The customer is billed in ${currency.toUpperCase()}, the amount is in ${wanted.currency}.`;
}

/** The balance is part of the target: a credit that somebody else gives in the meantime changes it. */
export function creditTarget(customer: StripeCustomer) {
  return {
    ids: { customer: customer.id, balance: String(customer.balance ?? 0), currency: customer.currency ?? '' },
    name: customer.name ?? customer.id,
    url: customerUrl(customer),
  };
}

function ready(customer: StripeCustomer, wanted: RefundAmount): Preparation {
  const credit = -(customer.balance ?? 0);
  const before = moneyOfUnits(credit, wanted.currency);
  const after = moneyOfUnits(credit + wanted.units, wanted.currency);
  return {
    is: 'ready',
    target: creditTarget(customer),
    preview: [
      { label: 'amount', value: wanted.text },
      ...(before === undefined || after === undefined ? [] : [{ label: 'credit', before, value: after }]),
    ],
    atMost: {},
  };
}
