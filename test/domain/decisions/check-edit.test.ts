import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterKind } from '../../../src/domain/decisions/action-kind.ts';
import { checkEdit } from '../../../src/domain/decisions/check-edit.ts';
import type { Parameters } from '../../../src/domain/run/commands.ts';

const amount: ParameterKind = {
  name: 'amount',
  type: { kind: 'money', currency: undefined },
  required: true,
  editable: true,
  limits: ['positive', 'at-most-proposed'],
};
const text: ParameterKind = {
  name: 'text',
  type: { kind: 'text' },
  required: true,
  editable: true,
  limits: [],
  long: true,
};
const order: ParameterKind = {
  name: 'order',
  type: { kind: 'text' },
  required: false,
  editable: false,
  limits: [],
};

const kind = { parameters: [amount, order] };
const proposed = { amount: 'USD 142.1', order: '1001' };

function check(
  edited: Parameters,
  atMost: Parameters = {},
  of: { parameters: readonly ParameterKind[] } = kind,
  was: Parameters = proposed,
) {
  const checked = checkEdit({ kind: of, proposed: was, edited, atMost });
  return checked.is === 'ok'
    ? checked
    : checked.faults.map(({ parameter, because }) => `${parameter} ${because}`);
}

const cents = (value: number): string =>
  `USD ${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

describe('editing a proposal', () => {
  it('takes what was proposed as it is', () => {
    expect(check(proposed)).toEqual({ is: 'ok', parameters: proposed, edited: false });
  });

  it('takes a lower amount, in canonical form', () => {
    expect(check({ ...proposed, amount: '$100.50' })).toEqual({
      is: 'ok',
      parameters: { amount: 'USD 100.5', order: '1001' },
      edited: true,
    });
  });

  it.each<[string, Parameters, string]>([
    ['more than was proposed', { amount: 'USD 142.11', order: '1001' }, 'amount above-proposed'],
    ['nothing at all', { amount: 'USD 0', order: '1001' }, 'amount not-positive'],
    ['a negative amount', { amount: 'USD -5', order: '1001' }, 'amount not-positive'],
    ['another currency', { amount: 'EUR 100', order: '1001' }, 'amount other-currency'],
    ['an amount without a currency', { amount: 100, order: '1001' }, 'amount misfit'],
    ['words', { amount: 'all of it', order: '1001' }, 'amount misfit'],
    ['no amount', { order: '1001' }, 'amount required'],
    ['an unknown amount', { amount: null, order: '1001' }, 'amount required'],
    ['a value that is not to be edited', { ...proposed, order: '1002' }, 'order not-editable'],
    ['a value that is not to be dropped', { amount: 'USD 1' }, 'order not-editable'],
    ['a parameter that nobody declared', { ...proposed, to: 'acct_1' }, 'to unknown-parameter'],
  ])('refuses %s', (_, edited, fault) => {
    expect(check(edited)).toEqual([fault]);
  });

  it('refuses more than the system allows, also unchanged', () => {
    expect(check(proposed, { amount: 'USD 100' })).toEqual(['amount above-limit']);
    expect(check({ ...proposed, amount: 'USD 100' }, { amount: 'USD 100' })).toMatchObject({ is: 'ok' });
  });

  it('refuses what cannot be compared with the limit of the system', () => {
    expect(check(proposed, { amount: 'EUR 1000' })).toEqual(['amount above-limit']);
    expect(check(proposed, { amount: 'a lot' })).toEqual(['amount above-limit']);
  });

  it('refuses an empty text where one is needed: a reply that nobody has written', () => {
    expect(check({ text: '  ' }, {}, { parameters: [text] }, { text: '' })).toEqual(['text required']);
    expect(check({ text: '' }, {}, { parameters: [text] }, { text: '' })).toEqual(['text required']);
  });

  it('keeps a declared value of another type and an undeclared one as they were proposed', () => {
    const value: ParameterKind = {
      name: 'value',
      type: { kind: 'text' },
      required: true,
      editable: false,
      limits: [],
    };
    const was = { value: true, instruction: 'be kind' };
    expect(check(was, {}, { parameters: [value] }, was)).toEqual({
      is: 'ok',
      parameters: was,
      edited: false,
    });
  });

  it('keeps a parameter that is not needed and was proposed without a value', () => {
    expect(check({ ...proposed, order: null }, {}, kind, { ...proposed, order: null })).toEqual({
      is: 'ok',
      parameters: { ...proposed, order: null },
      edited: false,
    });
  });

  it('never lets an amount through that is not positive, above the proposal or above the limit', () => {
    const sums = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(sums, sums, sums, (was, wanted, limit) => {
        const allowed = wanted > 0 && wanted <= was && wanted <= limit;
        const checked = check(
          { amount: cents(wanted) },
          { amount: cents(limit) },
          { parameters: [amount] },
          { amount: cents(was) },
        );
        expect('is' in checked && checked.is === 'ok').toBe(allowed);
      }),
    );
  });
});
