import { failed, unknown } from '../../write/outcome.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { moneyText, readMoney, type Money } from '../shopify-money.ts';
import type { ShopifyRefund } from '../shopify-schemas.ts';

/** Statuses of a payment that is on its way and can still fail. Source: OrderTransactionStatus of the schema */
const onTheirWay = new Set(['PENDING', 'AWAITING_RESPONSE']);
const notDone = new Set(['FAILURE', 'ERROR']);

/**
 * What a refund came to. That it is there does not say that money moved: its transactions do. One part that failed beside one that
 * went through is neither success nor failure, so a person looks.
 */
export function resultOfRefund(
  refund: ShopifyRefund,
  wanted: Money,
  url: string | undefined,
): ExecutionResult {
  const reference = referenceOf(refund);
  const transactions = refund.transactions.nodes.filter(({ kind }) => kind === 'REFUND');
  const statuses = transactions.map(({ status }) => status);
  if (refund.transactions.pageInfo.hasNextPage)
    return unknown(`The refund ${reference} has more payments than were read.`);
  if (transactions.length === 0)
    return unknown(`The refund ${reference} is there, and no money moved with it.`);
  if (statuses.every((status) => notDone.has(status)))
    return failed('refused', `The refund ${reference} did not go through: its payment ended with an error.`);
  if (!statuses.every((status) => status === 'SUCCESS' || onTheirWay.has(status)))
    return unknown(
      `Shopify says “${statuses.join(', ').toLowerCase()}” of the payments of the refund ${reference}.`,
    );
  const sum = sumOf(refund, wanted.currency);
  if (sum === undefined || !sum.amount.eq(wanted.amount))
    return unknown(`The refund ${reference} is over ${sum ? moneyText(sum) : 'another currency'}.`);
  return {
    is: 'succeeded',
    reference,
    ...(url === undefined ? {} : { url }),
    ...(statuses.some((status) => onTheirWay.has(status)) ? { pending: true } : {}),
  };
}

function sumOf({ transactions }: ShopifyRefund, currency: string): Money | undefined {
  const parts = transactions.nodes
    .filter(({ kind }) => kind === 'REFUND')
    .map(({ amountSet }) => readMoney(amountSet.presentmentMoney));
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  let { amount } = first;
  for (const part of others) {
    if (part === undefined) return undefined;
    amount = amount.plus(part.amount);
  }
  return parts.every((part) => part?.currency === currency) ? { amount, currency } : undefined;
}

/** The digits of its id, as Shopify's own pages name it. */
const referenceOf = ({ id }: ShopifyRefund): string => id.split('/').at(-1) ?? id;
