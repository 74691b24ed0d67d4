import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Named } from './account-lists.ts';
import type { ActionTools } from './action-tools.ts';
import { writeFieldValue } from './field-value.ts';
import { findAgent } from './find-agent.ts';
import { findGroup } from './find-group.ts';
import type { RestFieldValue, TicketChange } from './rest-ticket.ts';
import { refused, type Resolved, type SettableField } from './settable-field.ts';

/** A field and the value for it, in the API's form. */
export type FieldChange = {
  readonly field: SettableField;
  readonly raw: NonNullable<RestFieldValue>;
  /** It solves the ticket, so that the form must be filled in. */
  readonly solves?: boolean;
};

type Tools = Pick<ActionTools, 'teams' | 'transport' | 'directory'>;

/** The change that `set` means: names of groups, agents, forms, brands and statuses become ids, options become tags. */
export async function fieldChange(
  tools: Tools,
  field: SettableField,
  value: FactJson,
): Promise<Resolved<FieldChange>> {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (field.isCustom || field.record !== 'ticket') return plainChange(field, value);
  switch (field.name) {
    case 'status':
      return statusChange(tools, field, text);
    case 'custom_status_id':
      return customStatusChange(tools, field, text);
    case 'group_id': {
      const found = await findGroup(tools, text);
      return found.is === 'failed' ? found : { is: 'found', found: { field, raw: found.group.id } };
    }
    case 'assignee_id':
      return assigneeChange(tools, field, text);
    case 'ticket_form_id':
      return namedChange(field, text, { what: 'ticket form', listed: await tools.directory.forms() });
    case 'brand_id':
      return namedChange(field, text, { what: 'brand', listed: await tools.directory.brands() });
    default:
      return plainChange(field, value);
  }
}

function plainChange(field: SettableField, value: FactJson): Resolved<FieldChange> {
  const written = writeFieldValue(field.shape, value);
  return written.is === 'value'
    ? { is: 'found', found: { field, raw: written.raw } }
    : refused(`“${field.title}” cannot be set: ${written.why}.`);
}

/** One of Zendesk's own statuses, which picks the default of that category, else a custom one by its label. */
async function statusChange(
  tools: Tools,
  field: SettableField,
  text: string,
): Promise<Resolved<FieldChange>> {
  const own = plainChange(field, text);
  if (own.is === 'found' && own.found.raw !== '')
    return { is: 'found', found: { ...own.found, solves: own.found.raw === 'solved' } };
  return customStatusChange(tools, field, text);
}

async function customStatusChange(
  { directory }: Pick<ActionTools, 'directory'>,
  field: SettableField,
  label: string,
): Promise<Resolved<FieldChange>> {
  const listed = await directory.customStatuses();
  if (!listed) return unavailable('the ticket statuses');
  const [status, ...others] = listed.filter(
    ({ agent_label: known, active }) => active !== false && folded(known) === folded(label),
  );
  if (!status || others.length > 0)
    return refused(`There is ${status ? 'more than one' : 'no'} ticket status “${label}”.`);
  const shape = { type: 'text', options: [] };
  const solves = status.status_category === 'solved';
  return {
    is: 'found',
    found: { field: { ...field, name: 'custom_status_id', shape }, raw: status.id, solves },
  };
}

/** Nobody is a valid assignee: an empty text. */
async function assigneeChange(
  { transport }: Pick<ActionTools, 'transport'>,
  field: SettableField,
  text: string,
): Promise<Resolved<FieldChange>> {
  if (text === '') return { is: 'found', found: { field, raw: '' } };
  const found = await findAgent(transport, text);
  switch (found.is) {
    case 'found':
      return { is: 'found', found: { field, raw: found.agent.id } };
    case 'failed':
      return found;
    case 'several':
      return refused(`There are several agents “${text}”. Name one by the address or the id.`);
    case 'none':
      return refused(`There is no one agent “${text}”. Name one by the address, the name or the id.`);
  }
}

function namedChange(
  field: SettableField,
  text: string,
  { what, listed }: { readonly what: string; readonly listed: readonly Named[] | undefined },
): Resolved<FieldChange> {
  if (!listed) return unavailable(`the ${what}s`);
  const [one, ...others] = listed.filter(
    ({ id, name }) => String(id) === text || folded(name) === folded(text),
  );
  return one && others.length === 0
    ? { is: 'found', found: { field, raw: one.id } }
    : refused(`There is ${one ? 'more than one' : 'no'} ${what} “${text}”.`);
}

/** The change as an update of a ticket takes it. An empty text clears a field, which Zendesk's own fields call null. */
export function ticketChange({ field: { name, isCustom }, raw }: FieldChange): TicketChange {
  if (isCustom) return { custom_fields: [{ id: Number(name), value: raw }] };
  return { [name]: raw === '' && name !== 'subject' ? null : raw };
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
const unavailable = (what: string) =>
  ({ is: 'failed', failure: { code: 'unavailable', reason: `Zendesk did not list ${what}.` } }) as const;
