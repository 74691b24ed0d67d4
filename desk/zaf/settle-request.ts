import type { ProxyAnswer } from '../proxy/proxy-answer.ts';
import type { ProxyOptions } from '../proxy/proxy-options.ts';

/** How a call of `client.request` ends for the app: resolved with a body, or rejected with a plain object like jQuery's. */
export type Settled =
  { readonly is: 'done'; readonly value: unknown } | { readonly is: 'fail'; readonly error: RequestError };

/** Not an `Error`: Zendesk's host rejects with jQuery's object. */
type RequestError = {
  readonly status: number;
  readonly statusText: string;
  readonly responseText: string;
  readonly responseJSON?: unknown;
  readonly readyState: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * What Zendesk's host makes of an answer of the proxy. With `httpCompleteResponse` the app gets status and headers too, in a
 * rejection as well.
 */
export function settleRequest(options: ProxyOptions, answer: ProxyAnswer): Settled {
  if (answer.status < 200 || answer.status >= 300) return { is: 'fail', error: errorOf(options, answer) };
  const body = bodyOf(options, answer);
  if (body === UNREADABLE)
    return { is: 'fail', error: errorOf(options, { ...answer, statusText: 'parsererror' }) };
  return { is: 'done', value: options.httpCompleteResponse === true ? answer : body };
}

const UNREADABLE = Symbol('unreadable');

/** With `dataType: 'json'` a text that is no JSON is a failure, whatever the status. An empty answer has no body. */
function bodyOf(options: ProxyOptions, { responseText, responseJSON }: ProxyAnswer): unknown {
  if (responseJSON !== undefined) return responseJSON;
  if (options.dataType !== 'json') return responseText;
  if (responseText === '') return undefined;
  try {
    return JSON.parse(responseText);
  } catch {
    return UNREADABLE;
  }
}

function errorOf(options: ProxyOptions, { headers, ...answer }: ProxyAnswer): RequestError {
  const complete = options.httpCompleteResponse === true ? { headers } : {};
  return { ...answer, ...complete, readyState: answer.status === 0 ? 0 : 4 };
}
