import type { Exchange } from './proxy.ts';
import { methodOf } from './proxy/proxy-options.ts';

/** One request of the app, as the desk's page and the tests show it. Secrets are not in it: the app never had them. */
export type LoggedRequest = {
  readonly number: number;
  readonly at: string;
  readonly userId: number;
  readonly system: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
  readonly milliseconds: number;
  readonly problems: readonly string[];
};

export type RequestLog = {
  list(): readonly LoggedRequest[];
  add(exchange: Exchange, system: string, at: string): LoggedRequest;
  clear(): void;
};

/** Older requests than so many are forgotten. */
const KEPT = 500;
/** Longer texts are cut; the desk's page is no archive. */
const LONGEST = 20_000;

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  let last = 0;
  return {
    list: () => entries,
    add(exchange, system, at) {
      last += 1;
      const entry = entryOf(exchange, { number: last, system, at });
      entries = [...entries, entry].slice(-KEPT);
      return entry;
    },
    clear() {
      entries = [];
    },
  };
}

type Stamp = { readonly number: number; readonly system: string; readonly at: string };

function entryOf({ caller, options, answer, milliseconds, problems }: Exchange, stamp: Stamp): LoggedRequest {
  return {
    ...stamp,
    userId: caller.userId,
    method: options === undefined ? '?' : methodOf(options),
    url: options?.url ?? '',
    headers: options?.headers ?? {},
    body: textOf(options?.data),
    status: answer.status,
    answer: answer.responseText.slice(0, LONGEST),
    milliseconds: Math.round(milliseconds),
    problems,
  };
}

function textOf(data: unknown): string {
  if (data === undefined || data === null) return '';
  return (typeof data === 'string' ? data : JSON.stringify(data)).slice(0, LONGEST);
}
