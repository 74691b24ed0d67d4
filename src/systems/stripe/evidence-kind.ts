import type { ActionKind, ParameterKind } from '../../domain/decisions/action-kind.ts';

const text = { kind: 'text' } as const;
const short = { type: text, required: false, editable: true, limits: [] } as const;
const long = { ...short, long: true } as const;

/** What an SOP can tell the bank. Each is a field of Stripe's `evidence` but `customer_communication`, see `evidence-fields.ts`. */
const evidenceParameters: readonly ParameterKind[] = [
  { name: 'product_description', ...long },
  { name: 'customer_communication', ...long },
  { name: 'shipping_carrier', ...short },
  { name: 'shipping_tracking_number', ...short },
  { name: 'shipping_date', ...short, type: { kind: 'date' } },
  { name: 'shipping_address', ...short },
  { name: 'refund_policy_disclosure', ...long },
  { name: 'refund_refusal_explanation', ...long },
  { name: 'duplicate_charge_explanation', ...long },
  { name: 'uncategorized_text', ...long },
];

/** Answers a dispute. The bank takes evidence once: nothing takes it back or adds to it. */
export const submitEvidenceKind: ActionKind = {
  operation: 'stripe.submit_evidence',
  system: 'stripe',
  parameters: [
    { name: 'dispute', type: text, required: false, editable: false, limits: [] },
    ...evidenceParameters,
  ],
  risk: 'high',
  movesMoney: false,
  onceBy: 'provider-key',
  undo: undefined,
  preview: ['amount', 'reason', 'status', 'evidence_due', 'final'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
};
