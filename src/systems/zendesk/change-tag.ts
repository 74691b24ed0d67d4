import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { AddedAction } from '../../domain/run/events.ts';
import type { ActionImplementation } from '../system.ts';
import {
  approvedTicket,
  impossible,
  line,
  obstacle,
  ready,
  succeeded,
  textParameter,
  ticketTarget,
  type ActionTools,
} from './action-tools.ts';
import { tagOf } from './tag-of.ts';
import { failedBecause } from './write-outcome.ts';

type How = 'add' | 'remove';

const opposite = (how: How): How => (how === 'add' ? 'remove' : 'add');
const operationOf = (how: How) => `zendesk.${how}_tag`;

export const tagKind = (how: How): ActionKind => ({
  operation: operationOf(how),
  system: 'zendesk',
  parameters: [{ name: 'tag', type: { kind: 'text' }, required: true, editable: true, limits: [] }],
  risk: 'low',
  movesMoney: false,
  onceBy: 'same-value',
  undo: operationOf(opposite(how)),
  preview: ['tag'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
});

/** Adds a tag to the ticket, or removes one, and reads back that it is there, or gone. */
export function changeTag(how: How, tools: ActionTools): ActionImplementation {
  const { updates } = tools;
  const isDone = (tags: readonly string[], tag: string) => tags.includes(tag) === (how === 'add');
  return {
    kind: tagKind(how),
    prepare: async ({ parameters }, context) => {
      const tag = tagOf(textParameter(parameters, 'tag'));
      if (tag === '') return impossible('refused', 'The tag is empty.');
      const inTheWay = await obstacle(tools, context, ['change-tags']);
      return inTheWay ?? ready(ticketTarget(context), [line('tag', tag)]);
    },
    execute: async (approval, context) => {
      const ticket = approvedTicket(approval, context);
      const tag = tagOf(textParameter(approval.approval.parameters, 'tag'));
      if (ticket.is !== 'ticket') return ticket;
      if (tag === '') return failedBecause('refused', 'The tag is empty.');
      const changed = await updates.changeTags(how, ticket.id, [tag]);
      if (changed.is !== 'changed') return changed;
      return isDone(changed.tags, tag)
        ? succeeded(undefined, context, undoOf(how, tag, context))
        : failedBecause(
            'refused',
            `Zendesk answered, but the tag ${tag} ${how === 'add' ? 'is not' : 'is still'} there.`,
          );
    },
    reconcile: async (approval, context) => {
      const ticket = approvedTicket(approval, context);
      if (ticket.is !== 'ticket') return { is: 'cannot-tell', how: ticket.failure.reason };
      const tag = tagOf(textParameter(approval.approval.parameters, 'tag'));
      const tags = await updates.tags(ticket.id);
      if (tags.is === 'failed') return { is: 'cannot-tell', how: tags.failure.reason };
      const how = `The tag ${tag} is ${tags.body.includes(tag) ? '' : 'not '}on ticket ${ticket.id}.`;
      return isDone(tags.body, tag)
        ? { is: 'happened', result: { is: 'succeeded', url: context.ticket.url, reconciled: how }, how }
        : { is: 'did-not-happen', how };
    },
  };
}

/**
 * Only what was really changed can be taken back: a tag that was there already was not added. The page tells the tags as they were right
 * before; where it does not, nothing is offered.
 */
export function undoOf(how: How, tag: string, { ticket }: ActionContext): AddedAction | undefined {
  const before = ticket.facts['ticket tags'];
  const isChanged = Array.isArray(before) && before.includes(tag) !== (how === 'add');
  return isChanged ? { operation: operationOf(opposite(how)), parameters: { tag } } : undefined;
}
