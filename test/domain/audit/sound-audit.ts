import { expect } from 'vitest';
import { auditDimensions, type Audit } from '../../../src/domain/audit/audit-result.ts';

/** What holds of every audit: scores from 1 to 5 with one decimal, findings inside the text, and costs that add up to what is missing. */
export function expectSound({ scores, findings, ready }: Audit, length: number): void {
  for (const dimension of auditDimensions) {
    const score = scores[dimension];
    expect(score).toBeGreaterThanOrEqual(1);
    expect(score).toBeLessThanOrEqual(5);
    expect(Math.round(score * 10) / 10).toBe(score);
    const costs = findings.filter((finding) => finding.dimension === dimension).map(({ cost }) => cost);
    expect(costs.every((cost) => cost > 0)).toBe(true);
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(5 - score, 9);
  }
  expect(ready).toBe(auditDimensions.every((dimension) => scores[dimension] >= 4));
  for (const { from, to, message } of findings) {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(length);
    expect(to - from).toBeGreaterThan(length === 0 ? -1 : 0);
    expect(message).not.toBe('');
  }
}
