import * as z from 'zod/mini';
import { lineIdOf, refundJson } from './json-of.ts';
import { amountOf, cents, paymentsOf } from './payments.ts';
import { gid, orderOf, plainId, type OrderRecord, type RefundRecord, type ShopifyState } from './state.ts';

const inputSchema = z.strictObject({
  orderId: z.string(),
  currency: z.optional(z.string()),
  note: z.optional(z.string()),
  notify: z.optional(z.boolean()),
  refundLineItems: z.optional(
    z.array(
      z.strictObject({
        lineItemId: z.string(),
        quantity: z.int(),
        restockType: z.optional(z.enum(['NO_RESTOCK', 'CANCEL', 'RETURN'])),
        locationId: z.optional(z.string()),
      }),
    ),
  ),
  transactions: z.optional(
    z.array(
      z.strictObject({
        orderId: z.string(),
        parentId: z.optional(z.string()),
        gateway: z.string(),
        kind: z.literal('REFUND'),
        amount: z.string(),
      }),
    ),
  ),
});

type RefundInput = z.infer<typeof inputSchema>;
type RefundPayload = {
  readonly refund: ReturnType<typeof refundJson> | null;
  readonly userErrors: readonly { readonly field: readonly string[] | null; readonly message: string }[];
};

export type RefundAnswer =
  | { readonly is: 'payload'; readonly payload: RefundPayload }
  | { readonly is: 'error'; readonly code: string; readonly message: string };

const keyKeptFor = 24 * 60 * 60 * 1000;

/**
 * `refundCreate` with its key: one refund for one key and one input, for a day. A repetition is answered with the refund as it is now.
 * Source: https://shopify.dev/docs/api/usage/implementing-idempotency
 */
export function createRefund(
  state: ShopifyState,
  { input, key }: Readonly<Record<string, unknown>>,
  now: string,
): RefundAnswer | undefined {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success || typeof key !== 'string') return undefined;
  if (key.trim() === '') return error('BAD_REQUEST', 'The idempotency key must not be blank.');
  if (state.keysAtWork.has(key))
    return error('IDEMPOTENCY_CONCURRENT_REQUEST', 'A request with this idempotency key is being processed.');
  const asked = JSON.stringify(parsed.data);
  const earlier = state.keys.get(key);
  const isKept = earlier !== undefined && Date.parse(now) - Date.parse(earlier.at) < keyKeptFor;
  if (isKept && earlier.asked !== asked)
    return error('IDEMPOTENCY_KEY_PARAMETER_MISMATCH', 'The idempotency key was used with other parameters.');
  const known = isKept ? refundOf(state, earlier.refund) : undefined;
  if (known !== undefined) return payload(known.refund, known.order);
  const order = orderOf(state, parsed.data.orderId);
  const refusal = refusalOf(order, parsed.data);
  if (order === undefined || refusal !== undefined)
    return {
      is: 'payload',
      payload: {
        refund: null,
        userErrors: [{ field: ['input'], message: refusal ?? 'Order does not exist' }],
      },
    };
  const refund = record(state, order, parsed.data, now);
  state.keys.set(key, { asked, at: now, refund: refund.id });
  return payload(refund, order);
}

function refusalOf(order: OrderRecord | undefined, input: RefundInput): string | undefined {
  if (order === undefined) return 'Order does not exist';
  if ((input.currency ?? order.currency) !== order.currency)
    return `Currency must be ${order.currency}, the presentment currency of the order`;
  for (const { lineItemId, quantity } of input.refundLineItems ?? []) {
    const index = order.lines.findIndex((_, at) => lineIdOf(order, at) === plainId(lineItemId));
    const line = order.lines[index];
    const done = (order.refunds ?? []).flatMap(({ lines }) => lines);
    const refunded = done
      .filter(({ line: id }) => id === plainId(lineItemId))
      .reduce((all, one) => all + one.quantity, 0);
    if (line === undefined) return 'Line item does not exist';
    if (quantity > line.quantity - refunded) return 'Quantity cannot refund more items than were purchased';
  }
  const payments = paymentsOf(order);
  for (const { parentId, gateway, amount } of input.transactions ?? []) {
    const payment = payments.find(({ id }) => parentId !== undefined && id === plainId(parentId));
    if (payment === undefined || payment.gateway !== gateway)
      return 'Parent transaction is not valid for this refund';
    if (!/^\d+(\.\d+)?$/.test(amount) || cents(amount) <= 0) return 'Amount must be greater than zero';
    if (cents(amount) > payment.left)
      return `Refund amount exceeds the ${amountOf(payment.left)} that can be refunded`;
  }
  return undefined;
}

function record(state: ShopifyState, order: OrderRecord, input: RefundInput, now: string): RefundRecord {
  const id = String(6000 + state.orders.flatMap(({ refunds = [] }) => refunds).length + 1);
  const refund: RefundRecord = {
    id,
    note: input.note,
    createdAt: now,
    lines: (input.refundLineItems ?? []).map(({ lineItemId, quantity }) => ({
      line: plainId(lineItemId),
      quantity,
    })),
    transactions: (input.transactions ?? []).map(({ parentId = '', gateway, amount }, index) => ({
      id: `${id}${index + 1}`,
      parent: plainId(parentId),
      gateway,
      amount,
      status: order.refundsBecome ?? 'SUCCESS',
    })),
  };
  order.refunds = [...(order.refunds ?? []), refund];
  return refund;
}

function refundOf(state: ShopifyState, id: string | undefined) {
  for (const order of state.orders) {
    const refund = order.refunds?.find((candidate) => candidate.id === id);
    if (refund !== undefined) return { order, refund };
  }
  return undefined;
}

/** `order(id).suggestedRefund(suggestFullRefund: true)`. */
export function suggestedRefund(order: OrderRecord) {
  const money = (amount: number) => ({
    presentmentMoney: { amount: amountOf(amount), currencyCode: order.currency },
  });
  const payments = paymentsOf(order).filter(({ left }) => left > 0);
  return {
    maximumRefundableSet: money(payments.reduce((all, { left }) => all + left, 0)),
    suggestedTransactions: payments.map(({ id, gateway, left }) => ({
      gateway,
      amountSet: money(left),
      parentTransaction: { id: gid('OrderTransaction', id) },
    })),
  };
}

const payload = (refund: RefundRecord, order: OrderRecord): RefundAnswer => ({
  is: 'payload',
  payload: { refund: refundJson(refund, order), userErrors: [] },
});

const error = (code: string, message: string): RefundAnswer => ({ is: 'error', code, message });
