import { duplicateKeys } from './duplicate-keys.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/** A JSON file that holds an object, or the reason why it cannot be used. */
export type ReadJson =
  | { readonly type: 'object'; readonly object: JsonObject; readonly duplicates: readonly string[] }
  | { readonly type: 'other' }
  | { readonly type: 'invalid'; readonly reason: string };

/** Reads the text of a JSON file. */
export function readJson(text: string): ReadJson {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value)
      ? { type: 'object', object: value, duplicates: duplicateKeys(text) }
      : { type: 'other' };
  } catch (cause) {
    return { type: 'invalid', reason: cause instanceof Error ? cause.message : String(cause) };
  }
}
