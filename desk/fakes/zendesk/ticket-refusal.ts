import { customFieldsOf, textOf, type TicketChange } from './change-ticket.ts';
import type { FieldValue, TicketFieldSeed, TicketFormSeed } from './seed.ts';
import { STATUSES, type TicketRecord, type ZendeskState } from './state.ts';

/** Why Zendesk refuses a change, by field. */
export type Refusal = Readonly<Record<string, string>>;

/** What is wrong with a change; undefined where nothing is. Source: Zendesk's ticket rules (closed tickets, required fields). */
export function refusalOf(
  state: ZendeskState,
  ticket: TicketRecord,
  change: TicketChange,
): Refusal | undefined {
  if (ticket.status === 'closed') return { status: 'Status: closed prevents ticket update' };
  const status = change['status'];
  if (status !== undefined && !STATUSES.some((known) => known === status))
    return { status: `Status: ${textOf(status)} is not valid` };
  const group = change['group_id'];
  if (group !== undefined && group !== null && !state.seed.groups.some(({ id }) => id === group))
    return { group: 'Group: is invalid' };
  for (const { id, value } of customFieldsOf(change)) {
    const field = state.seed.ticketFields?.find((known) => known.id === id);
    const isChoice = field?.type === 'tagger' || field?.type === 'multiselect';
    const chosen = Array.isArray(value) ? value : [value];
    const isKnown = (one: unknown) =>
      one === '' || one === null || field?.options?.some((option) => option.value === one);
    if (isChoice && !chosen.every(isKnown)) return { base: `${field.title}: is not a valid option` };
  }
  const custom = change['custom_status_id'];
  const chosen = state.seed.customStatuses?.find(({ id }) => id === custom);
  if (custom !== undefined && !chosen) return { custom_status_id: 'Status: is invalid' };
  const { form, link } = { form: formRefusal(state, change), link: linkRefusal(state, ticket, change) };
  if (form ?? link) return form ?? link;
  return status === 'solved' || chosen?.category === 'solved'
    ? missingOnSolve(state, ticket, change)
    : undefined;
}

function formRefusal({ seed }: ZendeskState, change: TicketChange): Refusal | undefined {
  const { ticket_form_id: form, brand_id: brand } = change;
  if (form !== undefined && !seed.ticketForms?.some(({ id }) => id === form))
    return { ticket_form_id: 'Ticket form: is invalid' };
  if (brand !== undefined && !seed.brands?.some(({ id }) => id === brand))
    return { brand_id: 'Brand: is invalid' };
  return undefined;
}

/** Only an incident is linked, and only to a problem. */
function linkRefusal(state: ZendeskState, ticket: TicketRecord, change: TicketChange): Refusal | undefined {
  const { problem_id: problem } = change;
  if (typeof problem !== 'number') return undefined;
  const type = change['type'] ?? ticket.type;
  if (type !== 'incident') return { problem_id: 'Problem: only incidents can be linked to a problem' };
  return state.tickets.get(problem)?.type === 'problem'
    ? undefined
    : { problem_id: 'Problem: is not a problem' };
}

function missingOnSolve(
  state: ZendeskState,
  ticket: TicketRecord,
  change: TicketChange,
): Refusal | undefined {
  const given = new Map(customFieldsOf(change).map(({ id, value }) => [id, value]));
  const valueOf = (id: number) => (given.has(id) ? given.get(id) : ticket.fields.get(id));
  const form = state.seed.ticketForms?.find(({ id }) => id === ticket.formId);
  const missing = (state.seed.ticketFields ?? []).filter((field) => {
    const value = valueOf(field.id);
    const isEmpty = value === undefined || value === null || value === '';
    return isEmpty && isWanted(form, field, valueOf);
  });
  if (missing.length === 0) return undefined;
  return Object.fromEntries(
    missing.map(({ id, title }) => [`${id}`, `${title}: is required when solving a ticket`]),
  );
}

/** On the form, and required by itself or by a condition of the form that holds. */
function isWanted(
  form: TicketFormSeed | undefined,
  { id, isRequiredToSolve }: TicketFieldSeed,
  valueOf: (id: number) => FieldValue | undefined,
): boolean {
  if (form?.fieldIds && !form.fieldIds.includes(id)) return false;
  const conditions = (form?.conditions ?? []).filter(({ shows }) => shows === id);
  return conditions.length === 0
    ? isRequiredToSolve === true
    : conditions.some((one) => one.isRequiredToSolve && String(valueOf(one.fieldId)) === one.value);
}
