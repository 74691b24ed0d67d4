import { parseDecimal, decimalText } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { RestFieldValue } from './rest-ticket.ts';
import type { FieldShape } from './field-reading.ts';

export type WrittenValue =
  | { readonly is: 'value'; readonly raw: NonNullable<RestFieldValue> }
  | { readonly is: 'misfit'; readonly why: string };

/**
 * A value of the SOP as a custom field takes it: the label or the tag of an option becomes its tag, `yes` a tick, `USD 12.50` in a
 * number field `12.50`. An empty text clears the field.
 */
export function writeFieldValue({ type, options }: FieldShape, value: FactJson): WrittenValue {
  if (value === null) return misfit('the value is unknown');
  switch (type) {
    case 'checkbox':
      return checkbox(value);
    case 'tagger':
    case 'dropdown':
      return typeof value === 'string' ? option(options, value) : misfit('it takes one of its options');
    case 'multiselect':
      return multiselect(options, value);
    case 'integer':
    case 'decimal':
      return number(type, value);
    case 'date':
      return date(value);
    default:
      return plain(value);
  }
}

/** Whether a field now holds what was written: Zendesk gives decimals as text, and nothing for a cleared field. */
export function holdsValue({ type }: FieldShape, written: RestFieldValue, found: unknown): boolean {
  return sameText(type, written) === sameText(type, found);
}

function sameText(type: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || (type === 'checkbox' && value === false))
    return '';
  if (Array.isArray(value)) return value.map(String).toSorted().join('\n');
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  if (type === 'date') return text.slice(0, 10);
  const decimal = type === 'integer' || type === 'decimal' ? parseDecimal(text) : undefined;
  return decimal ? decimalText(decimal) : text;
}

function checkbox(value: FactJson): WrittenValue {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 'yes') return { is: 'value', raw: true };
  if (word === false || word === 'no' || word === '') return { is: 'value', raw: false };
  return misfit('it takes yes or no');
}

type Options = FieldShape['options'];

function option(options: Options, text: string): WrittenValue {
  if (text.trim() === '') return { is: 'value', raw: '' };
  const found = findOption(options, text);
  return found === undefined ? misfit(`it has no option “${text}”`) : { is: 'value', raw: found };
}

const findOption = (options: Options, text: string): string | undefined =>
  (
    options.find(({ label }) => folded(label) === folded(text)) ??
    options.find(({ value }) => folded(value) === folded(text))
  )?.value;

const folded = (text: string) => text.trim().toLowerCase();

function multiselect(options: Options, value: FactJson): WrittenValue {
  const texts = typeof value === 'string' ? value.split(',').filter((one) => one.trim() !== '') : value;
  if (!Array.isArray(texts)) return misfit('it takes a list of its options');
  const tags: string[] = [];
  for (const text of texts) {
    const tag = typeof text === 'string' ? findOption(options, text) : undefined;
    if (tag === undefined) return misfit(`it has no option “${String(text)}”`);
    tags.push(tag);
  }
  return { is: 'value', raw: tags };
}

/** Numbers as the text of a plain decimal: nothing is rounded on the way. */
function number(type: string, value: FactJson): WrittenValue {
  if (value === '') return { is: 'value', raw: '' };
  const text =
    typeof value === 'number'
      ? String(value)
      : typeof value === 'string'
        ? value.replace(/^[A-Z]{3} /, '')
        : '';
  const decimal = parseDecimal(text.trim());
  if (!decimal) return misfit('it takes a number');
  const plainText = decimalText(decimal);
  return type === 'integer' && plainText.includes('.')
    ? misfit('it takes a whole number')
    : { is: 'value', raw: plainText };
}

function date(value: FactJson): WrittenValue {
  const text = typeof value === 'string' ? value.trim() : undefined;
  return text !== undefined && /^(\d{4}-\d{2}-\d{2})?$/.test(text)
    ? { is: 'value', raw: text }
    : misfit('it takes a date');
}

function plain(value: FactJson): WrittenValue {
  if (typeof value === 'string') return { is: 'value', raw: value };
  if (typeof value === 'boolean') return { is: 'value', raw: value ? 'yes' : 'no' };
  return typeof value === 'number' ? { is: 'value', raw: String(value) } : misfit('it takes a text');
}

const misfit = (why: string): WrittenValue => ({ is: 'misfit', why });
