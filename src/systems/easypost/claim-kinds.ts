import type { ActionKind } from '../../domain/decisions/action-kind.ts';

const text = { kind: 'text' } as const;

/** Asks the insurer for the worth of a parcel. EasyPost takes the same claim twice, so what is there is looked at before. */
export const fileClaimKind: ActionKind = {
  operation: 'easypost.file_claim',
  system: 'easypost',
  parameters: [
    {
      name: 'type',
      type: { kind: 'choice', options: ['loss', 'damage', 'theft'] },
      required: true,
      editable: true,
      limits: [],
    },
    {
      name: 'amount',
      type: { kind: 'money', currency: 'USD' },
      required: true,
      editable: true,
      limits: ['positive', 'at-most-proposed'],
    },
    { name: 'description', type: text, required: true, editable: true, limits: [], long: true },
    { name: 'contact_email', type: text, required: true, editable: true, limits: [] },
    { name: 'tracking_code', type: text, required: false, editable: false, limits: [] },
  ],
  risk: 'high',
  movesMoney: true,
  onceBy: 'nothing',
  undo: 'easypost.cancel_claim',
  preview: ['tracking_code', 'amount', 'insured_for', 'insurance_found', 'evidence_to_add'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};

/** Withdraws a claim that nobody has begun to look at. */
export const cancelClaimKind: ActionKind = {
  operation: 'easypost.cancel_claim',
  system: 'easypost',
  // The id of a claim; else the only one of the parcel.
  parameters: [{ name: 'claim', type: text, required: false, editable: false, limits: [] }],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'same-value',
  undo: undefined,
  preview: ['claim_type', 'amount', 'status'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
};
