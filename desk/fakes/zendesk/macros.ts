import type { FakeResponse } from '../fake.ts';
import { ok, recordNotFound, type Call } from './call.ts';
import { ticketJson } from './json-of.ts';
import type { MacroSeed } from './seed.ts';
import type { TicketRecord, ZendeskState } from './state.ts';

export function listMacros(call: Call): FakeResponse {
  const macros = call.state.seed.macros ?? [];
  return ok({
    macros: macros.map(({ id, title }) => ({
      id,
      title,
      active: true,
      actions: [],
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
      restriction: null,
      description: null,
    })),
    count: macros.length,
  });
}

/** What the ticket would be after the macro, with the placeholders filled in. Saves nothing. */
export function applyMacro(call: Call): FakeResponse {
  const ticket = call.state.tickets.get(Number(call.named[0]));
  const macro = call.state.seed.macros?.find(({ id }) => id === Number(call.named[1]));
  return ticket && macro
    ? ok({ result: { ticket: afterMacro(call.state, ticket, macro) } })
    : recordNotFound();
}

function afterMacro(state: ZendeskState, ticket: TicketRecord, macro: MacroSeed) {
  const after: Record<string, unknown> = { ...ticketJson(state, ticket) };
  const fields = new Map(ticket.fields);
  let tags = [...ticket.tags];
  for (const action of macro.actions) {
    if (action.field === 'custom_field') fields.set(action.id, action.value);
    else if (action.field === 'comment')
      after['comment'] = { body: filledIn(state, ticket, action.body), public: action.public };
    else if ('tags' in action)
      tags =
        action.field === 'add_tags'
          ? [...new Set([...tags, ...action.tags])]
          : tags.filter((tag) => !action.tags.includes(tag));
    else after[action.field] = action.value;
  }
  return { ...after, tags, custom_fields: [...fields].map(([id, value]) => ({ id, value })) };
}

function filledIn(state: ZendeskState, ticket: TicketRecord, text: string): string {
  const requester = state.users.get(ticket.requesterId)?.name ?? '';
  return text
    .replaceAll('{{ticket.id}}', String(ticket.id))
    .replaceAll('{{ticket.requester.name}}', requester)
    .replaceAll('{{ticket.requester.first_name}}', requester.split(' ')[0] ?? '');
}
