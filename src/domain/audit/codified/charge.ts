import type { AuditFinding } from '../audit-result.ts';

/**
 * What a sentence costs before the costs are shared out. Charges of one group tell of the same kind of flaw, so each further one
 * costs less. A charge without a group always costs the same.
 */
export type Charge = AuditFinding & { readonly group: string | undefined };

/** What a second flaw of the same kind costs in proportion to the first one. */
const lessEachTime = 0.8;

/** The findings of charges: of a group the dearest costs what it says, and each further one four fifths of the one before. */
export function diminish(charges: readonly Charge[]): readonly AuditFinding[] {
  const times = new Map<string, number>();
  return charges
    .toSorted((a, b) => b.cost - a.cost)
    .map(({ group, ...finding }) => {
      if (group === undefined) return finding;
      const key = `${finding.dimension} ${group}`;
      const before = times.get(key) ?? 0;
      times.set(key, before + 1);
      // Never 0, however often it was found: a finding without a cost would be none.
      return { ...finding, cost: Math.max(finding.cost * lessEachTime ** before, 1e-6) };
    });
}
