import { Big } from 'big.js';

Big.strict = true;
/** A quotient that does not end keeps 20 decimals, rounded half away from zero. Source: SOP language, section 3. */
Big.DP = 20;
Big.RM = 1;

/** An exact decimal. Made from text only, compared with `.eq()`, `.lt()`, `.gt()`, never with operators. */
export type Decimal = Big;

const plainDecimal = /^-?\d{1,400}(\.\d{1,400})?$/;

/** Reads a plain decimal such as `-12.50`; undefined for anything else, so that nothing throws on foreign input. */
export function parseDecimal(text: string): Decimal | undefined {
  return plainDecimal.test(text) ? new Big(text) : undefined;
}

/** The exact decimal that a JavaScript number is written as (`65.001`); undefined for infinities and NaN. */
export function decimalOf(number: number): Decimal | undefined {
  return Number.isFinite(number) ? new Big(String(number)) : undefined;
}

/** Plain decimals without exponent, trailing zeros or minus zero. */
export function decimalText(decimal: Decimal): string {
  if (decimal.eq('0')) return '0';
  const text = decimal.toFixed();
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * Negative, zero or positive, as `left` is below, equal to or above `right`. Reads the digits in place: big.js copies the other
 * number at every comparison, and conditions are decided a million times a second.
 */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const leftZero = left.c[0] === 0;
  const rightZero = right.c[0] === 0;
  if (leftZero || rightZero) return leftZero ? (rightZero ? 0 : -right.s) : left.s;
  if (left.s !== right.s) return left.s;
  if (left.e !== right.e) return left.e > right.e ? left.s : -left.s;
  return left.s * compareDigits(left.c, right.c);
}

function compareDigits(left: readonly number[], right: readonly number[]): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
