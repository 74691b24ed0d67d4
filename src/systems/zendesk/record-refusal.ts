import type { SystemAnswer } from '../transport/transport.ts';
import type { CustomObjectKey } from './custom-object-records.ts';
import { isTooLarge } from './record-size.ts';

/**
 * Why Zendesk did not take or give records, and what to do about it. `answer` is no success. The shapes of these refusals are not
 * documented: they are told by their status, and a full account and a long record by their words.
 */
export function recordRefusal(answer: SystemAnswer, key: CustomObjectKey): string {
  if (answer.is === 'answered') return 'Zendesk answered, and the record is not there.';
  if (answer.is !== 'refused') return answer.failure.reason;
  if (answer.status === 403) return notAllowed(key);
  if (answer.status === 404) return objectMissing(key);
  if (isTooLarge(answer)) return `${answer.failure.reason} Shorten the values, and try again.`;
  if (isFull(answer)) return `${answer.failure.reason} ${makeRoom}`;
  return answer.failure.reason;
}

/** Zendesk counts the records of an account; its own words say which count is meant. */
function isFull({ status, failure }: Extract<SystemAnswer, { is: 'refused' }>): boolean {
  return (status === 422 || status === 402 || status === 409) && /limit|maximum/i.test(failure.reason);
}

const notAllowed = (key: CustomObjectKey): string =>
  `Zendesk refused access to the records of “${key}” (403). An admin lets your role view, create and edit them in Admin Center under Custom objects; light agents may only look. If the plan of the account was changed, it may have lost its custom objects.`;

const objectMissing = (key: CustomObjectKey): string =>
  `Zendesk has no custom object “${key}”, or the record was deleted (404). An admin looks in Admin Center under Custom objects, and installs the app again where the object is missing.`;

const makeRoom =
  'The account has no room for more records. An admin deletes records that are not needed, or enlarges the plan.';
