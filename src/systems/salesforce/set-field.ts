import { failed, impossible } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import type { ActionImplementation } from '../system.ts';
import { fieldOfFact, holdsField, textOfField } from './field-value.ts';
import { findRecord, knownOfAction } from './find-record.ts';
import type { FieldDefinition, Row } from './salesforce-schemas.ts';
import { isRecordName, recordUrl, salesforceRecords, textAt, type RecordName } from './salesforce-objects.ts';
import { setSalesforceFieldKind } from './salesforce-kinds.ts';
import { askerOf, notFound, textOf, type SalesforceTools } from './salesforce-tools.ts';
import { isSameId } from './salesforce-id.ts';
import { isFieldName } from './soql.ts';

/** Sets a field of the contact, its account, an opportunity or a case to an absolute value. */
export function setSalesforceField(tools: SalesforceTools): ActionImplementation {
  return {
    kind: setSalesforceFieldKind,
    prepare: (proposal, context, freshness) => prepare(tools, proposal, context, freshness),
    execute: (approval, context) => execute(tools, approval, context),
    reconcile: (approval, context) => reconcile(tools, approval, context),
  };
}

async function prepare(
  tools: SalesforceTools,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: Asker['freshness'],
): Promise<Preparation> {
  const record = textOf(parameters['record']);
  const field = textOf(parameters['field']);
  if (!isRecordName(record))
    return impossible('unclear-target', `“${record}” is no record of Salesforce that can be set.`);
  if (!isFieldName(field)) return impossible('misconfigured', noSuchField(record, field));
  const asker = askerOf(context, freshness);
  const row = await findRecord(tools, record, knownOfAction(context), asker);
  if (row.is !== 'found') return notFound(row, record);
  const wanted = await wantedOf(tools, { record, field, value: parameters['value'] ?? null }, asker);
  if (wanted.is === 'failed') return { is: 'impossible', failure: wanted.failure };
  const now = await read(tools, { record, id: row.record.Id, field });
  if (now.is === 'failed') return { is: 'impossible', failure: now.failure };
  const before = textOfField(now.value);
  const changed = textAt(now.row, 'LastModifiedDate')?.slice(0, 10);
  return {
    is: 'ready',
    target: {
      ids: { record, id: row.record.Id, field, before: JSON.stringify(now.value) },
      name: salesforceRecords[record].nameOf(row.record),
      url: recordUrl(tools.host, row.record),
    },
    preview: [
      { label: 'field', value: wanted.definition.Label },
      { label: 'value', value: textOfField(wanted.raw), before },
      ...(changed === undefined ? [] : [{ label: 'last_changed', value: changed }]),
    ],
    atMost: {},
  };
}

type Approved = Place & { readonly before: FactJson; readonly label: string; readonly raw: WrittenRaw };
type Place = { readonly record: RecordName; readonly id: string; readonly field: string };
type WrittenRaw = string | number | boolean | null;

/** Salesforce has no safe update that is confirmed, so the value of this moment is compared with the approved one right before the write. */
async function execute(
  tools: SalesforceTools,
  { approval }: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const approved = await readApproved(tools, approval, context);
  if ('code' in approved) return { is: 'failed', failure: approved };
  const { record, id, field, before, label, raw } = approved;
  const now = await read(tools, approved);
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  if (holdsField(raw, now.value)) return succeeded(tools, approved);
  if (!holdsField(before, now.value)) {
    const [is, was] = [textOfField(now.value), textOfField(before)];
    return failed('stale', `“${label}” is “${is}” now; it was “${was}” when this was approved.`);
  }
  const answer = await tools.api.update(salesforceRecords[record].object, id, { [field]: raw });
  if (answer.is === 'unknown') return { is: 'unknown', failure: answer.failure };
  if (answer.is !== 'answered') return { is: 'failed', failure: answer.failure };
  return readBack(tools, approved);
}

/** A change is answered without a body; a rule of the org may have put another value in its place. */
async function readBack(tools: SalesforceTools, approved: Approved): Promise<ExecutionResult> {
  const after = await read(tools, approved);
  if (after.is === 'failed') {
    const reason = `Salesforce took the change; whether it holds is not known: ${after.failure.reason}`;
    return { is: 'unknown', failure: { ...after.failure, code: 'unknown-outcome', reason } };
  }
  const { label, raw } = approved;
  return holdsField(raw, after.value)
    ? succeeded(tools, approved)
    : failed(
        'refused',
        `Salesforce took the change, but “${label}” holds “${textOfField(after.value)}”: a rule of the org may have changed it.`,
      );
}

async function reconcile(
  tools: SalesforceTools,
  { approval }: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  const approved = await readApproved(tools, approval, context);
  if ('code' in approved) return { is: 'cannot-tell', how: approved.reason };
  const now = await read(tools, approved);
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  const { label, raw, before } = approved;
  const how = `“${label}” holds “${textOfField(now.value)}”.`;
  if (holdsField(raw, now.value))
    return { is: 'happened', result: { ...succeeded(tools, approved), reconciled: how }, how };
  return holdsField(before, now.value)
    ? { is: 'did-not-happen', how }
    : { is: 'cannot-tell', how: `${how} It held “${textOfField(before)}” when this was approved.` };
}

/** What would take it back is the value of before, with the same parameters. */
function succeeded(
  { host }: SalesforceTools,
  { record, id, field, before, raw }: Approved,
): Extract<ExecutionResult, { is: 'succeeded' }> {
  const undo = {
    operation: setSalesforceFieldKind.operation,
    parameters: { record, field, value: before ?? '' },
  };
  const done = { is: 'succeeded', reference: id, url: recordUrl(host, { Id: id }) } as const;
  return holdsField(raw, before) ? done : { ...done, undo };
}

async function readApproved(
  tools: SalesforceTools,
  { target, parameters }: Approval,
  context: ActionContext,
): Promise<Approved | Failure> {
  const { record = '', id = '', field = '', before = '' } = target.ids;
  if (!isRecordName(record) || id === '' || !isFieldName(field))
    return { code: 'unclear-target', reason: 'The approval names no field of a record.' };
  const value = parameters['value'] ?? null;
  const wanted = await wantedOf(tools, { record, field, value }, askerOf(context, 'shared'));
  if (wanted.is === 'failed') return wanted.failure;
  return { record, id, field, before: parsed(before), label: wanted.definition.Label, raw: wanted.raw };
}

type Wanted =
  | { readonly is: 'wanted'; readonly definition: FieldDefinition; readonly raw: WrittenRaw }
  | { readonly is: 'failed'; readonly failure: Failure };

async function wantedOf(
  { records }: SalesforceTools,
  { record, field, value }: Omit<Place, 'id'> & { readonly value: FactJson },
  asker: Asker,
): Promise<Wanted> {
  const found = await records.fieldDefinition(salesforceRecords[record].object, field, asker);
  if (found.is === 'failed') return found;
  if (found.is === 'none' || found.record.QualifiedApiName !== field)
    return { is: 'failed', failure: { code: 'misconfigured', reason: noSuchField(record, field) } };
  const written = fieldOfFact(found.record, value);
  if (written.is === 'value') return { is: 'wanted', definition: found.record, raw: written.raw };
  const reason = `“${found.record.Label}” cannot be set: ${written.why}.`;
  return { is: 'failed', failure: { code: 'not-allowed', reason } };
}

type Now =
  | { readonly is: 'read'; readonly value: FactJson; readonly row: Row }
  | { readonly is: 'failed'; readonly failure: Failure };

/** The value of this moment, from Salesforce itself and not from what was fetched before. */
async function read({ api }: SalesforceTools, { record, id, field }: Place): Promise<Now> {
  const answer = await api.query(
    {
      select: [...new Set(['Id', field, 'LastModifiedDate'])],
      from: salesforceRecords[record].object,
      where: { Id: id },
      limit: 2,
    },
    'person',
  );
  if (answer.is === 'failed') return answer;
  const failure: Failure = { code: 'misconfigured', reason: noSuchField(record, field) };
  if (answer.is === 'no-such-field') return { is: 'failed', failure };
  const row = answer.body.find(({ Id }) => isSameId(Id, id));
  if (row === undefined) {
    const reason = `The ${record} is not in Salesforce any more.`;
    return { is: 'failed', failure: { code: 'stale', reason } };
  }
  const value = row[field] ?? null;
  return typeof value === 'object' && value !== null
    ? { is: 'failed', failure }
    : { is: 'read', value: simple(value), row };
}

const simple = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

function parsed(before: string): FactJson {
  try {
    return simple(JSON.parse(before));
  } catch {
    return null;
  }
}

const noSuchField = (record: string, field: string) =>
  `Salesforce has no ${record} field “${field}”, or does not show it to the connected user. The SOP has to name it by its API name, with its capitals, such as Renewal_Date__c.`;
