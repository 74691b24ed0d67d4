import type { Problem } from '../../facts/problem.ts';
import type { IsoDate } from '../../facts/value.ts';
import type { Sop } from '../../sop/document.ts';
import type { Example } from '../../sop/example.ts';
import { readExamples } from '../../sop/read-examples.ts';
import type { AuditDimension } from '../audit-result.ts';
import type { Charge } from './charge.ts';
import { dimensionOfFailing } from './failing-example.ts';
import { dimensionOfHeaderKey } from './header-key.ts';
import { LineIndex } from './line-index.ts';
import { chargeManualStep } from './manual-step-charge.ts';
import { weightOf } from './problem-weights.ts';
import type { SopParts } from './sop-parts.ts';

type Codified = { readonly sop: Sop; readonly parts: SopParts; readonly today: IsoDate };

/** What the problems of the checker cost. A bullet pays once for what is the same flaw. */
export function chargeProblems(problems: readonly Problem[], codified: Codified): readonly Charge[] {
  const { sop, parts } = codified;
  const index = new LineIndex(sop.source);
  const bullets = new Set(parts.bulletStarts.map((start) => index.lineOf(start))).size;
  const paid = index.linesOf(problems.filter(isWholeBullet));
  const dimensionOf = closerLook(problems, { ...codified, index });
  return problems.flatMap((problem): readonly Charge[] => {
    if (problem.id === 'manual-step') return [chargeManualStep(problem, { source: sop.source, bullets })];
    if (problem.id === 'vague' && index.touches(problem, paid)) return [];
    // Without any example there is one finding for the whole SOP instead.
    if (problem.id === 'branch-without-example' && !hasExamples(sop)) return [];
    const { from, to, message, id } = problem;
    const { dimension, cost } = weightOf(problem);
    return [{ dimension: dimensionOf(problem) ?? dimension, cost, group: id, from, to, message }];
  });
}

/** A bullet that cannot be read at all pays for its vague words with that. */
function isWholeBullet({ id }: Problem): boolean {
  return id === 'manual-step' || id === 'syntax';
}

function hasExamples({ examples }: Sop): boolean {
  return examples !== undefined && examples.rows.length > 0;
}

/** Where it is not the id alone that says in which dimension a problem counts. */
function closerLook(
  problems: readonly Problem[],
  { index, ...codified }: Codified & { readonly index: LineIndex },
): (problem: Problem) => AuditDimension | undefined {
  const { sop, today } = codified;
  const unused = new Set(
    problems.flatMap(({ id, values }) => (id === 'unused-input' ? (values['name'] ?? []) : [])),
  );
  const examples = new Map<number, Example>();
  if (problems.some(({ id }) => id === 'example-fails'))
    for (const example of readExamples(sop, today).examples)
      examples.set(index.lineOf(example.span.from), example);
  return (problem) => {
    if (problem.id === 'header-missing' || problem.id === 'header-invalid')
      return dimensionOfHeaderKey(problem, sop.source);
    const example = problem.id === 'example-fails' ? examples.get(index.lineOf(problem.from)) : undefined;
    return example && dimensionOfFailing(example, { ...codified, unused });
  };
}
