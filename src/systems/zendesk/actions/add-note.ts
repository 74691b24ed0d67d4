import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  impossible,
  obstacle,
  ready,
  reconcileByAudit,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import { writeNote } from '../write-note.ts';

export const addNoteKind: ActionKind = {
  operation: 'zendesk.add_note',
  system: 'zendesk',
  parameters: [
    { name: 'note', type: { kind: 'text' }, required: true, editable: true, limits: [], long: true },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: undefined,
  preview: [],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** Writes an internal note under the ticket. */
export function addNote(tools: ActionTools): ActionImplementation {
  return {
    kind: addNoteKind,
    prepare: async ({ parameters }, context) => {
      const note = textParameter(parameters, 'note');
      if (note.trim() === '') return impossible('refused', 'The note is empty.');
      return (await obstacle(tools, context, [])) ?? ready(ticketTarget(context), []);
    },
    execute: (approval, context) =>
      writeNote(tools, textParameter(approval.approval.parameters, 'note'), approval, context),
    reconcile: (approval, context) => reconcileByAudit(tools.updates, approval, context),
  };
}
