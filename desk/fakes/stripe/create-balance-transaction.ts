import { jsonResponse, type FakeResponse } from '../fake.ts';
import { metadataOf, refuseUnknown } from './form.ts';
import { balanceTransactionJson } from './json-of.ts';
import { stripeError } from './stripe-error.ts';
import type { BalanceTransactionRecord, StripeState } from './state.ts';

const parameters = ['amount', 'currency', 'description'];

type Credit = { readonly customer: string; readonly form: URLSearchParams; readonly now: string };

/**
 * `POST /v1/customers/{id}/balance_transactions` by Stripe's rules: a negative amount is credit, and a customer has one currency.
 * Source: https://docs.stripe.com/api/customer_balance_transactions/create
 */
export function createBalanceTransaction(
  state: StripeState,
  { customer: id, form, now }: Credit,
): FakeResponse {
  const at = state.customers.findIndex((candidate) => candidate.id === id);
  const customer = state.customers[at];
  if (customer === undefined)
    return stripeError(404, `No such customer: '${id}'`, { code: 'resource_missing', param: 'id' });
  const unknown = refuseUnknown(form, (name) => parameters.includes(name));
  if (unknown !== undefined) return unknown;
  const amount = Number(form.get('amount') ?? Number.NaN);
  const currency = form.get('currency') ?? '';
  if (!Number.isSafeInteger(amount) || amount === 0)
    return stripeError(400, 'Invalid integer: amount', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  if (!/^[a-z]{3}$/.test(currency)) return stripeError(400, 'Invalid currency', { param: 'currency' });
  if (customer.currency !== undefined && customer.currency !== currency)
    return stripeError(400, `You cannot combine currencies on a single customer: ${customer.currency}.`, {
      param: 'currency',
    });
  const transaction: BalanceTransactionRecord = {
    id: `cbtxn_desk${state.balanceTransactions.length + 1}`,
    customer: id,
    amount,
    currency,
    description: form.get('description') ?? undefined,
    created: now,
    endingBalance: (customer.balance ?? 0) + amount,
    metadata: metadataOf(form),
  };
  state.balanceTransactions.push(transaction);
  state.customers[at] = { ...customer, balance: transaction.endingBalance, currency };
  return jsonResponse(200, balanceTransactionJson(transaction));
}
