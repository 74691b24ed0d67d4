import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import { creditCustomerKind } from './credit-kind.ts';
import { submitEvidenceKind } from './evidence-kind.ts';
import { refundKind } from './refund-kind.ts';
import { cancelSubscriptionKind, keepSubscriptionKind } from './subscription-kinds.ts';

/** Every kind of action that Stripe offers, in the order of `stripeActions`. */
export const stripeKinds: readonly ActionKind[] = [
  refundKind,
  submitEvidenceKind,
  cancelSubscriptionKind,
  keepSubscriptionKind,
  creditCustomerKind,
];
