import { auditDimensions, type Audit, type AuditDimension, type AuditFinding } from './audit-result.ts';

/** A dimension never falls below 1, so at most 4 of its 5 points can be missing. */
const mostMissing = 4;
/** From this score on, in every dimension, an SOP is ready for automation. Source: SOP language, section 7. */
const readyFrom = 4;

/**
 * The audit that follows from findings. `cost` of what goes in is what its rule asks for, in points above 0; a dimension
 * scores 5 less the sum of its costs, never below 1, to one decimal. The costs that come out are shares of exactly what
 * is missing: rounded so that they add up to 5 less the score, and never 0. Source: docs/audit.md.
 */
export function scoreFindings(kind: Audit['kind'], findings: readonly AuditFinding[]): Audit {
  const scores = { specificity: 5, decidability: 5, completeness: 5, currency: 5 };
  const shared: AuditFinding[] = [];
  for (const dimension of auditDimensions) {
    const own = findings.filter((finding) => finding.dimension === dimension);
    const missing = tenthsMissing(own);
    scores[dimension] = (50 - missing) / 10;
    shared.push(...shareOut(own, missing));
  }
  return { kind, scores, ready: isReady(scores), findings: inReadingOrder(shared) };
}

/** What a dimension lacks, in tenths of a point: at least one where anything was found. */
function tenthsMissing(findings: readonly AuditFinding[]): number {
  if (findings.length === 0) return 0;
  const asked = findings.reduce((sum, { cost }) => sum + cost, 0);
  return Math.min(Math.max(Math.round(asked * 10), 1), mostMissing * 10);
}

/**
 * Shares of the missing tenths in proportion to the costs, in whole units fine enough that every finding gets one:
 * the largest remainders are rounded up, so that the shares add up.
 */
function shareOut(findings: readonly AuditFinding[], tenths: number): readonly AuditFinding[] {
  let perPoint = 100;
  while ((tenths * perPoint) / 10 < findings.length * 2) perPoint *= 10;
  const spare = (tenths * perPoint) / 10 - findings.length;
  const asked = findings.reduce((sum, { cost }) => sum + cost, 0);
  const shares = findings.map(({ cost }) => (spare * cost) / asked);
  const whole = shares.map((share) => Math.floor(share) + 1);
  const left = spare + findings.length - whole.reduce((sum, units) => sum + units, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return findings.map((finding, index) => ({
    ...finding,
    cost: ((whole[index] ?? 1) + (raised.has(index) ? 1 : 0)) / perPoint,
  }));
}

function isReady(scores: Audit['scores']): boolean {
  return auditDimensions.every((dimension) => scores[dimension] >= readyFrom);
}

function inReadingOrder(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return findings.toSorted(
    (a, b) => a.from - b.from || a.to - b.to || rank(a.dimension) - rank(b.dimension) || b.cost - a.cost,
  );
}

function rank(dimension: AuditDimension): number {
  return auditDimensions.indexOf(dimension);
}
