import { isCalendarDate } from './calendar.ts';
import { parseMoney } from './currency.ts';
import { decimalOf, type Decimal } from './decimal.ts';
import { parseDuration } from './duration.ts';
import type { FactItemJson, FactJson } from './fact-json.ts';
import { sameText } from './fold-text.ts';
import { parseNumber } from './number-text.ts';
import type { CurrencyCode, FactType, ListItem, Value } from './value.ts';

/**
 * Reads a value as it stands in JSON. A value that does not fit its type is undefined, that is unknown: a count below 0, a choice
 * outside the set, a currency other than the declared one. A choice is given back as it was declared.
 * Source: SOP language, section 1, and conformance/README.md, "Forms of values".
 */
export function readValue(type: FactType, json: FactJson | undefined): Value | undefined {
  if (json === undefined || json === null) return undefined;
  switch (type.kind) {
    case 'text':
      return typeof json === 'string' ? { kind: 'text', text: json } : undefined;
    case 'number':
      return numberValue(readNumber(json));
    case 'count':
      return numberValue(wholeNumber(readNumber(json)));
    case 'money':
      return readMoney(type.currency, json);
    case 'yes-no':
      return readYesNo(json);
    case 'date':
      return typeof json === 'string' ? dateValue(json) : undefined;
    case 'duration':
      return typeof json === 'string' ? durationValue(json) : undefined;
    case 'list':
      return isList(json) ? { kind: 'list', items: json.map(readItem) } : undefined;
    case 'choice':
      return typeof json === 'string' ? choiceValue(type.options, json) : undefined;
  }
}

/**
 * What a field that its system answered as empty stands for: empty is not unknown, where it can be told. A checkbox is the system's
 * own business. Source: SOP language, section 1, "Empty is not unknown".
 */
export function emptyValue(type: FactType): Value | undefined {
  switch (type.kind) {
    case 'text':
      return { kind: 'text', text: '' };
    case 'list':
      return { kind: 'list', items: [] };
    case 'choice':
      return choiceValue(type.options, 'none');
    case 'number':
    case 'count':
    case 'money':
    case 'yes-no':
    case 'date':
    case 'duration':
      return undefined;
  }
}

function readNumber(json: FactJson): Decimal | undefined {
  if (typeof json === 'number') return decimalOf(json);
  return typeof json === 'string' ? parseNumber(json) : undefined;
}

function numberValue(number: Decimal | undefined) {
  return number === undefined ? undefined : ({ kind: 'number', number } as const);
}

function wholeNumber(number: Decimal | undefined): Decimal | undefined {
  if (number === undefined || number.lt('0')) return undefined;
  return number.eq(number.round(0, 0)) ? number : undefined;
}

function readMoney(declared: CurrencyCode | undefined, json: FactJson): Value | undefined {
  if (typeof json === 'number') {
    const amount = decimalOf(json);
    return amount === undefined || declared === undefined
      ? undefined
      : { kind: 'money', amount, currency: declared };
  }
  const money = typeof json === 'string' ? moneyValue(json) : undefined;
  return declared === undefined || money?.currency === declared ? money : undefined;
}

function moneyValue(text: string) {
  const money = parseMoney(text);
  return money === undefined ? undefined : ({ kind: 'money', ...money } as const);
}

function readYesNo(json: FactJson): Value | undefined {
  if (typeof json === 'boolean') return { kind: 'yes-no', yes: json };
  const word = typeof json === 'string' ? json.trim().toLowerCase() : '';
  return word === 'yes' || word === 'no' ? { kind: 'yes-no', yes: word === 'yes' } : undefined;
}

function dateValue(text: string) {
  return isCalendarDate(text) ? ({ kind: 'date', date: text } as const) : undefined;
}

function durationValue(text: string) {
  const seconds = parseDuration(text);
  return seconds === undefined ? undefined : ({ kind: 'duration', seconds } as const);
}

function choiceValue(options: readonly string[], text: string): Value | undefined {
  const choice = options.find((option) => sameText(option, text));
  return choice === undefined ? undefined : { kind: 'choice', choice };
}

function isList(json: FactJson): json is readonly FactItemJson[] {
  return Array.isArray(json);
}

/** An item that has none of the forms is one that nobody could read. */
function readItem(item: FactItemJson): ListItem {
  if (typeof item === 'string') return { kind: 'text', text: item };
  if (typeof item === 'number') return numberValue(decimalOf(item));
  if (typeof item === 'boolean') return { kind: 'yes-no', yes: item };
  if (typeof item !== 'object' || item === null) return undefined;
  if ('money' in item) return typeof item.money === 'string' ? moneyValue(item.money) : undefined;
  if ('date' in item) return typeof item.date === 'string' ? dateValue(item.date) : undefined;
  if ('number' in item)
    return typeof item.number === 'string' ? numberValue(parseNumber(item.number)) : undefined;
  return typeof item.duration === 'string' ? durationValue(item.duration) : undefined;
}
