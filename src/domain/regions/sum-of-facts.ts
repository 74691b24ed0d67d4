import { compareDecimals, decimalText, type Decimal } from '../facts/decimal.ts';
import type { FactType, Value } from '../facts/value.ts';
import type { DimensionDraft } from './dimension-draft.ts';
import { one, secondsPerDay, zero } from './linear-form.ts';

/** A fact or something computed, and how often it stands in a sum. */
export type Term = { readonly factor: Decimal; readonly draft: DimensionDraft };

type SumType = Extract<FactType, { kind: 'number' | 'duration' | 'money' }>;

/** What the sum of several facts is: the days between dates are a length of time. */
export function sumType(terms: readonly Term[], currency: string | undefined): SumType {
  if (areDates(terms) || terms.every(({ draft }) => draft.type.kind === 'duration'))
    return { kind: 'duration' };
  return currency === undefined ? { kind: 'number' } : { kind: 'money', currency };
}

/** A size of it, in days where it is the difference of dates. */
export function sumValue(terms: readonly Term[], type: SumType, size: Decimal): Value {
  switch (type.kind) {
    case 'number':
      return { kind: 'number', number: size };
    case 'duration':
      return { kind: 'duration', seconds: areDates(terms) ? size.times(secondsPerDay) : size };
    case 'money':
      return { kind: 'money', amount: size, currency: type.currency ?? 'USD' };
  }
}

/** Whole numbers and dates add up to whole ones, and numbers that are never below zero to one that is not either. */
export function sumSteps(terms: readonly Term[]): Pick<DimensionDraft, 'step' | 'least'> {
  const isWhole = terms.every(
    ({ factor, draft: { type } }) =>
      (type.kind === 'count' || type.kind === 'date') && factor.round(0, 0).eq(factor),
  );
  const isPositive = terms.every(
    ({ factor, draft }) => draft.type.kind === 'count' && compareDecimals(factor, zero) > 0,
  );
  const step = areDates(terms) ? secondsPerDay : one;
  return { step: isWhole ? step : undefined, least: isWhole && isPositive ? zero : undefined };
}

/** `a - b`, or `a + 2 * b` with the words of its parts. */
export function sumWords(terms: readonly Term[]): Pick<DimensionDraft, 'name' | 'compared'> {
  const [first, second] = terms;
  const name = terms.map(({ factor, draft }, at) => termText(factor, draft.name, at)).join(' ');
  const isDifference = terms.length === 2 && second?.factor.eq('-1') === true;
  const compared =
    first && second && isDifference
      ? { left: first.draft.name, right: second.draft.name, areDates: areDates(terms) }
      : undefined;
  return { name, compared };
}

const areDates = (terms: readonly Term[]): boolean => terms.every(({ draft }) => draft.type.kind === 'date');

function termText(factor: Decimal, name: string, at: number): string {
  const size = factor.abs();
  const term = size.eq('1') ? name : `${decimalText(size)} * ${name}`;
  const isLess = compareDecimals(factor, zero) < 0;
  if (at === 0) return isLess ? `-${term}` : term;
  return `${isLess ? '-' : '+'} ${term}`;
}
