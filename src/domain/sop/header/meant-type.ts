import { closestSpelling } from '../../facts/closest-spelling.ts';
import { parseFactType } from '../../facts/fact-type.ts';

/** Longer words are no slip, and comparing them would take long. */
const longestType = 300;

/** What types are called elsewhere. */
const otherNames: readonly (readonly [words: RegExp, type: string])[] = [
  [/^(?:integer|int|whole number|counter)$/i, 'count'],
  [/^(?:bool|boolean|checkbox|yes or no|yes-no|y\/n|true\/false)$/i, 'yes/no'],
  [/^(?:amount|currency|price|dollars?)$/i, 'money'],
  [/^(?:decimal|float|numeric|percentage|percent)$/i, 'number'],
  [/^(?:string|words|free text)$/i, 'text'],
  [/^(?:datetime|day|date and time|timestamp)$/i, 'date'],
  [/^(?:array|tags|multi-?select)$/i, 'list'],
  [/^(?:time span|period|length of time)$/i, 'duration'],
];

/** The words of the type that was probably meant by words that are none; undefined where nothing comes close. */
export function meantType(words: string): string | undefined {
  if (words.length > longestType) return undefined;
  const currency = /^(?:([A-Z]{3})|money in ([A-Z]{3})|([A-Z]{3}) money)$/i.exec(words);
  const money = currency && `money ${(currency[1] ?? currency[2] ?? currency[3] ?? '').toUpperCase()}`;
  if (money && parseFactType(money)) return money;
  const choices = /^(?:one\s+of|choice|choices|select|dropdown|enum)?\s*:?\s*\(?([^()]*,[^()]*)\)?$/i.exec(
    words,
  )?.[1];
  if (choices) return `one of (${choices.trim()})`;
  return otherNames.find(([known]) => known.test(words))?.[1] ?? closestSpelling(words, typeNames);
}

const typeNames = ['text', 'number', 'count', 'money', 'yes/no', 'date', 'duration', 'list'];
