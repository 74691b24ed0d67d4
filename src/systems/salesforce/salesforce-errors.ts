import type { Failure } from '../../domain/run/events.ts';
import type { SystemAnswer } from '../transport/transport.ts';
import { salesforceSchemas } from './salesforce-schemas.ts';

/** The codes of an answer's errors. Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export function errorCodes(body: unknown): readonly string[] {
  const parsed = salesforceSchemas.errors.safeParse(body);
  return parsed.success ? parsed.data.map(({ errorCode }) => errorCode) : [];
}

/** Refusals that an admin has to mend name the setting and what to do; the others keep Salesforce's own words. */
export function inOurWords(answer: SystemAnswer): SystemAnswer {
  if (answer.is !== 'refused') return answer;
  const failure = failureOf(answer);
  return failure === undefined ? answer : { ...answer, failure: { ...answer.failure, ...failure } };
}

function failureOf({
  status,
  body,
}: Extract<SystemAnswer, { is: 'refused' }>): Pick<Failure, 'code' | 'reason'> | undefined {
  const codes = errorCodes(body);
  if (status === 401 || codes.includes('INVALID_SESSION_ID'))
    return { code: 'misconfigured', reason: expired };
  if (codes.includes('REQUEST_LIMIT_EXCEEDED')) return { code: 'unavailable', reason: usedUp };
  if (codes.includes('API_DISABLED_FOR_ORG'))
    return { code: 'misconfigured', reason: 'This Salesforce edition does not let apps in: it has no API.' };
  return undefined;
}

const expired =
  'Salesforce did not accept the sign-in: the connection behind the setting salesforce has expired or was taken back. An admin can connect it again in the app settings.';
const usedUp =
  'Salesforce has answered as many requests today as the org may make. They come back within 24 hours; a Salesforce admin can see them under Company Information.';
