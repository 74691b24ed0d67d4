import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../system.ts';
import { closedTicket, line, ready, textParameter, ticketTarget, type ActionTools } from './action-tools.ts';
import { draftInComposer, reconcileDraft } from './composer.ts';

/** An action that puts its text into the composer; the rep reads it, and sends it. */
export function draftAction(kind: ActionKind, { client }: ActionTools): ActionImplementation {
  return {
    kind,
    prepare: ({ parameters }, context) => {
      const instruction = textParameter(parameters, 'instruction');
      const preview = [
        line('text', textParameter(parameters, 'text')),
        ...(instruction === '' ? [] : [line('instruction', instruction)]),
      ];
      return Promise.resolve(closedTicket(context) ?? ready(ticketTarget(context), preview));
    },
    execute: ({ approval }, context) =>
      draftInComposer(client, textParameter(approval.parameters, 'text'), context),
    reconcile: ({ approval }, context) =>
      reconcileDraft(client, textParameter(approval.parameters, 'text'), context),
  };
}
