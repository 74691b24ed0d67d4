import type { ActionKind } from '../../domain/decisions/action-kind.ts';

/** Asks for the money of a label that was not used. */
export const refundLabelKind: ActionKind = {
  operation: 'easypost.refund_label',
  system: 'easypost',
  parameters: [
    { name: 'tracking_code', type: { kind: 'text' }, required: false, editable: false, limits: [] },
  ],
  risk: 'medium',
  movesMoney: true,
  onceBy: 'nothing',
  undo: undefined,
  preview: ['postage', 'carrier_status'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
};
