import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../src/domain/facts/decimal.ts';
import { minorUnits, moneyOfUnits } from '../../../src/systems/stripe/minor-units.ts';

const units = (amount: string, currency: string) => minorUnits(parseDecimal(amount)!, currency);

describe('amounts in minor units', () => {
  it.each([
    ['142.10', 'USD', '14210'],
    ['0.1', 'USD', '10'],
    ['500', 'JPY', '500'],
    ['5.12', 'KWD', '5120'],
    ['9007199254740.99', 'USD', '900719925474099'],
  ])('%s %s is %s', (amount, currency, expected) => {
    expect(units(amount, currency)).toEqual({ is: 'units', text: expected });
  });

  it.each([
    ['142.105', 'USD', 'USD 142.105 has more decimals than USD has.'],
    ['500.5', 'JPY', 'JPY 500.5 has more decimals than JPY has.'],
    ['5.124', 'KWD', 'Stripe takes amounts in KWD with two decimals only.'],
    ['5', 'ISK', 'Stripe has rules of its own for amounts in ISK.'],
  ])('refuses %s %s instead of rounding', (amount, currency, reason) => {
    expect(units(amount, currency)).toEqual({ is: 'refused', reason });
  });

  it.each([
    [14_210, 'usd', 'USD 142.1'],
    [-5, 'usd', 'USD -0.05'],
    [500, 'jpy', 'JPY 500'],
    [5_120, 'kwd', 'KWD 5.12'],
    [500, 'isk', undefined],
  ])('%s %s is %s', (amount, currency, expected) => {
    expect(moneyOfUnits(amount, currency)).toBe(expected);
  });
});
