import type { Approval } from '../../../domain/decisions/approval.ts';
import type { PossibleRefund } from './refundable-order.ts';

type Given = {
  readonly refund: PossibleRefund;
  readonly order: string;
  readonly approval: Approval;
  readonly key: string;
  readonly ticketId: string;
};

/**
 * The refund as it is sent: each payment that money goes back to, in the currency that the customer paid in, with our key and who
 * approved it. Without the payments no money would move.
 */
export function refundInput({ refund, order, approval, key, ticketId }: Given) {
  const { amount, lines, transactions } = refund;
  return {
    orderId: order,
    currency: amount.currency,
    note: `Refund for Zendesk ticket ${ticketId}, approved by ${approval.by.name} (${approval.by.id}). ${key}`,
    notify: approval.parameters['notify'] === true,
    ...(lines.length === 0
      ? {}
      : {
          refundLineItems: lines.map(({ id, quantity }) => ({
            lineItemId: id,
            quantity,
            restockType: 'NO_RESTOCK',
          })),
        }),
    transactions: transactions.map(({ parentId, ...transaction }) => ({
      orderId: order,
      ...(parentId === undefined ? {} : { parentId }),
      kind: 'REFUND',
      ...transaction,
    })),
  };
}
