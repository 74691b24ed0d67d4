import { decimalText, type Decimal } from './decimal.ts';
import type { FactItemJson, FactJson } from './fact-json.ts';
import type { ListItem, Value } from './value.ts';

/**
 * A value in canonical text: plain decimals, `USD 24`, ISO dates, `PT5400S`, texts as they are, choices as declared.
 * The items of a list are separated by commas; one that nobody could read is `unknown`.
 * Source: SOP language, section 3, "Money, numbers, dates".
 */
export function canonicalText(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return decimalText(value.number);
    case 'money':
      return `${value.currency} ${decimalText(value.amount)}`;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'date':
      return value.date;
    case 'duration':
      return `PT${decimalText(value.seconds)}S`;
    case 'choice':
      return value.choice;
    case 'list':
      return value.items.map((item) => (item === undefined ? 'unknown' : canonicalText(item))).join(', ');
  }
}

/**
 * A value as JSON; `readValue(type, toFactJson(value))` gives it back. A choice inside a list comes back as the text that it is
 * equal to, because a list declares no choices.
 */
export function toFactJson(value: Value): FactJson {
  switch (value.kind) {
    case 'yes-no':
      return value.yes;
    case 'list':
      return value.items.map(itemJson);
    case 'text':
    case 'number':
    case 'money':
    case 'date':
    case 'duration':
    case 'choice':
      return canonicalText(value);
  }
}

function itemJson(item: ListItem): FactItemJson {
  if (item === undefined) return null;
  switch (item.kind) {
    case 'number':
      return numberJson(item.number);
    case 'money':
      return { money: canonicalText(item) };
    case 'date':
      return { date: item.date };
    case 'duration':
      return { duration: canonicalText(item) };
    case 'yes-no':
      return item.yes;
    case 'text':
    case 'choice':
      return canonicalText(item);
  }
}

/** A JSON number where it keeps every digit. */
function numberJson(number: Decimal): FactItemJson {
  const text = decimalText(number);
  return String(Number(text)) === text ? Number(text) : { number: text };
}
