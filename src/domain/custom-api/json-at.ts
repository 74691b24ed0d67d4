import type { JsonPath } from './api-document.ts';

/** What stands at a place of an answer; undefined where there is nothing. Only an object's own keys count, never inherited ones. */
export function jsonAt(json: unknown, path: JsonPath): unknown {
  let at = json;
  for (const key of path) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** The same for a list: `lines.sku` is the `sku` of every line. */
export function listAt(json: unknown, path: JsonPath): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return json;
  if (Array.isArray(json)) return json.map((item: unknown) => listAt(item, path)).flat();
  return isObject(json) && Object.hasOwn(json, key) ? listAt(json[key], rest) : undefined;
}

/** A scalar of an answer as text, so that it can be compared with what a document says; undefined for anything else. */
export function scalarText(json: unknown): string | undefined {
  if (typeof json === 'string') return json;
  return typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined;
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
