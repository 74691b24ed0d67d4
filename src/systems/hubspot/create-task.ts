import { failed, impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { Parameters, ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import type { ActionImplementation } from '../system.ts';
import { activityBody } from './activity-text.ts';
import { createActivity, reconcileActivity } from './create-activity.ts';
import { findContact, knownOfAction } from './find-record.ts';
import { hubspotTaskKind } from './hubspot-kinds.ts';
import type { HubspotObject, HubspotOwner } from './hubspot-schemas.ts';
import { askerOf, notFound, textOf, type HubspotTools } from './hubspot-tools.ts';
import { nameOfContact } from './record-choices.ts';

/** Makes a task on the contact. */
export function createTask(tools: HubspotTools): ActionImplementation {
  return {
    kind: hubspotTaskKind,
    prepare: (proposal, context, freshness) => prepare(tools, proposal, context, freshness),
    execute: (approval) => execute(tools, approval),
    reconcile: (approval) => reconcileActivity(tools, approval, 'tasks'),
  };
}

async function prepare(
  tools: HubspotTools,
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: Asker['freshness'],
): Promise<Preparation> {
  if (textOf(parameters['subject']) === '') return impossible('refused', 'The task has no subject.');
  const contact = await findContact(tools, knownOfAction(context), askerOf(context, freshness));
  if (contact.is !== 'found') return notFound(contact, 'contact');
  const owner = await ownerOf(tools, { contact: contact.record, parameters }, askerOf(context, 'shared'));
  if (owner.is === 'impossible') return owner;
  const { record } = owner;
  return {
    is: 'ready',
    target: {
      ids: { contact: contact.record.id, ...(record === undefined ? {} : { owner: record.id }) },
      name: nameOfContact(contact.record),
    },
    preview: record === undefined ? [] : [{ label: 'owner', value: record.email ?? record.id }],
    atMost: {},
  };
}

type ForWhom = { readonly contact: HubspotObject; readonly parameters: Parameters };
type Owner =
  | { readonly is: 'owner'; readonly record: HubspotOwner | undefined }
  | Extract<Preparation, { is: 'impossible' }>;

/** Who is named, else whoever owns the contact, else nobody. */
async function ownerOf(
  { api, records }: HubspotTools,
  { contact, parameters }: ForWhom,
  asker: Asker,
): Promise<Owner> {
  const email = textOf(parameters['owner']);
  if (email !== '') {
    const named = await api.ownersByEmail(email, 'person');
    if (named.is === 'failed') return { is: 'impossible', failure: named.failure };
    const [record, ...others] = named.body.results;
    if (record !== undefined && others.length === 0) return { is: 'owner', record };
    const reason = `HubSpot has no user with the address that the task is for. Check “owner” in the SOP.`;
    return { is: 'impossible', failure: { code: 'misconfigured', reason } };
  }
  const id = contact.properties['hubspot_owner_id'];
  if (!id) return { is: 'owner', record: undefined };
  const found = await records.owner(id, asker);
  if (found.is === 'failed') return { is: 'impossible', failure: found.failure };
  // A user who has left owns contacts still, and can be given nothing.
  return { is: 'owner', record: found.is === 'found' ? found.record : undefined };
}

async function execute(tools: HubspotTools, approval: VerifiedApproval): Promise<ExecutionResult> {
  const { parameters, target } = approval.approval;
  const subject = textOf(parameters['subject']);
  if (subject === '') return failed('refused', 'The task has no subject.');
  const due = textOf(parameters['due']);
  const { owner } = target.ids;
  const properties = {
    // Noon, so that it is the same day nearly everywhere.
    hs_timestamp: due === '' ? tools.now() : `${due}T12:00:00.000Z`,
    hs_task_subject: subject,
    hs_task_body: activityBody(textOf(parameters['body']), approval.approval, approval.key),
    hs_task_status: 'NOT_STARTED',
    ...(owner === undefined ? {} : { hubspot_owner_id: owner }),
  };
  return createActivity(tools, approval, { type: 'tasks', properties });
}
