import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  line,
  obstacle,
  ready,
  reconcileByAudit,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import { writeNote } from '../write-note.ts';

const text = { kind: 'text' } as const;

export const notifyKind: ActionKind = {
  operation: 'zendesk.notify',
  system: 'zendesk',
  parameters: [
    { name: 'team', type: text, required: true, editable: false, limits: [] },
    { name: 'message', type: text, required: false, editable: true, limits: [], long: true },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: undefined,
  preview: ['note'],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** Tells a team something by an internal note: its members see it in the ticket, and in their views. */
export function notify(tools: ActionTools): ActionImplementation {
  return {
    kind: notifyKind,
    prepare: async ({ parameters }, context) => {
      const isPlain = textParameter(parameters, 'message').trim() === '';
      const preview = isPlain ? [line('note', noteFor(parameters))] : [];
      return (await obstacle(tools, context, [])) ?? ready(ticketTarget(context), preview);
    },
    execute: (approval, context) =>
      writeNote(tools, noteFor(approval.approval.parameters), approval, context),
    reconcile: (approval, context) => reconcileByAudit(tools.updates, approval, context),
  };
}

function noteFor(parameters: Parameters): string {
  const message = textParameter(parameters, 'message').trim();
  const team = textParameter(parameters, 'team');
  return `For ${team}: ${message === '' ? 'please look at this ticket.' : message}`;
}
