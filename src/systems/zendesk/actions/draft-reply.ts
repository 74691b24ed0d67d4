import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../../system.ts';
import type { ActionTools } from '../action-tools.ts';
import { draftAction } from '../draft-action.ts';

const text = { kind: 'text' } as const;

export const draftReplyKind: ActionKind = {
  operation: 'zendesk.draft_reply',
  system: 'zendesk',
  parameters: [
    { name: 'text', type: text, required: true, editable: true, limits: [], long: true },
    // What the SOP asks the reply to say, where no template exists: then the text is empty, and the rep writes it.
    { name: 'instruction', type: text, required: false, editable: false, limits: [] },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'same-value',
  undo: undefined,
  preview: [],
  confirmedBy: 'composer',
  reconciledBy: 'state',
};

/** Puts a reply into the composer. */
export const draftReply = (tools: ActionTools): ActionImplementation => draftAction(draftReplyKind, tools);
