import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { requesterEmail } from '../look-up/fact-text.ts';
import { findCustomer } from './find-customers.ts';
import type { Finder } from './finder.ts';
import { moneyOfUnits } from './minor-units.ts';
import { isKeyMissing, occasionOfAction } from './occasion.ts';
import { whyNoCharges, whyNoKey } from './prepare-refund.ts';
import { readRefundAmount, type RefundAmount } from './refundable-payment.ts';
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
  const occasion = occasionOfAction(context, freshness, ['customer']);
  const customer = await findCustomer(finder, occasion);
  if (customer.is === 'failed') return { is: 'impossible', failure: customer.failure };
  if (customer.is === 'none') {
    const isMissing = customer.because === 'key-missing' && isKeyMissing(occasion);
    const why = isMissing ? whyNoKey(context) : whyNoCharges(customer.because, context);
    const unclear = impossible('unclear-target', why);
    return customer.choice === undefined ? unclear : { ...unclear, choice: customer.choice };
  }
  const refusal = ownerRefusal(customer.record, context) ?? currencyRefusal(customer.record, wanted.amount);
  return refusal === undefined ? ready(customer.record, wanted.amount) : impossible('not-allowed', refusal);
}

/** What the SOP finds the customer by may stand in a message: words must not give money to somebody else. */
function ownerRefusal({ name, id, email }: StripeCustomer, { ticket }: ActionContext): string | undefined {
  return email != null && email.toLowerCase() === requesterEmail(ticket)?.toLowerCase()
    ? undefined
    : `The customer ${name ?? id} of Stripe has another address than the requester: give the credit in Stripe if it is meant.`;
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
