import { closestSpelling } from '../facts/closest-spelling.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactType } from '../facts/value.ts';
import { writtenDay } from '../facts/written-day.ts';

/** The value of a type that was probably meant by words that are none: `199.99$`, `in transt`, `20.11.2026`, `y`. */
export function meantValue(type: FactType, text: string): string | undefined {
  const meant = guess(type, text);
  return meant !== undefined && readValue(type, meant) ? meant : undefined;
}

function guess(type: FactType, text: string): string | undefined {
  switch (type.kind) {
    case 'choice':
      return closestSpelling(text, type.options);
    case 'money':
      return meantMoney(type.currency, text);
    case 'date':
      return writtenDay(text);
    case 'yes-no':
      return /^(?:y|true|x|✓|✔|☑)$/i.test(text)
        ? 'yes'
        : /^(?:n|false|✗|✘|☐)$/i.test(text)
          ? 'no'
          : undefined;
    case 'text':
    case 'number':
    case 'count':
    case 'duration':
    case 'list':
      return undefined;
  }
}

function meantMoney(currency: string | undefined, text: string): string | undefined {
  const [, amount, sign] = /^([\d.,]+)\s?([$€£])$/.exec(text) ?? [];
  if (amount && sign) return `${sign}${amount}`;
  const [, plain] = /^([\d.,]+)\s?(?:dollars?|euros?|pounds?)?$/i.exec(text) ?? [];
  return plain && currency ? `${plain} ${currency}` : undefined;
}
