/** Everything that can go wrong with a request that changes something. “After effect”: it was done, and nobody is told. */
export const failures = [
  'down before the call',
  'time-out before effect',
  'answer lost after effect',
  '429 with Retry-After',
  '429 without Retry-After',
  '500',
  '500 after effect',
  '401',
  '403',
  '404',
  '409',
  '422 with a reason',
  'HTML instead of JSON',
  'HTML after effect',
  'truncated JSON',
  'slow',
] as const;

export type Failure = (typeof failures)[number];

/** Whether the system does what it is asked, although the answer says nothing of it. */
export function isDone(failure: Failure): boolean {
  switch (failure) {
    case 'answer lost after effect':
    case '500 after effect':
    case 'HTML after effect':
    case 'truncated JSON':
    case 'slow':
      return true;
    case 'down before the call':
    case 'time-out before effect':
    case '429 with Retry-After':
    case '429 without Retry-After':
    case '500':
    case '401':
    case '403':
    case '404':
    case '409':
    case '422 with a reason':
    case 'HTML instead of JSON':
      return false;
  }
}

/** What arrives at the app: an answer as the host of the app framework gives it, or nothing for ever. */
export type Arrival =
  { readonly status: number; readonly text: string; readonly retryAfter?: string } | 'nothing' | 'the answer';

const html = '<!doctype html><html><head><title>Sign in</title></head><body>Please sign in</body></html>';

export function arrivalOf(failure: Failure, system: string, answer: string): Arrival {
  const refusal = (status: number) => ({ status, text: refusalText(system, status) });
  switch (failure) {
    case 'down before the call':
      return { status: 503, text: 'Service Unavailable' };
    case 'time-out before effect':
    case 'answer lost after effect':
      return 'nothing';
    case '429 with Retry-After':
      return { ...refusal(429), retryAfter: '2' };
    case '429 without Retry-After':
      return refusal(429);
    case '500':
    case '500 after effect':
      return { status: 500, text: 'Internal Server Error' };
    case '401':
    case '403':
    case '404':
    case '409':
      return refusal(Number(failure));
    case '422 with a reason':
      return refusal(422);
    case 'HTML instead of JSON':
    case 'HTML after effect':
      return { status: 200, text: html };
    case 'truncated JSON':
      return { status: 200, text: answer.length > 1 ? answer.slice(0, Math.ceil(answer.length / 2)) : '{' };
    case 'slow':
      return 'the answer';
  }
}

const sentence = 'This cannot be done now, says the sample.';

/** A refusal in the shape that the system has for it. */
function refusalText(system: string, status: number): string {
  return JSON.stringify(refusalBody(system, status));
}

function refusalBody(system: string, status: number): unknown {
  switch (system) {
    case 'stripe':
      return { error: { type: 'invalid_request_error', message: sentence } };
    case 'shopify':
      return { errors: sentence };
    case 'easypost':
      return { error: { code: 'SAMPLE', message: sentence, errors: [] } };
    case 'hubspot':
      return { status: 'error', message: sentence, correlationId: 'sample-1', category: 'VALIDATION_ERROR' };
    case 'salesforce':
      return [{ message: sentence, errorCode: status === 401 ? 'INVALID_SESSION_ID' : 'SAMPLE' }];
    case 'zendesk':
      return { error: status === 409 ? 'UpdateConflict' : 'RecordInvalid', description: sentence };
    default:
      return { message: sentence };
  }
}
