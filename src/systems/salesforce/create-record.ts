import { failed } from '../write/outcome.ts';
import type { Reconciliation } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { parseBody } from '../look-up/parse-answer.ts';
import type { SystemAnswer } from '../transport/transport.ts';
import { keyField, type Creatable, type Fields } from './salesforce-api.ts';
import { recordUrl } from './salesforce-objects.ts';
import { salesforceSchemas } from './salesforce-schemas.ts';
import { type SalesforceTools } from './salesforce-tools.ts';

/**
 * Creates a record on the contact of the approval, once: Salesforce keeps one record for a key. A record of the key that is there already
 * is left as it is, because people may have worked on it since.
 */
export async function createRecord(
  tools: SalesforceTools,
  { approval, key }: VerifiedApproval,
  { object, fields }: { readonly object: Creatable; readonly fields: Fields },
): Promise<ExecutionResult> {
  const { contact: id } = approval.target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no contact.');
  const query = { select: ['Id'], from: 'Contact', where: { Id: id }, limit: 1 } as const;
  const [contact, earlier] = await Promise.all([
    tools.api.query(query, 'person'),
    tools.api.byKey(object, key),
  ]);
  if (contact.is === 'failed') return { is: 'failed', failure: contact.failure };
  if (contact.is === 'no-such-field' || contact.body.length === 0)
    return failed('stale', 'The contact is not in Salesforce any more.');
  if (earlier.is === 'parsed') return madeAs(tools, earlier.body.Id);
  if (!isNoRecord(earlier.failure)) return { is: 'failed', failure: inWords(earlier.failure, object) };
  const answer = await tools.api.upsert(object, key, fields);
  switch (answer.is) {
    case 'answered':
      return readAnswer(tools, { answer, object, key });
    case 'unknown':
      return { is: 'unknown', failure: inWords(answer.failure, object) };
    case 'refused':
    case 'unavailable':
      return { is: 'failed', failure: inWords(answer.failure, object) };
  }
}

type Answered = {
  readonly answer: Extract<SystemAnswer, { is: 'answered' }>;
  readonly object: Creatable;
  readonly key: string;
};

/** 201 says which record was made; 200 or 204 that it was there, in some versions without saying which. */
async function readAnswer(
  tools: SalesforceTools,
  { answer, object, key }: Answered,
): Promise<ExecutionResult> {
  const made = parseBody(answer.body, salesforceSchemas.upserted, 'what Salesforce made', answer.requestId);
  if (made.is === 'parsed' && made.body.success) return madeAs(tools, made.body.id);
  const found = await tools.api.byKey(object, key);
  if (found.is === 'parsed') return madeAs(tools, found.body.Id);
  return { is: 'unknown', failure: { ...found.failure, code: 'unknown-outcome' } };
}

/** Finds out from Salesforce whether a creation with a lost answer happened: by our key, which is a field of the record. */
export async function reconcileRecord(
  tools: SalesforceTools,
  { key }: VerifiedApproval,
  object: Creatable,
): Promise<Reconciliation> {
  const found = await tools.api.byKey(object, key);
  if (found.is === 'parsed') {
    const how = `The ${object} ${found.body.Id} carries the key of this approval.`;
    return { is: 'happened', result: { ...madeAs(tools, found.body.Id), reconciled: how }, how };
  }
  return isNoRecord(found.failure)
    ? { is: 'did-not-happen', how: `No ${object} carries the key of this approval.` }
    : { is: 'cannot-tell', how: inWords(found.failure, object).reason };
}

/** A field or a host that is not there is answered with 404 too, and says nothing of the record. */
const isNoRecord = ({ status, code, reason }: Failure): boolean =>
  status === 404 && code !== 'misconfigured' && !reason.includes(keyField);

function madeAs({ host }: SalesforceTools, id: string): Extract<ExecutionResult, { is: 'succeeded' }> {
  return { is: 'succeeded', reference: id, url: recordUrl(host, { Id: id }) };
}

/** What an admin of Salesforce has to mend names the field and where it is missing. */
function inWords(failure: Failure, object: Creatable): Failure {
  const place = object === 'Task' ? 'Activity' : object;
  if (failure.status === 300) {
    const reason = `Salesforce has several records with the key of this approval: the field ${keyField} of ${place} has to be marked Unique.`;
    return { ...failure, reason };
  }
  if (!failure.reason.includes(keyField)) return failure;
  const reason = `Salesforce has no field ${keyField} on ${place}, or does not let the connected user use it. A Salesforce admin can add it: a text field of 255 characters, marked External ID and Unique.`;
  return { ...failure, code: 'misconfigured', reason };
}
