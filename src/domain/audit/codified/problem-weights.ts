import type { Problem, ProblemId } from '../../facts/problem.ts';
import type { AuditDimension } from '../audit-result.ts';

/** What a problem costs if its row in the table says nothing else. One error takes a dimension below 4. */
const costOfLevel = { error: 1.2, warning: 0.4, info: 0.1 } as const satisfies Record<
  Problem['level'],
  number
>;

type Weight = {
  readonly dimension: AuditDimension;
  /** Where a problem that is no error costs something else than its level says. */
  readonly unlessError?: number;
};

/**
 * In which one dimension each problem of the checker counts. Three are looked at more closely: those of the header, manual steps and
 * failing examples. Written for people in docs/audit.md.
 */
const problemWeights: Readonly<Record<ProblemId, Weight>> = {
  // A name, field or value that is not the exact one.
  'unknown-fact': { dimension: 'specificity' },
  'unknown-action': { dimension: 'specificity' },
  'unknown-table': { dimension: 'specificity' },
  'unknown-step': { dimension: 'specificity' },
  'unknown-reply': { dimension: 'specificity' },
  'unknown-team': { dimension: 'specificity' },
  'header-missing': { dimension: 'specificity', unlessError: 0.2 },
  'header-invalid': { dimension: 'specificity', unlessError: 0.2 },
  'manual-step': { dimension: 'specificity' },
  'escalation-without-reason': { dimension: 'specificity', unlessError: 0.3 },

  // What two people could read in two ways.
  syntax: { dimension: 'decidability' },
  'type-mismatch': { dimension: 'decidability' },
  'not-a-choice': { dimension: 'decidability' },
  'currency-mismatch': { dimension: 'decidability' },
  'not-a-condition': { dimension: 'decidability' },
  vague: { dimension: 'decidability' },
  overlap: { dimension: 'decidability' },
  unreachable: { dimension: 'decidability' },
  'locked-action': { dimension: 'decidability' },

  // A case, a failure or an outcome that nobody wrote down.
  gap: { dimension: 'completeness' },
  'open-end': { dimension: 'completeness' },
  'loop-without-limit': { dimension: 'completeness' },
  'proposal-without-else': { dimension: 'completeness' },
  'unknown-not-handled': { dimension: 'completeness' },
  'no-failure-path': { dimension: 'completeness', unlessError: 0.5 },
  'branch-without-example': { dimension: 'completeness', unlessError: 0.3 },

  // What no longer agrees with the policy, the systems or the examples.
  'review-overdue': { dimension: 'currency', unlessError: costOfLevel.error },
  'example-fails': { dimension: 'currency' },
  'undefined-evidence': { dimension: 'currency' },
  'action-without-evidence': { dimension: 'currency', unlessError: 0.3 },
  'unused-evidence': { dimension: 'currency', unlessError: 0.1 },
  'unused-input': { dimension: 'currency', unlessError: 0.05 },
  'unused-action': { dimension: 'currency', unlessError: 0.05 },
};

/** In which dimension a problem counts, and what it costs there. */
export function weightOf({ id, level }: Problem): {
  readonly dimension: AuditDimension;
  readonly cost: number;
} {
  const { dimension, unlessError } = problemWeights[id];
  return { dimension, cost: level === 'error' ? costOfLevel.error : (unlessError ?? costOfLevel[level]) };
}
