import { divideDecimals } from '../facts/divide-decimals.ts';
import { decimalOf, decimalText, type Decimal } from '../facts/decimal.ts';

/**
 * An amount as a sum: so much of each of its parts, and a constant. Dates count in days, durations in seconds, everything else in its own
 * unit. `todays` is how often the present day stands in it.
 */
export type LinearForm = {
  readonly parts: ReadonlyMap<string, Decimal>;
  readonly constant: Decimal;
  readonly todays: Decimal;
  /** Whether days were rounded on the way, so that a threshold may lie one day beside the one that is found. */
  readonly isRounded: boolean;
};

export const zero = whole(0);
export const one = whole(1);
export const secondsPerDay = whole(86_400);

export function constantForm(constant: Decimal): LinearForm {
  return { parts: new Map(), constant, todays: zero, isRounded: false };
}

export function partForm(key: string): LinearForm {
  return { parts: new Map([[key, one]]), constant: zero, todays: zero, isRounded: false };
}

/** Today, counted in days from the day of the check. */
export const todayForm: LinearForm = { parts: new Map(), constant: zero, todays: one, isRounded: false };

export function addForms(a: LinearForm, b: LinearForm): LinearForm {
  const parts = new Map(a.parts);
  for (const [key, factor] of b.parts) {
    const sum = (parts.get(key) ?? zero).plus(factor);
    if (sum.eq(zero)) parts.delete(key);
    else parts.set(key, sum);
  }
  return {
    parts,
    constant: a.constant.plus(b.constant),
    todays: a.todays.plus(b.todays),
    isRounded: a.isRounded || b.isRounded,
  };
}

export function scaleForm(form: LinearForm, factor: Decimal): LinearForm {
  if (factor.eq(zero)) return { ...constantForm(zero), isRounded: form.isRounded };
  return {
    parts: new Map([...form.parts].map(([key, size]) => [key, size.times(factor)])),
    constant: form.constant.times(factor),
    todays: form.todays.times(factor),
    isRounded: form.isRounded,
  };
}

export function divideForm(form: LinearForm, divisor: Decimal): LinearForm | undefined {
  if (divisor.eq(zero)) return undefined;
  return {
    parts: new Map([...form.parts].map(([key, size]) => [key, divideDecimals(size, divisor)])),
    constant: divideDecimals(form.constant, divisor),
    todays: divideDecimals(form.todays, divisor),
    isRounded: form.isRounded,
  };
}

export function subtractForms(a: LinearForm, b: LinearForm): LinearForm {
  return addForms(a, scaleForm(b, whole(-1)));
}

/** The number that a form is, where nothing is asked for it. */
export function constantOf(form: LinearForm): Decimal | undefined {
  return form.parts.size === 0 && form.todays.eq(zero) ? form.constant : undefined;
}

/** What a form asks for, whatever it is compared with: the same for `a - b` and `2 * b - 2 * a`, but for its direction. */
export function directionKey({ parts }: LinearForm): string {
  return [...parts].map(([key, factor]) => `${decimalText(factor)} ${key}`).join(' + ');
}

function whole(number: number): Decimal {
  const decimal = decimalOf(number);
  if (!decimal) throw new TypeError(`${String(number)} is not a number that can be exact.`);
  return decimal;
}
