import type { FakeResponse } from '../fakes/fake.ts';

/** What the proxy answers, as `client.request` gives it with `httpCompleteResponse`. `status` 0: there was no answer. */
export type ProxyAnswer = {
  readonly status: number;
  readonly statusText: string;
  readonly responseText: string;
  readonly responseJSON?: unknown;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

/** What came of a request on its way out: an answer, or none at all. */
export type Outcome = FakeResponse | 'no-answer';

/** An answer as the app's side of the proxy sees it. */
export function proxyAnswer(outcome: Outcome): ProxyAnswer {
  if (outcome === 'no-answer') return { status: 0, statusText: 'error', responseText: '', headers: {} };
  const { status, body, headers = {} } = outcome;
  const json = parseJson(body, headers['content-type']);
  return {
    status,
    statusText: STATUS_TEXTS[status] ?? (status < 400 ? 'OK' : 'error'),
    responseText: body,
    ...(json === undefined ? {} : { responseJSON: json }),
    headers,
  };
}

/** An answer of the proxy itself, before anything went out. */
export function proxyRefusal(status: number, text: string): ProxyAnswer {
  return proxyAnswer({ status, headers: { 'content-type': 'text/plain' }, body: text });
}

function parseJson(body: string, contentType: string | undefined): unknown {
  if (contentType?.includes('json') !== true || body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
