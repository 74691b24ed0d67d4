import { displayText } from '../../domain/facts/display-text.ts';
import { readValue } from '../../domain/facts/read-value.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Evaluation, FactType, Value } from '../../domain/facts/value.ts';
import { formatDate, formatMoney } from '../i18n/format.ts';
import type { Words } from '../i18n/words.ts';
import { revealHidden } from './reveal-hidden.ts';

/** A value in the user's language, as plain text: `$142.10`, `Nov 11, 2026`, `yes`. */
export function valueText(value: Value, words: Words): string {
  switch (value.kind) {
    case 'yes-no':
      return words.t(value.yes ? 'value.yes' : 'value.no');
    case 'money':
      return formatMoney(words, value.amount, value.currency);
    case 'date':
      return formatDate(words, value.date);
    case 'text':
      return value.text === '' ? words.t('value.empty') : revealHidden(value.text);
    case 'list':
      return listText(value.items, words);
    case 'choice':
      return revealHidden(value.choice);
    case 'number':
    case 'duration':
      return displayText(value, words.locale);
  }
}

function listText(items: Extract<Value, { kind: 'list' }>['items'], words: Words): string {
  if (items.length === 0) return words.t('value.empty-list');
  return items.map((item) => (item ? valueText(item, words) : words.t('value.unreadable'))).join(', ');
}

/** What an expression came to; unknown in words. */
export function evaluationText(evaluation: Evaluation, words: Words): string {
  return evaluation.is === 'value' ? valueText(evaluation.value, words) : words.t('value.unknown');
}

/** A value of an action, worded by its declared type; as it stands where it does not fit. */
export function parameterText(json: FactJson | undefined, type: FactType | undefined, words: Words): string {
  if (json === undefined || json === null) return words.t('value.unknown');
  const value = type && readValue(type, json);
  return value ? valueText(value, words) : revealHidden(rawText(json, words));
}

function rawText(json: Exclude<FactJson, null>, words: Words): string {
  if (typeof json === 'boolean') return words.t(json ? 'value.yes' : 'value.no');
  return typeof json === 'object' ? JSON.stringify(json) : String(json);
}
