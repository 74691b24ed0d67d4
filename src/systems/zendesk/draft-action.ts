import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../system.ts';
import { obstacle, ready, textParameter, ticketTarget, type ActionTools } from './action-tools.ts';
import { draftInComposer, reconcileDraft } from './composer.ts';

/** An action that puts its text into the composer; the rep reads it, and sends it. */
export function draftAction(kind: ActionKind, tools: ActionTools): ActionImplementation {
  const { client } = tools;
  return {
    kind,
    // The card shows its text and what it is to say; there is nothing to add.
    prepare: async (_, context) =>
      (await obstacle(tools, context, ['reply'])) ?? ready(ticketTarget(context), []),
    execute: ({ approval }, context) =>
      draftInComposer(client, textParameter(approval.parameters, 'text'), context),
    reconcile: ({ approval }, context) =>
      reconcileDraft(client, textParameter(approval.parameters, 'text'), context),
  };
}
