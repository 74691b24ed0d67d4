import type { ActionKind } from '../../../domain/decisions/action-kind.ts';

/**
 * Gives money of an order back to where it came from. `lines` names those that it is for; without them it is for the order as a
 * whole. What is refunded is not put back into stock: that needs a place, which is for the warehouse to say. Nothing takes a refund back.
 */
export const refundKind: ActionKind = {
  operation: 'shopify.refund',
  system: 'shopify',
  parameters: [
    {
      name: 'amount',
      type: { kind: 'money', currency: undefined },
      required: true,
      editable: true,
      limits: ['positive', 'at-most-proposed'],
    },
    { name: 'order', type: { kind: 'text' }, required: false, editable: false, limits: [] },
    { name: 'lines', type: { kind: 'list' }, required: false, editable: false, limits: [] },
    { name: 'notify', type: { kind: 'yes-no' }, required: false, editable: true, limits: [] },
  ],
  risk: 'high',
  movesMoney: true,
  onceBy: 'provider-key',
  undo: undefined,
  preview: ['amount', 'left_to_refund', 'goods', 'order_of_another_address'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};
