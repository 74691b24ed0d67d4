import type { Clock } from '../../app/ports/clock.ts';
import type { ReadAnswer, ReadRequest } from '../../app/ports/records.ts';
import type { Failure, Reading } from '../../domain/run/events.ts';
import type { AccountDirectory, ProfileField } from './account-directory.ts';
import { fieldReading } from './field-reading.ts';
import { readComments, readMessages } from './read-messages.ts';
import { findField, type FoundField, type TicketFields } from './ticket-fields.ts';
import type { ZafPathAnswer } from './zaf-get.ts';
import { zendeskFacts, type ZendeskFact } from './zendesk-facts.ts';

export type FactReaderOptions = {
  /** Reads one path of the app framework. */
  readonly get: (path: string) => Promise<ZafPathAnswer>;
  readonly fields: TicketFields;
  readonly directory: Pick<AccountDirectory, 'profileFields' | 'formName'>;
  readonly clock: Pick<Clock, 'now'>;
};

type Outcome = Reading | { readonly is: 'failed'; readonly failure: Failure };

/**
 * Reads a fact of the ticket, its requester or its organization. The app framework shows the ticket as it is now, so `shared` and
 * `newest` are the same. Never throws.
 */
export async function readZendeskFact(options: FactReaderOptions, request: ReadRequest): Promise<ReadAnswer> {
  const { source, ticket } = request;
  const outcome = await readSource(options, request).catch((error: unknown): Outcome =>
    failed('unavailable', error instanceof Error ? error.message : 'Zendesk did not answer'),
  );
  if (outcome.is === 'failed') return { is: 'failed', system: 'zendesk', failure: outcome.failure };
  const field = source.customField ?? source.field;
  const from = { from: 'system', system: 'zendesk', record: source.record, field, url: ticket.url } as const;
  return { is: 'read', reading: outcome, source: from, observedAt: options.clock.now() };
}

async function readSource(options: FactReaderOptions, { source }: ReadRequest): Promise<Outcome> {
  const { record, field, customField } = source;
  if (customField !== undefined)
    return record === 'ticket'
      ? readTicketField(options, customField)
      : readProfileField(options, record, customField);
  if (record === 'ticket' && field === 'form') return readForm(options);
  if (record === 'ticket' && field === 'has_attachment') return readHasAttachment(options);
  const fact = zendeskFacts.find((known) => known.record === record && known.field === field);
  return fact ? readFact(options, fact) : { is: 'none', because: 'not-offered' };
}

async function readFact({ get }: FactReaderOptions, fact: ZendeskFact): Promise<Outcome> {
  if (fact.record === 'organization') {
    const organization = await get('ticket.organization');
    if (organization.is === 'value' && (organization.value === null || organization.value === undefined))
      return { is: 'none', because: 'not-found' };
  }
  // Days are those of the account: the same SOP gives the same answer to every agent.
  const [value, zone] = await Promise.all([get(fact.path), get('currentAccount.timeZone.ianaName')]);
  if (value.is === 'error') return failed('unavailable', `Cannot read ${nameOf(fact)}: ${value.reason}.`);
  const timeZone = zone.is === 'value' && typeof zone.value === 'string' ? zone.value : undefined;
  if (fact.type.kind === 'date' && timeZone === undefined)
    return failed(
      'unavailable',
      `Cannot read ${nameOf(fact)}: Zendesk did not give the account’s time zone.`,
    );
  return fact.take(value.value, timeZone ?? 'Etc/UTC') ?? unreadable(nameOf(fact));
}

async function readForm({ get, directory }: FactReaderOptions): Promise<Outcome> {
  const id = await get('ticket.form.id');
  if (id.is === 'error') return failed('unavailable', `Cannot read the ticket form: ${id.reason}.`);
  if (id.value === null || id.value === undefined) return { is: 'empty' };
  const name = await directory.formName(Number(id.value));
  return name === undefined
    ? failed('unavailable', 'Cannot read the ticket form: Zendesk did not name it.')
    : { is: 'value', value: name };
}

/** Whether the customer attached anything: what agents and the system attach proves nothing. */
async function readHasAttachment({ get }: FactReaderOptions): Promise<Outcome> {
  const [conversation, requester] = await Promise.all([
    get('ticket.conversation'),
    get('ticket.requester.id'),
  ]);
  const requesterId = requester.is === 'value' ? String(requester.value) : '';
  const comments = conversation.is === 'error' ? await get('ticket.comments') : undefined;
  const messages = comments
    ? readComments(comments.is === 'value' ? comments.value : undefined, requesterId)
    : readMessages(conversation.is === 'value' ? conversation.value : undefined, requesterId);
  if (!messages) return unreadable('the ticket’s attachments');
  const isThere = messages.some(({ from, attachments }) => from === 'customer' && attachments.length > 0);
  return { is: 'value', value: isThere };
}

async function readTicketField({ get, fields }: FactReaderOptions, titleOrId: string): Promise<Outcome> {
  const found = await fields.find(titleOrId);
  if (found.is === 'failed') return failed('unavailable', found.reason);
  if (found.is !== 'found') return noField(found);
  const answer = await get(`ticket.customField:custom_field_${found.field.id}`);
  if (answer.is === 'error')
    return failed('unavailable', `Cannot read the field “${titleOrId}”: ${answer.reason}.`);
  return fieldReading(found.field, answer.value);
}

/** Custom fields of people and organizations are known to the app framework by key, and to SOPs by title, key or id. */
async function readProfileField(options: FactReaderOptions, record: string, name: string): Promise<Outcome> {
  if (record !== 'requester' && record !== 'organization') return { is: 'none', because: 'not-offered' };
  const { get, directory } = options;
  const fields = await directory.profileFields(record);
  if (!fields)
    return failed('unavailable', `Cannot read the field “${name}”: Zendesk did not list the fields.`);
  const found = findProfileField(fields, name);
  if (found.is !== 'found') return noField(found);
  const owner = await get(`ticket.${record}`);
  if (owner.is === 'value' && (owner.value === null || owner.value === undefined))
    return { is: 'none', because: 'not-found' };
  const answer = await get(`ticket.${record}.customField:${found.field.key}`);
  if (answer.is === 'error')
    return failed('unavailable', `Cannot read the field “${name}”: ${answer.reason}.`);
  return fieldReading(shapeOf(found.field), answer.value);
}

/** By its key, its title or its id. */
export function findProfileField(fields: readonly ProfileField[], name: string): FoundField<ProfileField> {
  const byKey = fields.find(({ key }) => key === name.trim());
  return byKey ? { is: 'found', field: byKey } : findField(fields, name);
}

export const shapeOf = ({ type, custom_field_options: options }: ProfileField) => ({
  type,
  options: (options ?? []).map(({ name, value }) => ({ label: name, value })),
});

const noField = ({ is }: { readonly is: string }): Reading => ({
  is: 'none',
  because: is === 'several' ? 'several' : 'no-such-field',
});

const nameOf = ({ record, field }: ZendeskFact) =>
  `the ${record === 'ticket' ? '' : `${record}’s `}${field.replaceAll('_', ' ')}`;
const failed = (code: Failure['code'], reason: string) =>
  ({ is: 'failed', failure: { code, reason } }) as const;
const unreadable = (what: string) =>
  failed('unreadable', `Cannot read ${what}: it has another form than expected.`);
