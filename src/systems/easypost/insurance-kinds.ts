import type { ActionKind } from '../../domain/decisions/action-kind.ts';

const text = { kind: 'text' } as const;
const optional = { type: text, required: false, limits: [] } as const;

/** Insures a parcel, for a fee. */
export const insureKind: ActionKind = {
  operation: 'easypost.insure',
  system: 'easypost',
  parameters: [
    {
      name: 'amount',
      type: { kind: 'money', currency: 'USD' },
      required: true,
      editable: true,
      limits: ['positive', 'at-most-proposed'],
    },
    { name: 'tracking_code', ...optional, editable: false },
    { name: 'carrier', ...optional, editable: false },
    // Needed where the label was not bought with EasyPost: `Name, street, city, state, zip, US`.
    { name: 'to_address', ...optional, editable: true },
    { name: 'from_address', ...optional, editable: true },
  ],
  risk: 'medium',
  movesMoney: true,
  onceBy: 'nothing',
  undo: 'easypost.cancel_insurance',
  preview: ['tracking_code', 'amount', 'carrier_status'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};

/** Cancels an insurance and gives its fee back. */
export const cancelInsuranceKind: ActionKind = {
  operation: 'easypost.cancel_insurance',
  system: 'easypost',
  // The id of an insurance; else the only one of the parcel.
  parameters: [{ name: 'insurance', type: text, required: false, editable: false, limits: [] }],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'same-value',
  undo: undefined,
  preview: ['insured_for', 'status'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
};
