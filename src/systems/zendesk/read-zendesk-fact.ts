import type { Clock } from '../../app/ports/clock.ts';
import type { ReadAnswer, ReadRequest } from '../../app/ports/records.ts';
import type { AccountDirectory } from './account-directory.ts';
import { readLastCustomerMessage } from './comment-facts.ts';
import { failed, unreadable, type Outcome } from './fact-outcome.ts';
import { messageFacts, type MessageFact } from './message-facts.ts';
import { readCustomField, type CustomFieldReading } from './read-custom-field.ts';
import { readComments, readMessages } from './read-messages.ts';
import type { RestFact } from './rest-fact.ts';
import { restFacts } from './rest-facts.ts';
import type { ZafPathAnswer } from './zaf-get.ts';
import { zendeskFacts, type ZendeskFact } from './zendesk-facts.ts';

export type FactReaderOptions = CustomFieldReading & {
  readonly directory: Pick<AccountDirectory, 'formName' | 'customStatuses'>;
  readonly clock: Pick<Clock, 'now'>;
};

/**
 * Reads a fact of the ticket, the people around it or its organization. The app framework shows the ticket as it is now, so `shared` and
 * `newest` are the same there; what the REST API tells is shared until the ticket changes. Never throws.
 */
export async function readZendeskFact(options: FactReaderOptions, request: ReadRequest): Promise<ReadAnswer> {
  const { source, ticket } = request;
  const outcome = await readSource(options, request).catch((error: unknown): Outcome =>
    failed('unavailable', error instanceof Error ? error.message : 'Zendesk did not answer'),
  );
  if (outcome.is === 'failed') return { is: 'failed', system: 'zendesk', failure: outcome.failure };
  const { observedAt = options.clock.now(), ...reading } = outcome;
  const field = source.customField ?? source.field;
  const from = { from: 'system', system: 'zendesk', record: source.record, field, url: ticket.url } as const;
  return { is: 'read', reading, source: from, observedAt };
}

async function readSource(options: FactReaderOptions, request: ReadRequest): Promise<Outcome> {
  const { record, field, customField } = request.source;
  if (customField !== undefined) return readCustomField(options, request, customField);
  if (record === 'ticket' && field === 'form') return readForm(options);
  const isMeant = (known: { readonly record: string; readonly field: string }) =>
    known.record === record && known.field === field;
  const ofMessages = messageFacts.find(isMeant);
  if (ofMessages) return readMessageFact(options, request, ofMessages);
  const ofRest = restFacts.find(isMeant);
  if (ofRest) return readRestFact(options, request, ofRest);
  const fact = zendeskFacts.find(isMeant);
  return fact ? readFact(options, fact) : { is: 'none', because: 'not-offered' };
}

async function readFact({ get }: FactReaderOptions, fact: ZendeskFact): Promise<Outcome> {
  const owner = ownersThatMayBeMissing.get(fact.record);
  if (owner !== undefined) {
    const found = await get(owner);
    if (found.is === 'value' && (found.value === null || found.value === undefined))
      return { is: 'none', because: 'not-found' };
  }
  // Days are those of the account: the same SOP gives the same answer to every agent.
  const [value, timeZone] = await Promise.all([get(fact.path), accountZone(get)]);
  if (value.is === 'error') return failed('unavailable', `Cannot read ${nameOf(fact)}: ${value.reason}.`);
  if (fact.type.kind === 'date' && timeZone === undefined) return noTimeZone(nameOf(fact));
  return fact.take(value.value, timeZone ?? 'Etc/UTC') ?? unreadable(nameOf(fact));
}

/** Not every ticket belongs to an organization, or to an agent. */
const ownersThatMayBeMissing = new Map([
  ['organization', 'ticket.organization'],
  ['assignee', 'ticket.assignee.user'],
]);

async function accountZone(get: FactReaderOptions['get']): Promise<string | undefined> {
  const zone = await get('currentAccount.timeZone.ianaName');
  return zone.is === 'value' && typeof zone.value === 'string' ? zone.value : undefined;
}

const noTimeZone = (what: string) =>
  failed('unavailable', `Cannot read ${what}: Zendesk did not give the account’s time zone.`);

async function readForm({ get, directory }: FactReaderOptions): Promise<Outcome> {
  const id = await get('ticket.form.id');
  if (id.is === 'error') return failed('unavailable', `Cannot read the ticket form: ${id.reason}.`);
  if (id.value === null || id.value === undefined) return { is: 'empty' };
  const name = await directory.formName(Number(id.value));
  return name === undefined
    ? failed('unavailable', 'Cannot read the ticket form: Zendesk did not name it.')
    : { is: 'value', value: name };
}

async function readMessageFact(
  options: FactReaderOptions,
  request: ReadRequest,
  fact: MessageFact,
): Promise<Outcome> {
  const { get } = options;
  const [conversation, requester, timeZone] = await Promise.all([
    get('ticket.conversation'),
    get('ticket.requester.id'),
    accountZone(get),
  ]);
  const requesterId = requester.is === 'value' ? String(requester.value) : '';
  const comments = conversation.is === 'error' ? await get('ticket.comments') : undefined;
  const messages = comments
    ? readComments(comments.is === 'value' ? comments.value : undefined, requesterId)
    : readMessages(conversation.is === 'value' ? conversation.value : undefined, requesterId);
  if (!messages) return unreadable('the ticket’s messages');
  if (fact.type.kind === 'date' && timeZone === undefined) return noTimeZone(nameOf(fact));
  // Without the agent workspace the page gives messages without times: these are asked for.
  return (
    fact.take(messages, timeZone ?? 'Etc/UTC') ??
    readRestFact(options, request, { ...fact, read: readLastCustomerMessage })
  );
}

async function readRestFact(
  { get, rest, directory, clock }: FactReaderOptions,
  request: ReadRequest,
  fact: RestFact,
): Promise<Outcome> {
  const [requester, organization, timeZone] = await Promise.all([
    get('ticket.requester.id'),
    get('ticket.organization.id'),
    accountZone(get),
  ]);
  if (fact.type.kind === 'date' && timeZone === undefined) return noTimeZone(nameOf(fact));
  return fact.read({
    rest,
    directory,
    request,
    requesterId: idOf(requester),
    organizationId: idOf(organization),
    timeZone: timeZone ?? 'Etc/UTC',
    now: clock.now(),
  });
}

/** Only numbers stand in a path. */
const idOf = (answer: ZafPathAnswer): string | undefined =>
  answer.is === 'value' && /^\d{1,18}$/.test(String(answer.value)) ? String(answer.value) : undefined;

const nameOf = ({ record, field }: Pick<ZendeskFact, 'record' | 'field'>) =>
  `the ${record === 'ticket' ? '' : `${record}’s `}${field.replaceAll('_', ' ')}`;
