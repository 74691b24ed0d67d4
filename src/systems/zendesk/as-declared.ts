import { decimalText, parseDecimal } from '../../domain/facts/decimal.ts';
import type { FactType } from '../../domain/facts/value.ts';
import { sameText } from '../../domain/facts/fold-text.ts';
import type { FieldShape } from './field-reading.ts';
import { failed, type Outcome } from './fact-outcome.ts';

type Field = FieldShape & { readonly title: string };

/**
 * A custom field's value as the SOP declares the fact. A number field has no currency, so only a declared one makes it money; a drop-down
 * is known by its label and by its tag; a single option can stand for a list.
 */
export function asDeclared(type: FactType, field: Field, raw: unknown, outcome: Outcome): Outcome {
  if (outcome.is !== 'value') return outcome;
  const { value } = outcome;
  switch (type.kind) {
    case 'money':
      return isNumberField(field) ? asMoney(type, field, value) : outcome;
    case 'choice': {
      if (typeof value !== 'string') return outcome;
      const tag = typeof raw === 'string' ? raw : value;
      // `Delivery::Late` is shown as `Late` below `Delivery`.
      const names = [value, value.split('::').at(-1) ?? value, tag];
      const choice = names.find((name) => type.options.some((option) => sameText(option, name)));
      return { ...outcome, value: choice ?? value };
    }
    case 'list':
      return typeof value === 'string' ? { ...outcome, value: [value] } : outcome;
    case 'text':
      if (typeof value === 'boolean') return { ...outcome, value: value ? 'yes' : 'no' };
      return typeof value === 'number' ? { ...outcome, value: String(value) } : outcome;
    case 'number':
    case 'count':
    case 'yes-no':
    case 'date':
    case 'duration':
      return outcome;
  }
}

const isNumberField = ({ type }: Field) => type === 'decimal' || type === 'integer';

function asMoney(
  { currency }: Extract<FactType, { kind: 'money' }>,
  { title }: Field,
  value: Extract<Outcome, { is: 'value' }>['value'],
): Outcome {
  const amount = parseDecimal(
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '',
  );
  if (!amount) return failed('unreadable', `The field “${title}” does not hold a plain number.`);
  if (currency === undefined)
    return failed(
      'unreadable',
      `The field “${title}” holds a number without a currency. Declare the fact with one in the SOP, such as “money USD”.`,
    );
  return { is: 'value', value: `${currency} ${decimalText(amount)}` };
}
