import { failed, impossible } from '../write/outcome.ts';
import type { ActionImplementation } from '../system.ts';
import { activityBody } from './activity-text.ts';
import { createActivity, reconcileActivity } from './create-activity.ts';
import { findContact, knownOfAction } from './find-record.ts';
import { hubspotNoteKind } from './hubspot-kinds.ts';
import { askerOf, notFound, textOf, type HubspotTools } from './hubspot-tools.ts';
import { nameOfContact } from './record-choices.ts';

/** Writes a note on the contact. */
export function addNote(tools: HubspotTools): ActionImplementation {
  return {
    kind: hubspotNoteKind,
    prepare: async ({ parameters }, context, freshness) => {
      if (textOf(parameters['note']) === '') return impossible('refused', 'The note is empty.');
      const contact = await findContact(tools, knownOfAction(context), askerOf(context, freshness));
      if (contact.is !== 'found') return notFound(contact, 'contact');
      const target = { ids: { contact: contact.record.id }, name: nameOfContact(contact.record) };
      return { is: 'ready', target, preview: [], atMost: {} };
    },
    execute: async (approval) => {
      const note = textOf(approval.approval.parameters['note']);
      if (note === '') return failed('refused', 'The note is empty.');
      const properties = {
        hs_timestamp: tools.now(),
        hs_note_body: activityBody(note, approval.approval, approval.key),
      };
      return createActivity(tools, approval, { type: 'notes', properties });
    },
    reconcile: (approval) => reconcileActivity(tools, approval, 'notes'),
  };
}
