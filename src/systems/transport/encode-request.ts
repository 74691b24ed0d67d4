import type { ZafRequest } from '../zendesk/zaf-client.ts';
import type { SystemRequest } from './transport.ts';

/**
 * What Zendesk's framework is asked for a request. Its own repetition is off, because the retry table decides; it gives the whole answer.
 * @param origin `https://api.stripe.com`; empty for Zendesk
 * @param deadline milliseconds
 */
export function encodeRequest(request: SystemRequest, origin: string, deadline: number): ZafRequest {
  const { method, path, body, headers, secrets } = request;
  const isSecret = secrets !== undefined && Object.keys(secrets).length > 0;
  return {
    url: `${origin}${path}${searchOf(request)}`,
    type: method,
    ...(body === undefined ? {} : encodedBody(body)),
    dataType: 'text',
    headers: { ...headers, ...secrets },
    ...(isSecret ? { secure: true } : {}),
    autoRetry: false,
    httpCompleteResponse: true,
    timeout: deadline,
  };
}

const searchOf = ({ query }: SystemRequest): string =>
  query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;

function encodedBody(body: NonNullable<SystemRequest['body']>): Pick<ZafRequest, 'data' | 'contentType'> {
  return 'json' in body
    ? { data: JSON.stringify(body.json), contentType: 'application/json' }
    : {
        data: new URLSearchParams(body.form).toString(),
        contentType: 'application/x-www-form-urlencoded',
      };
}
