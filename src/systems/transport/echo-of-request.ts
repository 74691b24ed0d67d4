import type { SystemRequest } from './transport.ts';

/** A short value such as a currency tells nothing about a person, and without it a reason says nothing at all. */
const shortest = 8;

/**
 * A provider's sentence without what it quotes of our own query and body: free text, names, telephone numbers. Ids and amounts stay, because they
 * are what a reason is about.
 */
export function withoutEcho(sentence: string, { query, body }: SystemRequest): string {
  const content = body === undefined ? undefined : 'json' in body ? body.json : body.form;
  return [...textsIn(query), ...textsIn(content)]
    .filter(isPersonal)
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, value) => text.replaceAll(value, '…'), sentence);
}

const isPersonal = (value: string): boolean => value.length >= shortest && /[\s@]|^\+\d/.test(value.trim());

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
