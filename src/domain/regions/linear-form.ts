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
  /** By how much days were rounded on the way: a threshold may lie so far beside the one that is found. */
  readonly rounding: Decimal;
  /** What all of it is divided by, never zero. Kept apart, so that a third of an amount is exactly that. */
  readonly over: Decimal;
};

export const zero = whole(0);
export const one = whole(1);
export const secondsPerDay = whole(86_400);

export function constantForm(constant: Decimal): LinearForm {
  return { parts: new Map(), constant, todays: zero, rounding: zero, over: one };
}

export function partForm(key: string): LinearForm {
  return { ...constantForm(zero), parts: new Map([[key, one]]) };
}

/** Today, counted in days from the day of the check. */
export const todayForm: LinearForm = { ...constantForm(zero), todays: one };

export function addForms(a: LinearForm, b: LinearForm): LinearForm {
  if (!a.over.eq(b.over)) return addForms(overSame(a, b.over), overSame(b, a.over));
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
    rounding: a.rounding.plus(b.rounding),
    over: a.over,
  };
}

/** The same, over so many times as much. */
function overSame(form: LinearForm, times: Decimal): LinearForm {
  return { ...scaleForm(form, times), over: form.over.times(times) };
}

export function scaleForm(form: LinearForm, factor: Decimal): LinearForm {
  if (factor.eq(zero)) return constantForm(zero);
  return {
    parts: new Map([...form.parts].map(([key, size]) => [key, size.times(factor)])),
    constant: form.constant.times(factor),
    todays: form.todays.times(factor),
    rounding: form.rounding.times(factor.abs()),
    over: form.over,
  };
}

export function divideForm(form: LinearForm, divisor: Decimal): LinearForm | undefined {
  return divisor.eq(zero) ? undefined : { ...form, over: form.over.times(divisor) };
}

export function subtractForms(a: LinearForm, b: LinearForm): LinearForm {
  return addForms(a, scaleForm(b, whole(-1)));
}

/** The number that a form is, where nothing is asked for it. */
export function constantOf(form: LinearForm): Decimal | undefined {
  if (form.parts.size > 0 || !form.todays.eq(zero)) return undefined;
  return divideDecimals(form.constant, form.over);
}

/**
 * The same with 1 of its first part, and over 1: what is left of a comparison once both sides are divided. Undefined where it has
 * no parts.
 */
export function unitForm({ parts, constant, todays, rounding }: LinearForm): LinearForm | undefined {
  const inOrder = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const factor = inOrder[0]?.[1];
  if (!factor) return undefined;
  const share = (size: Decimal): Decimal => divideDecimals(size, factor);
  const shares = new Map(inOrder.map(([key, size]) => [key, share(size)] as const));
  return {
    parts: shares,
    constant: share(constant),
    todays: share(todays),
    rounding: share(rounding).abs(),
    over: one,
  };
}

/** What a form asks for, whatever it is compared with: the same for `a - b` and `2 * b - 2 * a`, but for its direction. */
export function directionKey({ parts }: LinearForm): string {
  return [...parts].map(([key, factor]) => `${decimalText(factor)} ${key}`).join(' + ');
}

/** Seconds as a date counts them: in whole days. */
export function inDays(form: LinearForm): LinearForm {
  const days = divideForm(form, secondsPerDay) ?? form;
  const constant = constantOf(days);
  const isWhole = constant?.eq(constant.round(0, 0)) === true;
  return isWhole ? days : { ...days, rounding: days.rounding.plus(days.over.abs()) };
}

function whole(number: number): Decimal {
  const decimal = decimalOf(number);
  if (!decimal) throw new TypeError(`${String(number)} is not a number that can be exact.`);
  return decimal;
}
