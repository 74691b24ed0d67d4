import { quoted } from '../../facts/found-problem.ts';
import type { Span } from '../../facts/problem.ts';
import type { Sop } from '../../sop/document.ts';
import { warningAt } from '../../sop/problem-at.ts';
import type { Rule } from '../rule.ts';

const bracketed = /\[([^[\]]{1,999})\](?![:(])/g;

/** `[P3]: https://… "…"` that nothing cites. Notes may cite too; replies and examples cite nothing. */
export const unusedEvidence: Rule = ({ sop }) => {
  const cited = citedLabels(sop);
  return sop.evidence
    .filter(({ label }) => !cited.has(foldLabel(label)))
    .map(({ label, title, span }) => {
      const about = title === undefined ? '' : ` ${quoted(title)}`;
      const message = `Nothing cites [${label}]${about}. Write [${label}] behind the step or the bullet that rests on it, or take the line out.`;
      const place = { from: span.from, to: Math.min(span.to, span.from + label.length + 2) };
      return warningAt(place, { id: 'unused-evidence', message, values: { label } });
    });
};

function citedLabels({ source, evidence, replies, examples }: Sop): ReadonlySet<string> {
  const elsewhere = [...evidence, ...replies, ...(examples ? [examples] : [])].map(({ span }) => span);
  const labels = new Set<string>();
  for (const { index, 1: label = '' } of source.matchAll(bracketed)) {
    if (!isInside(elsewhere, index)) labels.add(foldLabel(label));
  }
  return labels;
}

function isInside(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}

function foldLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
