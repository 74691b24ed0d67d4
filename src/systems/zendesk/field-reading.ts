import type { FactItemJson } from '../../domain/facts/fact-json.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { FieldOption } from './ticket-fields.ts';

/** What a custom field is, wherever it hangs. */
export type FieldShape = { readonly type: string; readonly options: readonly FieldOption[] };

/**
 * What a custom field holds. A drop-down's value is the tag of an option; the SOP speaks of the option's label. An unticked checkbox
 * is `no`, also where Zendesk gives nothing for it; any other field without a value is empty.
 */
export function fieldReading({ type, options }: FieldShape, raw: unknown): Reading {
  if (type === 'checkbox') return checkboxReading(raw);
  if (raw === null || raw === undefined || raw === '') return { is: 'empty' };
  if (Array.isArray(raw)) {
    if (raw.length === 0) return { is: 'empty' };
    return { is: 'value', value: raw.map((item: unknown) => listItem(item, options)) };
  }
  if (type === 'multiselect' && typeof raw === 'string')
    return { is: 'value', value: raw.split(/[\s,]+/).map((tag) => labelOf(options, tag)) };
  if (typeof raw === 'boolean') return { is: 'value', value: raw };
  if (typeof raw === 'number') return { is: 'value', value: raw };
  if (typeof raw !== 'string') return { is: 'none', because: 'no-such-field' };
  if (type === 'date') return { is: 'value', value: raw.slice(0, 10) };
  return { is: 'value', value: labelOf(options, raw) };
}

function checkboxReading(raw: unknown): Reading {
  const word = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
  if (word === true || word === 'true' || word === 'yes' || word === '1' || word === 1)
    return { is: 'value', value: true };
  const isNo = [false, 'false', 'no', '0', 0, '', null, undefined].some((no) => no === word);
  return isNo ? { is: 'value', value: false } : { is: 'none', because: 'no-such-field' };
}

function listItem(item: unknown, options: readonly FieldOption[]): FactItemJson {
  if (typeof item === 'string') return labelOf(options, item);
  return typeof item === 'number' || typeof item === 'boolean' ? item : null;
}

/** A nested option, `Delivery::Late`, is known by its last part too; the tag itself where no option has it. */
function labelOf(options: readonly FieldOption[], tag: string): string {
  return options.find(({ value }) => value === tag)?.label ?? tag;
}
