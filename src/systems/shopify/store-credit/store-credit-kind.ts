import type { ActionKind } from '../../../domain/decisions/action-kind.ts';

/**
 * Adds store credit for the requester. Shopify has no key against doing it twice and keeps no note of ours with it: what became of
 * a lost answer a person has to say, unless the account shows that nothing has happened at all.
 */
export const storeCreditKind: ActionKind = {
  operation: 'shopify.store_credit',
  system: 'shopify',
  parameters: [
    {
      name: 'amount',
      type: { kind: 'money', currency: undefined },
      required: true,
      editable: true,
      limits: ['positive', 'at-most-proposed'],
    },
    { name: 'notify', type: { kind: 'yes-no' }, required: false, editable: true, limits: [] },
  ],
  risk: 'high',
  movesMoney: true,
  onceBy: 'nothing',
  undo: undefined,
  preview: ['store_credit'],
  confirmedBy: 'answer',
  reconciledBy: 'person',
};
