import { parseDecimal, type Decimal } from './decimal.ts';
import { parseNumber, writtenNumber } from './number-text.ts';

const secondsPerUnit: Readonly<Record<string, string>> = {
  minute: '60',
  hour: '3600',
  day: '86400',
  week: '604800',
};

/**
 * The seconds of one unit, for `minute`, `minutes`, `hour` … `weeks` in lower case; undefined for anything else. Months and years
 * have no fixed length. Source: SOP language, section 3, "Literals".
 */
export function secondsOfUnit(word: string): string | undefined {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  return Object.hasOwn(secondsPerUnit, singular) ? secondsPerUnit[singular] : undefined;
}

const inWords = new RegExp(String.raw`^(${writtenNumber})\s*([a-z]+)$`, 'i');
const canonical = /^PT(-?\d+(?:\.\d+)?)S$/;

/** The seconds of a written duration: `2 minutes`, `1.5 hours`, `PT5400S` (canonical text); undefined for anything else. */
export function parseDuration(text: string): Decimal | undefined {
  const trimmed = text.trim();
  const seconds = canonical.exec(trimmed)?.[1];
  if (seconds !== undefined) return parseDecimal(seconds);
  const words = inWords.exec(trimmed);
  const unit = secondsOfUnit(words?.[2]?.toLowerCase() ?? '');
  return unit === undefined ? undefined : parseNumber(words?.[1] ?? '')?.times(unit);
}
