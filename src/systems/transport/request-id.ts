import { maskPrivateWords } from './private-words.ts';
import type { WireAnswer } from './wire-answer.ts';

/**
 * How each system calls the number under which its support finds a request: Stripe; Shopify and EasyPost; Zendesk; HubSpot; Salesforce.
 * Source: https://docs.stripe.com/api/request_ids; the others as they stand in answers of the systems.
 */
const headerNames = [
  'request-id',
  'x-request-id',
  'x-zendesk-request-id',
  'x-hubspot-correlation-id',
  'x-sfdc-request-id',
] as const;

/**
 * The number of a request as its system gave it; HubSpot has it in the body too. Undefined for what does not look like one, because it is
 * shown and stored.
 */
export function requestIdOf({ headers, body }: Extract<WireAnswer, { is: 'answer' }>): string | undefined {
  const said = [...headerNames.map((name) => headers.get(name)), correlationId(body)];
  return said.find((id) => id !== undefined && idForm.test(id) && maskPrivateWords(id) === id);
}

function correlationId(body: unknown): string | undefined {
  const id = typeof body === 'object' && body !== null && 'correlationId' in body ? body.correlationId : '';
  return typeof id === 'string' ? id : undefined;
}

const idForm = /^[\w.:/=+-]{1,128}$/;
