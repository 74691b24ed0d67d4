import type { ActionKind } from '../../../domain/decisions/action-kind.ts';

/**
 * Sends the same goods again, free of charge, to the address of the order. Shopify has no key against doing it twice: the claim comes first,
 * and the draft carries our key, so that a second try finds it.
 */
export const reshipKind: ActionKind = {
  operation: 'shopify.reship',
  system: 'shopify',
  parameters: [{ name: 'order', type: { kind: 'text' }, required: true, editable: false, limits: [] }],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'nothing',
  undo: 'shopify.cancel_order',
  preview: ['goods', 'ship_to', 'order_of_another_address'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};
