import type { Span } from '../facts/problem.ts';

/** What an SOP is scored on. Source: SOP language, section 7. */
export const auditDimensions = ['specificity', 'decidability', 'completeness', 'currency'] as const;
export type AuditDimension = (typeof auditDimensions)[number];

/** A sentence that cost points, or a place where one is missing. */
export type AuditFinding = Span & {
  readonly dimension: AuditDimension;
  /** Points, above 0. The costs of a dimension add up to what is missing from its 5 points. */
  readonly cost: number;
  readonly message: string;
};

export type Audit = {
  readonly kind: 'codified' | 'prose';
  /** From 1 to 5, with one decimal. */
  readonly scores: Readonly<Record<AuditDimension, number>>;
  /** Ready for automation: 4 or more on all four. */
  readonly ready: boolean;
  /** In reading order. */
  readonly findings: readonly AuditFinding[];
};
