import { parseNumber, writtenNumber } from '../../domain/facts/number-text.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';

const duration = new RegExp(`(${writtenNumber})\\s*(minute|hour|day|week)s?(?![a-z])`, 'gi');

/** A duration that stands in the quote with the same number and unit, such as `3 days`; null otherwise. */
export function claimedDuration(value: string, quote: string): FactJson {
  const [claimed, ...others] = durationsIn(value);
  if (claimed === undefined || others.length > 0) return null;
  return durationsIn(quote).includes(claimed) ? claimed : null;
}

function durationsIn(text: string): readonly string[] {
  return [...text.matchAll(duration)].flatMap(([, number = '', unit = '']) =>
    parseNumber(number) === undefined ? [] : [`${number.replaceAll(',', '')} ${unit.toLowerCase()}s`],
  );
}
