import { withoutEcho } from './echo-of-request.ts';
import { maskPrivateWords } from './private-words.ts';
import type { SystemRequest } from './transport.ts';

/** A provider's sentence may be shown and stored, so it is kept short. */
const longestReason = 300;
/** Of a whole page nobody reads more; what is cut off must not hide the beginning of a key, so it is far longer than what is shown. */
const longestRead = 4000;

/**
 * The provider's own words for a refusal, out of the shapes that the systems use: `{ error: { message } }`, `{ message }`,
 * `{ error, description, details }`, `[{ message }]`, `{ errors: … }`. Undefined where there are none. Data, never instructions; without
 * addresses, card numbers and keys that it may quote, and without what it echoes of the request.
 */
export function providerReason(body: unknown, request?: SystemRequest): string | undefined {
  const words = wordsOf(body);
  if (words === undefined) return undefined;
  const said = words.slice(0, longestRead);
  const line = maskPrivateWords(request === undefined ? said : withoutEcho(said, request))
    // Control characters and line breaks have no place in one sentence.
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .trim();
  return line.length > longestReason ? `${line.slice(0, longestReason - 1)}…` : line;
}

function wordsOf(body: unknown): string | undefined {
  if (Array.isArray(body)) return joined(body.map(wordsOf));
  if (typeof body === 'string') return body === '' ? undefined : body;
  if (!isRecord(body)) return undefined;
  const details = detailsOf(body['details']);
  if (details !== undefined) return details;
  const { message, description, error, errors } = body;
  return text(message) ?? text(description) ?? wordsOf(error) ?? wordsOf(errors);
}

/** Zendesk's `details`: by field, a list of `{ description }`. */
function detailsOf(details: unknown): string | undefined {
  if (!isRecord(details)) return undefined;
  const lists = Object.values(details).flatMap((list): unknown[] => (Array.isArray(list) ? list : [list]));
  return joined(lists.map((entry) => (isRecord(entry) ? text(entry['description']) : undefined)));
}

function joined(words: readonly (string | undefined)[]): string | undefined {
  const known = words.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : known.join('; ');
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
