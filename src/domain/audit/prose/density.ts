import type { AuditDimension, AuditFinding } from '../audit-result.ts';
import type { Span } from '../../facts/problem.ts';

/** A finding whose cost depends on how many others there are. */
export type WeighedFinding = Span & { readonly message: string; readonly weight: number };

/** A short SOP counts as if it had a few more sentences, so that one word does not decide its score. */
const extraSentences = 4;

/**
 * Costs of findings by how densely they stand among the instructions of a document: 4 × (1 − e^(−d / `density`)) points
 * are missing at the density d, shared out by weight. So each further finding costs less than the one before, and a bad
 * document is still better than a worse one.
 */
export function costByDensity(
  findings: readonly WeighedFinding[],
  scale: { readonly dimension: AuditDimension; readonly sentences: number; readonly density: number },
): readonly AuditFinding[] {
  const total = findings.reduce((sum, { weight }) => sum + weight, 0);
  const found = total / (scale.sentences + extraSentences);
  const missing = 4 * (1 - Math.exp(-found / scale.density));
  return findings.map(({ from, to, message, weight }) => ({
    dimension: scale.dimension,
    cost: (missing * weight) / total,
    message,
    from,
    to,
  }));
}
