import type { ActionKind } from '../../domain/decisions/action-kind.ts';

const change = {
  system: 'stripe',
  // The id of one of the requester's subscriptions; else the only one that runs.
  parameters: [
    { name: 'subscription', type: { kind: 'text' }, required: false, editable: false, limits: [] },
  ],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'provider-key',
  confirmedBy: 'answer',
  reconciledBy: 'state',
} as const;

/** Ends a subscription when the period that was paid is over. Until then it can be taken back. */
export const cancelSubscriptionKind: ActionKind = {
  ...change,
  operation: 'stripe.cancel_subscription',
  undo: 'stripe.keep_subscription',
  preview: ['amount', 'status', 'subscription_ends'],
};

/** Has a subscription that would end renew itself after all. */
export const keepSubscriptionKind: ActionKind = {
  ...change,
  operation: 'stripe.keep_subscription',
  undo: 'stripe.cancel_subscription',
  preview: ['amount', 'status', 'subscription_renews'],
};
