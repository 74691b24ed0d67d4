import { decimalText, type Decimal } from '../facts/decimal.ts';
import { displayText } from '../facts/display-text.ts';

/** Seconds in the largest unit that fits: `10 minutes`. */
export function durationText(seconds: Decimal): string {
  const number = decimalText(seconds);
  return seconds.eq('0') ? `${number} minutes` : displayText({ kind: 'duration', seconds }, 'en-US');
}
