import type { ActionKind } from '../../domain/decisions/action-kind.ts';

/** Gives money of one payment back to the card or account that it came from. Nothing takes a refund back. */
export const refundKind: ActionKind = {
  operation: 'stripe.refund',
  system: 'stripe',
  parameters: [
    {
      name: 'amount',
      type: { kind: 'money', currency: undefined },
      required: true,
      editable: true,
      limits: ['positive', 'at-most-proposed'],
    },
    // The id of one of the requester's payments, such as the fact `double_payment`; else the payment of the ticket's order.
    { name: 'payment', type: { kind: 'text' }, required: false, editable: false, limits: [] },
  ],
  risk: 'high',
  movesMoney: true,
  onceBy: 'provider-key',
  undo: undefined,
  preview: ['amount', 'left_to_refund', 'disputed'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};
