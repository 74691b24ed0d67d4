import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/**
 * Reads JSON, also as YAML writes it: `{ reason: '{reason}', count: 2 }`. Undefined for anything that JSON does not have, such as keys that
 * stand twice or have no value: `{reason}` without quotation marks would be one. Never throws.
 */
export function jsonOfYaml(text: string): unknown {
  try {
    const document = parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : jsonOf(document.contents);
  } catch {
    // What is nested some thousand deep exhausts the stack.
    return undefined;
  }
}

function jsonOf(node: unknown): unknown {
  if (isScalar(node)) return isPlain(node.value) && node.anchor === undefined ? node.value : undefined;
  if (isSeq(node)) {
    const items = node.items.map(jsonOf);
    return items.includes(undefined) ? undefined : items;
  }
  if (!isMap(node)) return undefined;
  const entries = node.items.map(
    ({ key, value }) => [isScalar(key) ? key.value : undefined, jsonOf(value)] as const,
  );
  const known = entries.filter(
    (entry): entry is [string, unknown] => typeof entry[0] === 'string' && entry[1] !== undefined,
  );
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}

const isPlain = (value: unknown): boolean =>
  value === null ||
  ['string', 'boolean'].includes(typeof value) ||
  (typeof value === 'number' && Number.isFinite(value));
