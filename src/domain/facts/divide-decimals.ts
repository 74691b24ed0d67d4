import { Big } from 'big.js';
import type { Decimal } from './decimal.ts';

/** Divides to the last decimal; used only where it is known that the quotient ends. */
const Unbounded = Big();
Unbounded.strict = true;
Unbounded.DP = 10_000;

/**
 * The quotient: exact where it ends, else with 20 decimals, rounded half away from zero. The divisor must not be zero.
 * Source: SOP language, section 3, "Money, numbers, dates".
 */
export function divideDecimals(dividend: Decimal, divisor: Decimal): Decimal {
  const quotient = dividend.div(divisor);
  if (quotient.times(divisor).eq(dividend) || !ends(dividend, divisor)) return quotient;
  return new Big(new Unbounded(dividend).div(divisor));
}

/** A quotient ends if what is left of the divisor without its factors 2 and 5 divides the dividend. */
function ends(dividend: Decimal, divisor: Decimal): boolean {
  const rest = withoutFactor(withoutFactor(BigInt(divisor.c.join('')), 2n), 5n);
  return BigInt(dividend.c.join('')) % rest === 0n;
}

function withoutFactor(number: bigint, factor: bigint): bigint {
  let rest = number;
  while (rest % factor === 0n) rest /= factor;
  return rest;
}
