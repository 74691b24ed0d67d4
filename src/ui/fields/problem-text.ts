import type { FactType } from '../../domain/facts/value.ts';
import type { Words } from '../i18n/words.ts';
import { parameterText } from '../values/value-text.ts';
import type { EditReading } from './read-edit.ts';

/** What is wrong with a value, as a sentence that says what to do. */
export function problemText({ problem, limit }: Extract<EditReading, { is: 'problem' }>, type: FactType, words: Words): string {
  switch (problem) {
    case 'above-proposed':
    case 'above-possible':
      return words.t(`field.${problem}`, { limit: parameterText(limit, type, words) });
    case 'not-a-number':
      return words.t('field.not-a-number', { example: new Intl.NumberFormat(words.locale, { minimumFractionDigits: 2 }).format(142.1) });
    case 'needed':
    case 'not-whole':
    case 'negative':
    case 'not-positive':
    case 'not-a-date':
    case 'no-currency':
      return words.t(`field.${problem}`);
  }
}
