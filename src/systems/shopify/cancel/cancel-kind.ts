import type { ActionKind } from '../../../domain/decisions/action-kind.ts';

/** Shopify's reasons, in small letters. Source: OrderCancelReason of the schema */
const reasons = ['customer', 'declined', 'fraud', 'inventory', 'staff', 'other'];

/**
 * Cancels an order that was not sent. Nothing takes that back, and Shopify has no key against doing it twice. What was paid is given
 * back only where `refund` says so; payments that are merely authorised lapse in any case. The goods go back into stock unless `restock`
 * says no.
 */
export const cancelKind: ActionKind = {
  operation: 'shopify.cancel_order',
  system: 'shopify',
  parameters: [
    { name: 'order', type: { kind: 'text' }, required: false, editable: false, limits: [] },
    {
      name: 'reason',
      type: { kind: 'choice', options: reasons },
      required: false,
      editable: true,
      limits: [],
    },
    { name: 'refund', type: { kind: 'yes-no' }, required: false, editable: false, limits: [] },
    { name: 'restock', type: { kind: 'yes-no' }, required: false, editable: true, limits: [] },
    { name: 'notify', type: { kind: 'yes-no' }, required: false, editable: true, limits: [] },
  ],
  risk: 'high',
  movesMoney: true,
  onceBy: 'nothing',
  undo: undefined,
  preview: ['goods', 'total', 'given_back', 'order_of_another_address'],
  confirmedBy: 'read-back',
  reconciledBy: 'state',
};
