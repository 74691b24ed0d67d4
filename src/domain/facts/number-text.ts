import { parseDecimal, type Decimal } from './decimal.ts';

/**
 * A written number without its sign: decimals with complete groups of thousands (`1,234.50`) or without.
 * Source: SOP language, section 3, "Literals". To be put into a regular expression.
 */
export const writtenNumber = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

const signedNumber = new RegExp(`^-?${writtenNumber}$`);

/** Reads a written number such as `1,234.50` or `-0.15`; undefined for anything else. */
export function parseNumber(text: string): Decimal | undefined {
  const trimmed = text.trim();
  return signedNumber.test(trimmed) ? parseDecimal(trimmed.replaceAll(',', '')) : undefined;
}
