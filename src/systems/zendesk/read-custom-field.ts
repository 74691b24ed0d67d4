import type { ReadRequest } from '../../app/ports/records.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { AccountDirectory } from './account-directory.ts';
import { asDeclared } from './as-declared.ts';
import { failed, type Outcome } from './fact-outcome.ts';
import type { FactRecords } from './fact-records.ts';
import { fieldReading, type FieldShape } from './field-reading.ts';
import { lookupName } from './lookup-name.ts';
import { findProfileField, shapeOf } from './profile-field.ts';
import type { TicketFields } from './ticket-fields.ts';
import type { ZafPathAnswer } from './zaf-get.ts';

/** What the reading of a custom field works with. */
export type CustomFieldReading = {
  /** Reads one path of the app framework. */
  readonly get: (path: string) => Promise<ZafPathAnswer>;
  readonly fields: TicketFields;
  readonly directory: Pick<AccountDirectory, 'profileFields' | 'ticketFields'>;
  readonly rest: FactRecords;
};

/** Reads a field that an admin has added to tickets, people or organizations, as the SOP declares it. */
export function readCustomField(
  options: CustomFieldReading,
  request: ReadRequest,
  name: string,
): Promise<Outcome> {
  return request.source.record === 'ticket'
    ? readTicketField(options, request, name)
    : readProfileField(options, request, name);
}

async function readTicketField(
  { get, fields, directory, rest }: CustomFieldReading,
  request: ReadRequest,
  titleOrId: string,
): Promise<Outcome> {
  const found = await fields.find(titleOrId);
  if (found.is === 'failed') return failed('unavailable', found.reason);
  if (found.is !== 'found') return noField(found);
  const answer = await get(`ticket.customField:custom_field_${found.field.id}`);
  if (answer.is === 'error')
    return failed('unavailable', `Cannot read the field “${titleOrId}”: ${answer.reason}.`);
  const target = async () =>
    (await directory.ticketFields())?.find(({ id }) => id === found.field.id)?.relationship_target_type;
  return fieldOutcome({ rest, request, target }, { ...found.field, raw: answer.value });
}

/** Custom fields of people and organizations are known to the app framework by key, and to SOPs by title, key or id. */
async function readProfileField(
  options: CustomFieldReading,
  request: ReadRequest,
  name: string,
): Promise<Outcome> {
  const { record } = request.source;
  if (record !== 'requester' && record !== 'organization') return { is: 'none', because: 'not-offered' };
  const { get, directory, rest } = options;
  const fields = await directory.profileFields(record);
  if (!fields)
    return failed('unavailable', `Cannot read the field “${name}”: Zendesk did not list the fields.`);
  const found = findProfileField(fields, name);
  if (found.is !== 'found') return noField(found);
  const owner = await get(`ticket.${record}`);
  if (owner.is === 'value' && (owner.value === null || owner.value === undefined))
    return { is: 'none', because: 'not-found' };
  const { key, title, relationship_target_type: points } = found.field;
  const answer = await get(`ticket.${record}.customField:${key}`);
  if (answer.is === 'error')
    return failed('unavailable', `Cannot read the field “${name}”: ${answer.reason}.`);
  const target = () => Promise.resolve(points);
  return fieldOutcome({ rest, request, target }, { ...shapeOf(found.field), title, raw: answer.value });
}

type Around = {
  readonly rest: FactRecords;
  readonly request: ReadRequest;
  /** What a lookup field points at; undefined where Zendesk does not say. */
  readonly target: () => Promise<string | null | undefined>;
};

async function fieldOutcome(
  { rest, request, target }: Around,
  field: FieldShape & { readonly title: string; readonly raw: unknown },
): Promise<Outcome> {
  const { raw, title } = field;
  const reading = fieldReading(field, raw);
  if (field.type !== 'lookup' || (typeof raw !== 'string' && typeof raw !== 'number'))
    return asDeclared(request.type, field, raw, reading);
  const points = await target();
  return points === null || points === undefined
    ? failed('unavailable', `Cannot read “${title}”: Zendesk did not say what it points at.`)
    : lookupName(rest, request, { title, target: points, id: String(raw) });
}

const noField = ({ is }: { readonly is: string }): Reading => ({
  is: 'none',
  because: is === 'several' ? 'several' : 'no-such-field',
});
