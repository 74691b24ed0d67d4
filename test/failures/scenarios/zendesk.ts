import type { FakeRequest } from '../../../desk/fakes/fake.ts';
import type { TicketRecord } from '../../../desk/fakes/zendesk/state.ts';
import type { NodeDesk } from '../../../desk/node-desk.ts';
import { scenarioSop } from '../scenario-sop.ts';
import type { ActionScenario } from '../scenario.ts';

const ticketId = 4512;
const problemId = 4513;

function ticketOf(desk: NodeDesk, id = ticketId): TicketRecord {
  const ticket = desk.state.systems.zendesk.state.tickets.get(id);
  if (!ticket) throw new Error(`The desk has no ticket ${id}.`);
  return ticket;
}

const isUpdate = ({ method, url }: FakeRequest) =>
  method === 'PUT' && /\/tickets\/\d+(\.json)?$/.test(url.pathname);
const isOfTags = ({ method, url }: FakeRequest) =>
  (method === 'PUT' || method === 'DELETE') && /\/tags(\.json)?$/.test(url.pathname);

/** How often an update of ours went through: each leaves an audit with its mark, also where it changes nothing. */
const updatesOf = (desk: NodeDesk) =>
  ticketOf(desk).audits.filter(({ custom }) => custom['signoff'] !== undefined).length;

const notesWith = (desk: NodeDesk, words: string) =>
  ticketOf(desk).comments.filter((comment) => !comment.public && comment.body.includes(words)).length;

type Scenario = Omit<ActionScenario, 'system' | 'ticketId' | 'isWrite'> & Partial<ActionScenario>;
const onTicket = (scenario: Scenario): ActionScenario => ({
  system: 'zendesk',
  ticketId,
  isWrite: isUpdate,
  ...scenario,
});

/**
 * Every action of Zendesk that changes something by a request. Replies and questions stand in the composer of the open tab, which the
 * rep sends: no request of ours can fail there.
 */
export const zendeskScenarios: readonly ActionScenario[] = [
  onTicket({
    operation: 'zendesk.set_field',
    sop: scenarioSop({ instruction: 'set zendesk.ticket.priority to "urgent"' }),
    effects: updatesOf,
  }),
  onTicket({
    operation: 'zendesk.set_field',
    sop: scenarioSop({ instruction: 'set zendesk.requester.notes to "Seen by the matrix."' }),
    isWrite: ({ method, url }) => method === 'PUT' && /\/users\/\d+(\.json)?$/.test(url.pathname),
    // The same value twice is the same value.
    effects: (desk) => {
      const { users } = desk.state.systems.zendesk.state;
      return users.get(ticketOf(desk).requesterId)?.notes === 'Seen by the matrix.' ? 1 : 0;
    },
  }),
  onTicket({
    operation: 'zendesk.add_tag',
    sop: scenarioSop({ instruction: 'add tag "matrix"' }),
    isWrite: isOfTags,
    // A tag is there or not: adding it again adds nothing.
    effects: (desk) => ticketOf(desk).tags.filter((tag) => tag === 'matrix').length,
  }),
  onTicket({
    operation: 'zendesk.remove_tag',
    sop: scenarioSop({ instruction: 'remove tag "late_parcel"' }),
    isWrite: isOfTags,
    effects: (desk) => (ticketOf(desk).tags.includes('late_parcel') ? 0 : 1),
  }),
  onTicket({
    operation: 'zendesk.add_note',
    sop: scenarioSop({ instruction: 'add note "Seen by the matrix."' }),
    effects: (desk) => notesWith(desk, 'Seen by the matrix.'),
  }),
  onTicket({
    operation: 'zendesk.notify',
    sop: scenarioSop({ instruction: 'notify Logistics "Please look."' }),
    effects: (desk) => notesWith(desk, 'Please look.'),
  }),
  onTicket({
    operation: 'zendesk.escalate',
    sop: scenarioSop({ instruction: 'escalate to Logistics because "it is lost"' }),
    effects: (desk) => notesWith(desk, 'Escalated to Logistics.'),
  }),
  onTicket({
    operation: 'zendesk.apply_macro',
    sop: scenarioSop({ instruction: 'apply macro "Sample macro"' }),
    arrange: ({ state }) => {
      const { seed } = state.systems.zendesk.state;
      const note = { field: 'comment', body: 'By the macro.', public: false } as const;
      Object.assign(seed, { macros: [{ id: 501, title: 'Sample macro', actions: [note] }] });
    },
    effects: (desk) => notesWith(desk, 'By the macro.'),
  }),
  onTicket({
    operation: 'zendesk.assign',
    sop: scenarioSop({
      actions: ['hand over: zendesk.assign (group = "Logistics")'],
      instruction: 'propose hand over',
    }),
    effects: updatesOf,
  }),
  onTicket({
    operation: 'zendesk.link_problem',
    sop: scenarioSop({
      actions: [`link: zendesk.link_problem (problem = "${problemId}")`],
      instruction: 'propose link',
    }),
    arrange: (desk) => {
      ticketOf(desk, problemId).type = 'problem';
    },
    effects: updatesOf,
  }),
  onTicket({
    operation: 'zendesk.side_conversation',
    sop: scenarioSop({
      actions: [
        'ask the warehouse: zendesk.side_conversation (to = "warehouse@desk.example", subject = "Parcel", body = "Where is it?")',
      ],
      instruction: 'propose ask the warehouse',
    }),
    isWrite: ({ method, url }) => method === 'POST' && url.pathname.includes('/side_conversations'),
    effects: (desk) => ticketOf(desk).sideConversations.length,
  }),
];
