import { impossible } from '../../write/outcome.ts';
import type { Target } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import { type Impossible } from '../action-result.ts';
import { readAmount } from '../read-amount.ts';
import { amountInput, moneyText, readMoney, type Money } from '../shopify-money.ts';
import type { ShopifyRefundState } from '../shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';
import { refundLines, type RefundLine } from './refund-lines.ts';

/** A payment that money goes back to, and how much. */
type RefundTransaction = {
  readonly gateway: string;
  readonly parentId: string | undefined;
  readonly amount: string;
};

export type PossibleRefund = {
  readonly is: 'possible';
  readonly amount: Money;
  readonly left: Money;
  readonly lines: readonly RefundLine[];
  readonly transactions: readonly RefundTransaction[];
  readonly target: Target;
};

/**
 * What a refund of this amount would be. What was refunded already is part of the target: a refund that somebody else makes in the
 * meantime changes it, and the approval no longer fits. An amount above what is left is said by `left`, not refused here.
 */
export function readRefund(
  tools: Pick<ShopifyTools, 'adminUrl'>,
  state: ShopifyRefundState,
  parameters: Parameters,
): PossibleRefund | Impossible {
  const wanted = readAmount(parameters['amount']);
  if (wanted.is === 'impossible') return wanted;
  const { amount } = wanted;
  const { name, suggestedRefund: suggested, presentmentCurrencyCode: currency } = state;
  if (currency !== amount.currency)
    return impossible(
      'not-allowed',
      `Order ${name} was paid in ${currency}, the amount is in ${amount.currency}.`,
    );
  const left = suggested && readMoney(suggested.maximumRefundableSet.presentmentMoney);
  const refunded = readMoney(state.totalRefundedSet.presentmentMoney);
  if (left === undefined || refunded === undefined)
    return impossible('unreadable', `Shopify does not say what was refunded of order ${name}.`);
  if (left === null || !left.amount.gt('0'))
    return impossible('not-allowed', `Nothing of order ${name} is left to refund.`);
  const lines = refundLines(state, parameters['lines']);
  if (lines.is === 'impossible') return lines;
  const goods = lines.lines.map(({ id, quantity }) => `${quantity} × ${id.split('/').at(-1)}`).join(', ');
  const target = {
    ids: { order: state.id, already_refunded: moneyText(refunded), ...(goods === '' ? {} : { goods }) },
    name,
    url: orderUrl(tools, state),
  };
  const transactions = allocate(state, amount.amount.gt(left.amount) ? left : amount);
  if (transactions === undefined)
    return impossible('not-allowed', `Shopify names no payment of order ${name} to give it back to.`);
  return { is: 'possible', amount, left, lines: lines.lines, transactions, target };
}

/** Spreads an amount over the payments that Shopify suggests, in its order; undefined where they do not hold as much. */
function allocate(state: ShopifyRefundState, wanted: Money): readonly RefundTransaction[] | undefined {
  const transactions: RefundTransaction[] = [];
  let open = wanted.amount;
  for (const { gateway, amountSet, parentTransaction } of state.suggestedRefund?.suggestedTransactions ??
    []) {
    const held = readMoney(amountSet.presentmentMoney);
    if (gateway === null || held?.currency !== wanted.currency || !held.amount.gt('0')) continue;
    const part = held.amount.lt(open) ? held.amount : open;
    const amount = amountInput({ amount: part, currency: wanted.currency });
    if (amount === undefined || !part.gt('0')) continue;
    transactions.push({ gateway, parentId: parentTransaction?.id, amount });
    open = open.minus(part);
  }
  return open.eq('0') ? transactions : undefined;
}
