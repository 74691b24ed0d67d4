import type { Measured } from './run.ts';

/** `met`, `MISSED` or `–` where nothing is asked for. A value that is no number has missed. */
export function verdict(measured: Measured): string {
  const met = isMet(measured);
  if (met === undefined) return '–';
  return met ? 'met' : 'MISSED';
}

/** Whether a value met its target; undefined where it has none. A border that is reached exactly is met. */
function isMet({ value, atMost, atLeast }: Measured): boolean | undefined {
  if (atMost === undefined && atLeast === undefined) return undefined;
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY);
}

/** `at most 300 ms`; `–` where nothing is asked for. */
export function targetText({ atMost, atLeast, unit }: Measured): string {
  const parts = [
    ...(atMost === undefined ? [] : [`at most ${amountText(atMost, unit)}`]),
    ...(atLeast === undefined ? [] : [`at least ${amountText(atLeast, unit)}`]),
  ];
  return parts.join(', ') || '–';
}

/** `142.1 kB`, `5,230/s`: as many digits as a noisy machine lets count. */
function amountText(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  const text = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return unit.startsWith('/') || unit === '' ? text + unit : `${text} ${unit}`;
}

/** The value with the spread that it is the middle of: `212 ms (180 to 260)`. */
export function valueText({ value, unit, between }: Measured): string {
  const text = amountText(value, unit);
  return between === undefined
    ? text
    : `${text} (${amountText(between[0], '')} to ${amountText(between[1], '')})`;
}
