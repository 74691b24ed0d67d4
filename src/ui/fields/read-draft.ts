import { isCalendarDate } from '../../domain/facts/calendar.ts';
import { decimalText } from '../../domain/facts/decimal.ts';
import type { Decimal } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { CurrencyCode, FactType } from '../../domain/facts/value.ts';
import { readLocalNumber } from './local-number.ts';

/** What somebody typed, read as a value of a type. */
export type DraftReading =
  | { readonly is: 'empty' }
  | { readonly is: 'value'; readonly value: FactJson }
  | { readonly is: 'problem'; readonly problem: DraftProblem };

export type DraftProblem = 'not-a-number' | 'not-whole' | 'negative' | 'not-a-date' | 'no-currency';

type ReadDraftOptions = {
  readonly type: FactType;
  readonly locale: string;
  /** The currency of money whose type names none. */
  readonly currency?: CurrencyCode | undefined;
};

/** Reads a typed text in the user's way of writing numbers; the value is in canonical form. */
export function readDraft(draft: string, { type, locale, currency }: ReadDraftOptions): DraftReading {
  const text = draft.trim();
  if (text === '') return { is: 'empty' };
  switch (type.kind) {
    case 'text':
      return { is: 'value', value: draft };
    case 'choice':
      return { is: 'value', value: text };
    case 'yes-no':
      return { is: 'value', value: text === 'yes' };
    case 'list':
      return { is: 'value', value: linesOf(draft) };
    case 'date':
      return isCalendarDate(text) ? { is: 'value', value: text } : { is: 'problem', problem: 'not-a-date' };
    case 'number':
      return withNumber(text, locale, (number) => ({ is: 'value', value: decimalText(number) }));
    case 'count':
      return withNumber(text, locale, readCount);
    case 'money':
      return withNumber(text, locale, (amount) => readMoney(amount, type.currency ?? currency));
    case 'duration':
      return withNumber(text, locale, (minutes) => ({
        is: 'value',
        value: `PT${decimalText(minutes.times('60'))}S`,
      }));
  }
}

function withNumber(text: string, locale: string, read: (number: Decimal) => DraftReading): DraftReading {
  const number = readLocalNumber(text, locale);
  return number ? read(number) : { is: 'problem', problem: 'not-a-number' };
}

function readCount(count: Decimal): DraftReading {
  if (count.lt('0')) return { is: 'problem', problem: 'negative' };
  return count.eq(count.round(0))
    ? { is: 'value', value: decimalText(count) }
    : { is: 'problem', problem: 'not-whole' };
}

function readMoney(amount: Decimal, currency: CurrencyCode | undefined): DraftReading {
  if (currency === undefined) return { is: 'problem', problem: 'no-currency' };
  return { is: 'value', value: `${currency} ${decimalText(amount)}` };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
