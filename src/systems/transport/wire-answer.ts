import { proxyLimits } from './proxy-limits.ts';

/** What came back over the wire, before anybody gave it a meaning. */
export type WireAnswer =
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly text: string;
      /** Undefined where the text is no JSON, or larger than what is read. */
      readonly body: unknown;
      readonly isReadable: boolean;
      readonly headers: ReadonlyMap<string, string>;
    }
  /** Nothing came back: a network error, or the request was cut off. */
  | { readonly is: 'nothing' };

/**
 * Reads what `client.request` resolves with: `{ status, responseText, responseJSON?, headers }` with `httpCompleteResponse`, and the
 * bare body where the host ignores that option.
 * Source: https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/#clientrequestoptions
 */
export function readWireAnswer(raw: unknown): WireAnswer {
  return isRecord(raw) && typeof raw['status'] === 'number' && isComplete(raw)
    ? answerIn(raw, raw['status'])
    : bareBody(raw);
}

/**
 * Reads what it rejects with: a plain object, or an error, with the answer inside. Anything else, such as an error of the page's own, says
 * nothing, and is never taken for an answer.
 */
export function readRejection(raw: unknown): WireAnswer {
  return isRecord(raw) && typeof raw['status'] === 'number'
    ? answerIn(raw, raw['status'])
    : { is: 'nothing' };
}

function answerIn(raw: Readonly<Record<string, unknown>>, status: number): WireAnswer {
  if (status < 100) return { is: 'nothing' };
  const text = typeof raw['responseText'] === 'string' ? raw['responseText'] : undefined;
  const headers = readHeaders(raw['headers']);
  return { is: 'answer', status, headers, ...readBody(text, raw['responseJSON']) };
}

/** A body may have a `status` of its own. */
const isComplete = (raw: Readonly<Record<string, unknown>>): boolean =>
  ['statusText', 'responseText', 'responseJSON', 'readyState'].some((name) => name in raw);

function bareBody(raw: unknown): WireAnswer {
  const text = typeof raw === 'string' ? raw : undefined;
  return {
    is: 'answer',
    status: 200,
    headers: new Map(),
    ...readBody(text, text === undefined ? raw : undefined),
  };
}

/** The text is the truth: a host may have parsed only part of it. An empty one is an answer without content. */
function readBody(text: string | undefined, json: unknown) {
  if (text === undefined) return { text: '', body: json, isReadable: true };
  if (text.length > proxyLimits.largestAnswer) return { text, body: undefined, isReadable: false };
  if (text.trim() === '') return { text, body: json, isReadable: true };
  try {
    const body: unknown = JSON.parse(text);
    return { text, body, isReadable: true };
  } catch {
    return { text, body: undefined, isReadable: false };
  }
}

/** An object of names and values, or the block of lines that browsers give. Names in lower case. */
function readHeaders(raw: unknown): ReadonlyMap<string, string> {
  const entries = typeof raw === 'string' ? linesOf(raw) : isRecord(raw) ? Object.entries(raw) : [];
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function linesOf(block: string): [string, string][] {
  return block.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
