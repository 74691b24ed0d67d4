import type { ActionKind, ParameterKind } from '../../domain/decisions/action-kind.ts';

const text = { kind: 'text' } as const;
const parameter = (name: string, given: Partial<ParameterKind> = {}): ParameterKind => ({
  name,
  type: text,
  required: true,
  editable: true,
  limits: [],
  ...given,
});

/** Changes one field of a record. The old value is part of what is approved, and is what takes it back. */
export const setSalesforceFieldKind: ActionKind = {
  operation: 'salesforce.set_field',
  system: 'salesforce',
  parameters: [
    parameter('record', { editable: false }),
    parameter('field', { editable: false }),
    // An empty value clears the field.
    parameter('value', { required: false }),
  ],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'same-value',
  undo: 'salesforce.set_field',
  preview: ['field', 'value', 'last_changed'],
  confirmedBy: 'read-back',
  reconciledBy: 'state',
};

/** What the three that create something share: Salesforce makes one record for a key, however often it is asked. */
const creates = {
  system: 'salesforce',
  risk: 'low',
  movesMoney: false,
  onceBy: 'provider-key',
  undo: undefined,
  confirmedBy: 'answer',
  reconciledBy: 'key',
} as const satisfies Partial<ActionKind>;

/**
 * Leaves a note on the contact: a task that is done already, which people see in the activity timeline. Salesforce's own notes (ContentNote)
 * take no fields of the customer's, so that nothing would keep one from being written twice.
 */
export const salesforceNoteKind: ActionKind = {
  ...creates,
  operation: 'salesforce.add_note',
  parameters: [parameter('note', { long: true })],
  preview: [],
};

export const salesforceTaskKind: ActionKind = {
  ...creates,
  operation: 'salesforce.create_task',
  parameters: [
    parameter('subject'),
    parameter('body', { required: false, long: true }),
    parameter('due', { type: { kind: 'date' }, required: false }),
    /** The address of a Salesforce user. */
    parameter('owner', { required: false, editable: false }),
  ],
  preview: ['owner'],
};

export const salesforceCaseKind: ActionKind = {
  ...creates,
  operation: 'salesforce.create_case',
  parameters: [
    parameter('subject'),
    parameter('body', { required: false, long: true }),
    parameter('priority', { required: false }),
  ],
  risk: 'medium',
  preview: ['account'],
};
