import type { ActionContext } from '../../app/ports/actions.ts';
import type { ApiAction, ApiDocument, ApiField } from '../../domain/custom-api/api-document.ts';
import type { Values } from '../../domain/custom-api/fill-request.ts';
import { passesField } from '../../domain/custom-api/passes.ts';
import { canonicalText } from '../../domain/facts/canonical-text.ts';
import { readValue } from '../../domain/facts/read-value.ts';
import type { Value } from '../../domain/facts/value.ts';
import type { Preparation, PreviewLine } from '../../domain/decisions/proposal.ts';
import type { Parameters } from '../../domain/run/commands.ts';
import type { Failure } from '../../domain/run/events.ts';
import { declarationOf } from '../look-up/fact-text.ts';
import { shownFields } from './api-action-kind.ts';
import type { ApiReader, ApiRecord, FieldValue } from './api-records.ts';
import { buildRequest } from './api-transport.ts';
import { actionCall } from './action-call.ts';
import { valuesFor, valuesOfFacts } from './values-of.ts';

export type ActionTools = {
  readonly api: ApiDocument;
  readonly action: ApiAction;
  readonly records: ApiReader;
};

type Prepared = {
  readonly parameters: Parameters;
  readonly context: ActionContext;
  readonly freshness: 'shared' | 'newest';
  /** The id that was approved, where it was. */
  readonly wanted?: string | undefined;
};

/** Finds the record that is meant and says what would happen. Reads only. */
export async function prepareApiAction(tools: ActionTools, prepared: Prepared): Promise<Preparation> {
  const { api, action } = tools;
  const read = readParameters(action, prepared.parameters);
  if (read.is === 'impossible') return read;
  const found = await findRecord(tools, prepared, read.values);
  if (found.is === 'impossible') return found;
  const { record } = found;
  const fields = record === undefined ? [] : shownFields(action);
  const shown = fields.map((field) => ({ field, read: fieldOf(tools, record, field) }));
  const unreadable = shown.find(
    ({ field, read: { is } }) => is === 'failed' && action.mustNotChange.includes(field),
  );
  if (unreadable?.read.is === 'failed') return { is: 'impossible', failure: unreadable.read.failure };
  const obstacle = obstacleOf(tools, record, read.values);
  if (obstacle !== undefined) return obstacle;
  const limits = limitsOf(tools, record);
  if (limits.is === 'impossible') return limits;
  const unsendable = checkSendable(tools, read.values, record);
  if (unsendable !== undefined) return unsendable;
  return {
    is: 'ready',
    target: { ids: idsOf(tools, record), name: record?.name ?? api.title },
    preview: shown.flatMap((one) => previewLine(one.field, one.read)),
    atMost: limits.atMost,
  };
}

export type ReadParameters =
  { readonly is: 'read'; readonly values: Values } | { readonly is: 'impossible'; readonly failure: Failure };

/** The values of a proposal by name, each of its declared type. */
export function readParameters(action: ApiAction, given: Parameters): ReadParameters {
  const values = new Map<string, Value>();
  for (const { name, type, required, isPositive } of action.parameters) {
    const json = Object.hasOwn(given, name) ? given[name] : undefined;
    const isGiven = json !== undefined && json !== null && json !== '';
    const value = isGiven ? readValue(type, json) : undefined;
    if (isGiven ? value === undefined : required)
      return impossible('unreadable', `${JSON.stringify(json ?? null)} is not a value of “${name}”.`);
    const amount =
      value?.kind === 'money' ? value.amount : value?.kind === 'number' ? value.number : undefined;
    if (isPositive && amount && !amount.gt('0'))
      return impossible('not-allowed', `“${name}” needs an amount above zero.`);
    if (value !== undefined) values.set(name, value);
  }
  return { is: 'read', values: (name) => values.get(name) };
}

type Found =
  | { readonly is: 'found'; readonly record: ApiRecord | undefined }
  | Extract<Preparation, { is: 'impossible' }>;

/** The record that the action changes; undefined where it changes none that can be looked up. */
export async function findRecord(
  { api, action, records }: ActionTools,
  { context, freshness, wanted }: Omit<Prepared, 'parameters'>,
  parameters: Values,
): Promise<Found> {
  const { on } = action;
  if (on === undefined) return { is: 'found', record: undefined };
  const { lookUp } = on;
  const asker = {
    ticketId: context.ticket.id,
    freshness,
    wanted,
    chosen: context.chosen(api.system, lookUp.record),
  };
  const found = await records.one(lookUp, valuesOfRecord(api, on, { context, parameters }), asker);
  if (found.is === 'found') return { is: 'found', record: found.record };
  if (found.is === 'failed') return { is: 'impossible', failure: found.failure };
  const failure = {
    code: 'unclear-target',
    reason: whyNone(lookUp.title, api.title, found.because),
  } as const;
  return { is: 'impossible', failure, ...(found.choice === undefined ? {} : { choice: found.choice }) };
}

/** By what the record is found: as the description says, else by the fact that the SOP declares it by, else by the look-up's own facts. */
function valuesOfRecord(
  { system }: ActionTools['api'],
  on: NonNullable<ApiAction['on']>,
  { context, parameters }: { readonly context: ActionContext; readonly parameters: Values },
): Values {
  const facts = valuesOfFacts(context);
  if (on.by !== undefined) return valuesFor(on, facts, parameters);
  const by = declarationOf(context.records, system, [on.lookUp.record])?.by;
  return valuesFor({ lookUp: on.lookUp, by }, facts, facts);
}

function whyNone(title: string, system: string, because: string): string {
  switch (because) {
    case 'several':
      return `${system} has several records “${title}” that fit.`;
    case 'key-missing':
      return `It is not known by what to look for “${title}” in ${system}.`;
    default:
      return `${system} has no record “${title}” that fits.`;
  }
}

function fieldOf({ records }: ActionTools, record: ApiRecord | undefined, field: ApiField): FieldValue {
  return record === undefined ? { is: 'empty' } : records.field(record, field);
}

function obstacleOf(
  tools: ActionTools,
  record: ApiRecord | undefined,
  values: Values,
): Preparation | undefined {
  if (record === undefined) return undefined;
  for (const test of tools.action.possibleWhen) {
    const read = fieldOf(tools, record, test.field);
    if (read.is === 'failed') return { is: 'impossible', failure: read.failure };
    const value = read.is === 'value' ? read.value : undefined;
    if (!passesField(test, value, values))
      return impossible('not-allowed', mustBe(record, test, read, values));
  }
  return undefined;
}

type FieldTest = ApiAction['possibleWhen'][number];

function mustBe(record: ApiRecord, { field, value }: FieldTest, read: FieldValue, values: Values): string {
  const wanted = value.is === 'text' ? value.text : wordsOf(values(value.name));
  const now = read.is === 'value' ? `is ${quoted(wordsOf(readValue(field.type, read.value)))}` : 'is empty';
  return `This can be done only when ${quoted(field.name)} is ${quoted(wanted)}; that of ${record.name} ${now}.`;
}

const quoted = (text: string) => `“${text}”`;
const wordsOf = (value: Value | undefined) => (value === undefined ? '' : canonicalText(value));

type Limits =
  { readonly is: 'limits'; readonly atMost: Parameters } | Extract<Preparation, { is: 'impossible' }>;

function limitsOf(tools: ActionTools, record: ApiRecord | undefined): Limits {
  const atMost: Record<string, Parameters[string]> = {};
  for (const { name, atMost: field } of tools.action.parameters) {
    if (field === undefined) continue;
    const read = fieldOf(tools, record, field);
    if (read.is === 'failed') return { is: 'impossible', failure: read.failure };
    if (read.is === 'empty')
      return impossible('unreadable', `${quoted(field.name)} is empty, so it is not known how much is left.`);
    atMost[name] = read.value;
  }
  return { is: 'limits', atMost };
}

/** Whether a request could be made of these values at all; its key and approver are not known yet. */
function checkSendable(
  tools: ActionTools,
  values: Values,
  record: ApiRecord | undefined,
): Preparation | undefined {
  const stand = { id: record?.id, key: 'key', approver: 'approver', ticket: 'ticket' };
  const built = buildRequest(tools.api, actionCall(tools, values, stand));
  if (built.is === 'built') return undefined;
  return built.is === 'refused'
    ? { is: 'impossible', failure: built.failure }
    : impossible('unreadable', `The value of “${built.name}” is not known.`);
}

/** What must not change between the approval and the execution. */
export function idsOf(tools: ActionTools, record: ApiRecord | undefined): Readonly<Record<string, string>> {
  const { action, api } = tools;
  const name = action.on?.lookUp.record;
  if (record === undefined || name === undefined) return { system: api.system };
  const fields = action.mustNotChange.map((field) => {
    const read = fieldOf(tools, record, field);
    return [
      `${name}.${field.name}`,
      read.is === 'value' ? wordsOf(readValue(field.type, read.value)) : '',
    ] as const;
  });
  return { [name]: record.id, ...Object.fromEntries(fields) };
}

function previewLine(field: ApiField, read: FieldValue): readonly PreviewLine[] {
  return read.is === 'value' ? [{ label: field.name, value: read.value }] : [];
}

function impossible(
  code: Failure['code'],
  reason: string,
): { readonly is: 'impossible'; readonly failure: Failure } {
  return { is: 'impossible', failure: { code, reason } };
}
