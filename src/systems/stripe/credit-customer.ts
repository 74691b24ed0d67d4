import { failed, readWritten, unknown } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { approvedTooLongAgo } from '../look-up/approved-too-long-ago.ts';
import { factText } from '../look-up/fact-text.ts';
import { moneyOfUnits } from './minor-units.ts';
import { creditTarget, currencyRefusal } from './prepare-credit.ts';
import { keyKeptFor } from './reconcile-refund.ts';
import { readRefundAmount, type RefundAmount } from './refundable-payment.ts';
import type { StripeApi } from './stripe-api.ts';
import { stripeSchemas, type StripeBalanceTransaction, type StripeCustomer } from './stripe-schemas.ts';
import { carriesKey, ourMetadata } from './our-metadata.ts';

/** Credits exactly what was approved, once. The customer is read right before; if the balance is another one, nothing is sent unless the difference is this very credit. */
export async function creditCustomer(
  { api, clock }: { readonly api: StripeApi; readonly clock: Clock },
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const { parameters, target } = approval.approval;
  const wanted = readRefundAmount(parameters['amount']);
  if (wanted.is === 'impossible') return { is: 'failed', failure: wanted.failure };
  const { customer: id } = target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no customer.');
  const customer = await api.customer(id, 'person');
  if (customer.is === 'failed') return { is: 'failed', failure: customer.failure };
  const difference = differenceOf(customer.body, target.ids, wanted.amount);
  if (difference !== undefined) {
    const search = await findCredit(api, id, approval.key);
    if (search.is === 'found') return resultOf(search.credit, target.url);
    return failed('stale', difference);
  }
  const late = approvedTooLongAgo(approval.approval, clock);
  if (late) return late;
  const form = creditForm(approval, { amount: wanted.amount, ticketId: context.ticket.id });
  const answer = await api.createBalanceTransaction(id, form, approval.key);
  const written = readWritten(answer, {
    schema: stripeSchemas.balanceTransaction,
    what: 'what Stripe did',
    by: 'keyed',
  });
  if (written.is !== 'written') return written;
  return written.object.amount === -wanted.amount.units &&
    written.object.currency.toUpperCase() === wanted.amount.currency
    ? resultOf(written.object, target.url)
    : unknown(`Stripe answered with another credit, ${written.object.id}.`);
}

/** Finds out from Stripe whether a credit with a lost answer was given, by the list of the customer's credits. */
export async function reconcileCredit(
  { api, clock }: { readonly api: StripeApi; readonly clock: Clock },
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const { customer } = approval.target.ids;
  if (customer === undefined) return { is: 'cannot-tell', how: 'The approval names no customer.' };
  const search = await findCredit(api, customer, key);
  switch (search.is) {
    case 'failed':
      return { is: 'cannot-tell', how: search.failure.reason };
    case 'found': {
      const how = `The credit ${search.credit.id} carries the key of this approval.`;
      return {
        is: 'happened',
        result: { ...resultOf(search.credit, approval.target.url), reconciled: how },
        how,
      };
    }
    case 'not-there': {
      const isFresh = Date.parse(clock.now()) - Date.parse(approval.at) < keyKeptFor;
      return isFresh
        ? { is: 'did-not-happen', how: 'No credit of the customer carries the key of this approval.' }
        : {
            is: 'cannot-tell',
            how: 'No credit carries the key of this approval, which is more than a day old.',
          };
    }
  }
}

type CreditSearch =
  | { readonly is: 'found'; readonly credit: StripeBalanceTransaction }
  | { readonly is: 'not-there' }
  | { readonly is: 'failed'; readonly failure: Failure };

async function findCredit(api: StripeApi, customer: string, key: string): Promise<CreditSearch> {
  const page = await api.balanceTransactionsOf(customer);
  if (page.is === 'failed') return page;
  const credit = page.body.data.find((one) => carriesKey(one, key));
  if (credit !== undefined) return { is: 'found', credit };
  if (!page.body.has_more) return { is: 'not-there' };
  const reason = 'The customer has more credits than one page holds.';
  return { is: 'failed', failure: { code: 'unreadable', reason } };
}

function differenceOf(
  customer: StripeCustomer,
  approved: Readonly<Record<string, string>>,
  wanted: RefundAmount,
): string | undefined {
  const refusal = currencyRefusal(customer, wanted);
  if (refusal !== undefined) return refusal;
  const now = creditTarget(customer).ids;
  if (now.balance === approved['balance']) return undefined;
  const credit = moneyOfUnits(-(customer.balance ?? 0), wanted.currency);
  return `The credit of the customer is ${credit ?? 'another one'} now.`;
}

/** A negative amount is credit. Source: https://docs.stripe.com/api/customer_balance_transactions/create */
function creditForm(
  { approval, key }: VerifiedApproval,
  { amount, ticketId }: { readonly amount: RefundAmount; readonly ticketId: string },
): Readonly<Record<string, string>> {
  return {
    amount: String(-amount.units),
    currency: amount.currency.toLowerCase(),
    // Stripe keeps 350 characters of a description of a credit.
    description: (factText(approval.parameters['description']) ?? `Credit for ticket ${ticketId}`).slice(
      0,
      350,
    ),
    ...ourMetadata(approval, key, ticketId),
  };
}

function resultOf({ id }: StripeBalanceTransaction, url: string | undefined) {
  return {
    is: 'succeeded',
    reference: id,
    ...(url === undefined ? {} : { url }),
  } as const satisfies ExecutionResult;
}
