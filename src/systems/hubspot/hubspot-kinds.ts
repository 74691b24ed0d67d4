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

/** Changes one property of the contact or of its company. The old value is part of what is approved, and is what takes it back. */
export const setPropertyKind: ActionKind = {
  operation: 'hubspot.set_property',
  system: 'hubspot',
  parameters: [
    parameter('record', { editable: false }),
    parameter('property', { editable: false }),
    // An empty value clears the property.
    parameter('value', { required: false }),
  ],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'same-value',
  undo: 'hubspot.set_property',
  preview: ['property', 'value', 'last_changed'],
  confirmedBy: 'read-back',
  reconciledBy: 'state',
};

/** Writes a note on the contact. HubSpot has no key against doing it twice: the claim comes first, and the note carries our key. */
export const hubspotNoteKind: ActionKind = {
  operation: 'hubspot.add_note',
  system: 'hubspot',
  parameters: [parameter('note', { long: true })],
  risk: 'low',
  movesMoney: false,
  onceBy: 'nothing',
  undo: undefined,
  preview: [],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};

/** Makes a task on the contact, for the owner that is named or else for the contact's own. As with the note, it carries our key. */
export const hubspotTaskKind: ActionKind = {
  operation: 'hubspot.create_task',
  system: 'hubspot',
  parameters: [
    parameter('subject'),
    parameter('body', { required: false, long: true }),
    parameter('due', { type: { kind: 'date' }, required: false }),
    /** The address of a HubSpot user. */
    parameter('owner', { required: false, editable: false }),
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'nothing',
  undo: undefined,
  preview: ['owner'],
  confirmedBy: 'answer',
  reconciledBy: 'key',
};
