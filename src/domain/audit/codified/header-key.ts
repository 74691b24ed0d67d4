import type { Problem } from '../../facts/problem.ts';
import type { AuditDimension } from '../audit-result.ts';

/** Who answers for an SOP, and whether it is the present one. The other keys say what it does, and to which tickets. */
const keysOfCurrency: ReadonlySet<string> = new Set([
  'version',
  'status',
  'owner',
  'reviewed',
  'review_every',
]);

/** Whether a problem of the header is about who keeps the SOP up to date, or about what it says. */
export function dimensionOfHeaderKey({ values, from }: Problem, source: string): AuditDimension {
  const key = values['key'] ?? keyAt(source, from);
  return keysOfCurrency.has(key) ? 'currency' : 'specificity';
}

/** The key of the header on whose line an offset stands; nothing within the entries below a key. */
function keyAt(source: string, offset: number): string {
  const before = /[^\r\n]*$/.exec(source.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  return /^(\w+)[ \t]*:/.exec(before)?.[1] ?? '';
}
