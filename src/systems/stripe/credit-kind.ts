import type { ActionKind } from '../../domain/decisions/action-kind.ts';

/** Gives a customer credit that the next invoice takes off. */
export const creditCustomerKind: ActionKind = {
  operation: 'stripe.credit_customer',
  system: 'stripe',
  parameters: [
    {
      name: 'amount',
      type: { kind: 'money', currency: undefined },
      required: true,
      editable: true,
      limits: ['positive', 'at-most-proposed'],
    },
    // Stands on the invoice.
    { name: 'description', type: { kind: 'text' }, required: false, editable: true, limits: [] },
  ],
  risk: 'high',
  movesMoney: true,
  onceBy: 'provider-key',
  undo: undefined,
  preview: ['amount', 'credit'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};
