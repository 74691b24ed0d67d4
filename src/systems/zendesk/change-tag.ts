import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../system.ts';
import {
  approvedTicket,
  closedTicket,
  impossible,
  line,
  ready,
  succeeded,
  textParameter,
  ticketTarget,
  type ActionTools,
} from './action-tools.ts';
import { tagOf } from './tag-of.ts';
import { failedBecause } from './write-outcome.ts';

export const tagKind = (how: 'add' | 'remove'): ActionKind => ({
  operation: `zendesk.${how}_tag`,
  system: 'zendesk',
  parameters: [{ name: 'tag', type: { kind: 'text' }, required: true, editable: true, limits: [] }],
  risk: 'low',
  movesMoney: false,
  onceBy: 'same-value',
  undo: how === 'add' ? 'zendesk.remove_tag' : 'zendesk.add_tag',
  preview: ['tag'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
});

/** Adds a tag to the ticket, or removes one, and reads back that it is there, or gone. */
export function changeTag(how: 'add' | 'remove', { updates }: ActionTools): ActionImplementation {
  const isDone = (tags: readonly string[], tag: string) => tags.includes(tag) === (how === 'add');
  return {
    kind: tagKind(how),
    prepare: ({ parameters }, context) => {
      const tag = tagOf(textParameter(parameters, 'tag'));
      if (tag === '') return Promise.resolve(impossible('refused', 'The tag is empty.'));
      const preparation = closedTicket(context) ?? ready(ticketTarget(context), [line('tag', tag)]);
      return Promise.resolve(preparation);
    },
    execute: async (approval, context) => {
      const ticket = approvedTicket(approval, context);
      const tag = tagOf(textParameter(approval.approval.parameters, 'tag'));
      if (ticket.is !== 'ticket') return ticket;
      if (tag === '') return failedBecause('refused', 'The tag is empty.');
      const changed = await updates.changeTags(how, ticket.id, [tag]);
      if (changed.is !== 'changed') return changed;
      return isDone(changed.tags, tag)
        ? succeeded(undefined, context)
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
