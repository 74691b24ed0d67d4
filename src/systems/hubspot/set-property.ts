import { failed, impossible } from '../write/outcome.ts';
import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { follow } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import type { ActionImplementation } from '../system.ts';
import { findCompany, findContact, knownOfAction } from './find-record.ts';
import { setPropertyKind } from './hubspot-kinds.ts';
import type { HubspotObject, HubspotProperty } from './hubspot-schemas.ts';
import { askerOf, notFound, textOf, type HubspotTools } from './hubspot-tools.ts';
import { holdsProperty, propertyOfFact } from './property-value.ts';
import { refusedProperty } from './property-refusal.ts';
import { propertyName } from './read-hubspot-fact.ts';
import { nameOfCompany, nameOfContact } from './record-choices.ts';

const records = {
  contact: { type: 'contacts', find: findContact, nameOf: nameOfContact },
  company: { type: 'companies', find: findCompany, nameOf: nameOfCompany },
} as const;
type RecordName = keyof typeof records;

/** Sets a property of the contact or its company to an absolute value. */
export function setProperty(tools: HubspotTools): ActionImplementation {
  return {
    kind: setPropertyKind,
    prepare: (proposal, context, freshness) => prepare(tools, proposal, context, freshness),
    execute: (approval, context) => execute(tools, approval, context),
    reconcile: (approval, context) => reconcile(tools, approval, context),
  };
}

/** HubSpot has no safe update, so the value of this moment is read here and right before the write. */
async function prepare(
  tools: HubspotTools,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: Asker['freshness'],
): Promise<Preparation> {
  const record = textOf(parameters['record']);
  const property = textOf(parameters['property']);
  if (!isRecordName(record))
    return impossible('unclear-target', `“${record}” is neither contact nor company.`);
  if (!propertyName.test(property)) return impossible('misconfigured', noSuchProperty(record, property));
  const asker = askerOf(context, freshness);
  const known = await records[record].find(tools, knownOfAction(context), asker);
  if (known.is !== 'found') return notFound(known, record);
  const definition = await definitionOf(tools, { record, property }, asker);
  if (definition.is === 'failed') return { is: 'impossible', failure: definition.failure };
  const written = propertyOfFact(definition.property, parameters['value'] ?? null);
  if (written.is === 'misfit')
    return impossible('not-allowed', `“${definition.property.label}” cannot be set: ${written.why}.`);
  const now = await read(tools, { record, id: known.record.id, property });
  if (now.is === 'failed') return { is: 'impossible', failure: now.failure };
  const { before, object } = now;
  return {
    is: 'ready',
    target: {
      ids: { record, id: object.id, property, before },
      name: records[record].nameOf(known.record),
    },
    preview: [
      { label: 'property', value: definition.property.label },
      { label: 'value', value: written.text, before },
      { label: 'last_changed', value: object.updatedAt.slice(0, 10) },
    ],
    atMost: {},
  };
}

type Approved = {
  readonly record: RecordName;
  readonly id: string;
  readonly property: string;
  readonly before: string;
  readonly definition: HubspotProperty;
  readonly text: string;
};

async function execute(
  tools: HubspotTools,
  { approval }: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const approved = await readApproved(tools, approval, context);
  if ('code' in approved) return { is: 'failed', failure: approved };
  const { record, id, property, before, definition, text } = approved;
  const now = await read(tools, approved);
  if (now.is === 'failed') return { is: 'failed', failure: now.failure };
  if (now.object.id !== id)
    return failed('stale', `The ${record} was merged into another one (${now.object.id}).`);
  if (holdsProperty(definition, text, now.before)) return succeeded(approved, now.object);
  if (now.before !== before) {
    return failed(
      'stale',
      `“${definition.label}” is “${now.before}” now; it was “${before}” when this was approved.`,
    );
  }
  const answer = await tools.api.update(records[record].type, id, { [property]: text });
  if (answer.is === 'unknown') return { is: 'unknown', failure: answer.failure };
  if (answer.is === 'refused')
    return { is: 'failed', failure: refusedProperty(answer, noSuchProperty(record, property)) };
  if (answer.is === 'unavailable') return { is: 'failed', failure: answer.failure };
  return readBack(tools, approved);
}

/** HubSpot takes some changes without a word and does not make them, such as a lifecycle stage that would go backwards. */
async function readBack(tools: HubspotTools, approved: Approved): Promise<ExecutionResult> {
  const after = await read(tools, approved);
  if (after.is === 'failed') {
    const reason = `HubSpot took the change; whether it holds is not known: ${after.failure.reason}`;
    return { is: 'unknown', failure: { ...after.failure, code: 'unknown-outcome', reason } };
  }
  const { definition, text } = approved;
  return holdsProperty(definition, text, after.before)
    ? succeeded(approved, after.object)
    : failed('refused', `HubSpot took the change, but “${definition.label}” still holds “${after.before}”.`);
}

async function reconcile(
  tools: HubspotTools,
  { approval }: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  const approved = await readApproved(tools, approval, context);
  if ('code' in approved) return { is: 'cannot-tell', how: approved.reason };
  const now = await read(tools, approved);
  if (now.is === 'failed') return { is: 'cannot-tell', how: now.failure.reason };
  const { definition, text, before } = approved;
  const how = `“${definition.label}” holds “${now.before}”.`;
  if (holdsProperty(definition, text, now.before))
    return { is: 'happened', result: { ...succeeded(approved, now.object), reconciled: how }, how };
  return now.before === before
    ? { is: 'did-not-happen', how }
    : { is: 'cannot-tell', how: `${how} It held “${before}” when this was approved.` };
}

/** What would take it back is the value of before, with the same parameters. */
function succeeded(
  { record, property, before, text }: Approved,
  { id }: HubspotObject,
): Extract<ExecutionResult, { is: 'succeeded' }> {
  const undo = { operation: setPropertyKind.operation, parameters: { record, property, value: before } };
  return { is: 'succeeded', reference: `${record} ${id}`, ...(before === text ? {} : { undo }) };
}

async function readApproved(
  tools: HubspotTools,
  { target, parameters }: Approval,
  context: ActionContext,
): Promise<Approved | Failure> {
  const { record = '', id = '', property = '', before = '' } = target.ids;
  if (!isRecordName(record) || id === '' || property === '')
    return { code: 'unclear-target', reason: 'The approval names no property of a record.' };
  const definition = await definitionOf(tools, { record, property }, askerOf(context, 'shared'));
  if (definition.is === 'failed') return definition.failure;
  const written = propertyOfFact(definition.property, parameters['value'] ?? null);
  if (written.is === 'misfit')
    return { code: 'not-allowed', reason: `“${definition.property.label}” cannot be set: ${written.why}.` };
  return { record, id, property, before, definition: definition.property, text: written.text };
}

type Place = { readonly record: RecordName; readonly property: string };

async function definitionOf({ records: lookUps }: HubspotTools, { record, property }: Place, asker: Asker) {
  const found = await lookUps.property(records[record].type, property, asker);
  const checked = await follow(found, (definition, observedAt) =>
    definition.modificationMetadata?.readOnlyValue === true
      ? {
          is: 'failed',
          failure: { code: 'not-allowed', reason: `HubSpot itself fills in “${definition.label}”.` },
        }
      : { is: 'found', record: definition, observedAt },
  );
  if (checked.is === 'found') return { is: 'found', property: checked.record } as const;
  const failure: Failure =
    checked.is === 'failed'
      ? checked.failure
      : { code: 'misconfigured', reason: noSuchProperty(record, property) };
  return { is: 'failed', failure } as const;
}

/** The value of this moment, from HubSpot itself and not from what was fetched before. */
async function read({ api }: HubspotTools, { record, id, property }: Place & { readonly id: string }) {
  const answer = await api.object({ type: records[record].type, key: id, properties: [property] }, 'person');
  if (answer.is === 'parsed')
    return { is: 'read', object: answer.body, before: answer.body.properties[property] ?? '' } as const;
  const failure: Failure =
    answer.failure.status === 404
      ? { ...answer.failure, code: 'stale', reason: `The ${record} is not in HubSpot any more.` }
      : answer.failure;
  return { is: 'failed', failure } as const;
}

const isRecordName = (record: string): record is RecordName => Object.hasOwn(records, record);

const noSuchProperty = (record: string, property: string) =>
  `HubSpot has no ${record} property “${property}”. The SOP has to name it as HubSpot does: its internal name stands in HubSpot's settings under Properties.`;
