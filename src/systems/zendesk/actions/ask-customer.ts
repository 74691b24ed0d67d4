import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../../system.ts';
import type { ActionTools } from '../action-tools.ts';
import { draftAction } from '../draft-action.ts';

export const askCustomerKind: ActionKind = {
  operation: 'zendesk.ask_customer',
  system: 'zendesk',
  parameters: [
    { name: 'text', type: { kind: 'text' }, required: true, editable: true, limits: [], long: true },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'same-value',
  undo: undefined,
  preview: [],
  confirmedBy: 'composer',
  reconciledBy: 'state',
};

/** Puts a question to the customer into the composer. */
export const askCustomer = (tools: ActionTools): ActionImplementation => draftAction(askCustomerKind, tools);
