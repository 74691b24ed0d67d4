import type { Audit, AuditDimension } from '../../../src/domain/audit/audit-result.ts';
import { auditProse } from '../../../src/domain/audit/prose/audit-prose.ts';

const today = '2026-11-20';

export function auditOf(text: string): Audit {
  return auditProse(text, { today });
}

/** The words at the places of the findings of a dimension, with one space for any white space. */
export function placesIn(text: string, dimension: AuditDimension): readonly string[] {
  return auditOf(text)
    .findings.filter((finding) => finding.dimension === dimension)
    .map(({ from, to }) => text.slice(from, to).replaceAll(/\s+/g, ' '));
}

export function messagesIn(text: string, dimension: AuditDimension): readonly string[] {
  return auditOf(text)
    .findings.filter((finding) => finding.dimension === dimension)
    .map(({ message }) => message);
}
