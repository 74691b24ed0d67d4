import type { FactJson } from '../../domain/facts/fact-json.ts';
import { readValue } from '../../domain/facts/read-value.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Words } from '../i18n/words.ts';
import { parameterText } from './value-text.ts';

/** A value without a declared type, as lines of a preview have it: money and dates are recognized by their canonical form. */
export function looseText(json: FactJson, words: Words): string {
  const type = candidates.find(
    ({ form, type: candidate }) => typeof json === 'string' && form.test(json) && readValue(candidate, json),
  );
  return parameterText(json, Array.isArray(json) ? { kind: 'list' } : type?.type, words);
}

const candidates: readonly { readonly form: RegExp; readonly type: FactType }[] = [
  { form: /^[A-Z]{3} -?\d/, type: { kind: 'money', currency: undefined } },
  { form: /^\d{4}-\d{2}-\d{2}$/, type: { kind: 'date' } },
  { form: /^PT/, type: { kind: 'duration' } },
];
