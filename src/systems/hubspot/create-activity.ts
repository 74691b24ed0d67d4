import { failed } from '../write/outcome.ts';
import type { Reconciliation } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { parseBody } from '../look-up/parse-answer.ts';
import type { SystemAnswer } from '../transport/transport.ts';
import { findActivity, type ActivityType } from './find-activity.ts';
import type { NewActivity, Properties } from './hubspot-api.ts';
import { hubspotSchemas } from './hubspot-schemas.ts';
import { type HubspotTools } from './hubspot-tools.ts';

/**
 * HubSpot's own types of association: note to contact, task to contact. Unconfirmed on a live account.
 * Source: https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide, "Association type ID values"
 */
const associationTypes = { notes: 202, tasks: 204 } as const;

/**
 * An approval is carried out within a quarter of an hour, and a new association may be seen minutes after it was made (unconfirmed how many):
 * before this nobody can say that it was not. Milliseconds since the approval.
 */
const seenAfter = 20 * 60 * 1000;

type NewRecord = { readonly type: ActivityType; readonly properties: Properties };

/** Makes a note or a task on the contact of the approval, once: what carries our key already is not made again. Never repeated by itself. */
export async function createActivity(
  { api }: HubspotTools,
  { approval, key }: VerifiedApproval,
  { type, properties }: NewRecord,
): Promise<ExecutionResult> {
  const { contact: id } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no contact.');
  const [contact, earlier] = await Promise.all([
    api.object({ type: 'contacts', key: id, properties: ['email'] }, 'person'),
    findActivity(api, { type, contact: id }, key),
  ]);
  if (contact.is === 'failed') {
    return contact.failure.status === 404
      ? failed('stale', 'The contact is not in HubSpot any more.')
      : { is: 'failed', failure: contact.failure };
  }
  if (contact.body.id !== id)
    return failed('stale', `The contact was merged into another one (${contact.body.id}).`);
  if (earlier.is === 'found') return { is: 'succeeded', reference: `${nouns[type]} ${earlier.id}` };
  if (earlier.is === 'failed') return { is: 'failed', failure: earlier.failure };
  return resultOf(await api.create(type, bodyOf(id, { type, properties })), type);
}

function bodyOf(contact: string, { type, properties }: NewRecord): NewActivity {
  const types = [
    { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: associationTypes[type] },
  ] as const;
  return { properties, associations: [{ to: { id: contact }, types }] };
}

function resultOf(answer: SystemAnswer, type: ActivityType): ExecutionResult {
  switch (answer.is) {
    case 'answered': {
      const made = parseBody(answer.body, hubspotSchemas.object, 'what HubSpot made', answer.requestId);
      return made.is === 'failed'
        ? { is: 'unknown', failure: made.failure }
        : { is: 'succeeded', reference: `${nouns[type]} ${made.body.id}` };
    }
    case 'unknown':
      return { is: 'unknown', failure: answer.failure };
    case 'refused':
    case 'unavailable':
      return { is: 'failed', failure: answer.failure };
  }
}

/** Finds out from HubSpot whether a note or a task with a lost answer was made. */
export async function reconcileActivity(
  { api, clock }: HubspotTools,
  { approval, key }: VerifiedApproval,
  type: ActivityType,
): Promise<Reconciliation> {
  const { contact } = approval.target.ids;
  if (contact === undefined) return { is: 'cannot-tell', how: 'The approval names no contact.' };
  const search = await findActivity(api, { type, contact }, key);
  const noun = nouns[type];
  switch (search.is) {
    case 'failed':
      return { is: 'cannot-tell', how: search.failure.reason };
    case 'too-many':
      return { is: 'cannot-tell', how: `The contact has more ${type} than can be looked through.` };
    case 'found': {
      const how = `The ${noun} ${search.id} carries the key of this approval.`;
      return {
        is: 'happened',
        result: { is: 'succeeded', reference: `${noun} ${search.id}`, reconciled: how },
        how,
      };
    }
    case 'not-there': {
      const how = `No ${noun} of the contact carries the key of this approval.`;
      return Date.parse(clock.now()) - Date.parse(approval.at) < seenAfter
        ? {
            is: 'cannot-tell',
            how: `${how} HubSpot may show a new one late: look there, or ask again in a few minutes.`,
          }
        : { is: 'did-not-happen', how };
    }
  }
}

const nouns = { notes: 'note', tasks: 'task' } as const;
