import type { FactType } from '../../domain/facts/value.ts';
import type { Words } from '../i18n/words.ts';
import { parameterText } from '../values/value-text.ts';
import type { FieldProblem } from './read-edit.ts';

/** What is wrong with a value, as a sentence that says what to do. */
export function problemText({ because, limit }: FieldProblem, type: FactType, words: Words): string {
  switch (because) {
    case 'above-proposed':
    case 'above-limit':
      return words.t(`field.${because}`, { limit: parameterText(limit, type, words) });
    case 'not-a-number':
      return words.t('field.not-a-number', { example: exampleNumber(words) });
    case 'required':
    case 'misfit':
    case 'not-whole':
    case 'negative':
    case 'not-positive':
    case 'not-a-date':
    case 'no-currency':
    case 'other-currency':
    case 'unknown-parameter':
    case 'not-editable':
      return words.t(`field.${because}`);
  }
}

function exampleNumber({ locale }: Words): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(142.1);
}
