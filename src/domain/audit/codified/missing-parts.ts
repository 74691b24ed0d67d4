import type { Span } from '../../facts/problem.ts';
import type { Sop } from '../../sop/document.ts';
import type { Charge } from './charge.ts';
import type { SopParts } from './sop-parts.ts';

/** Parts that an SOP has to have and that no single sentence lacks: steps, edge cases, examples. */
export function chargeMissingParts(sop: Sop, parts: SopParts): readonly Charge[] {
  const hasBullets = parts.bulletStarts.length > 0;
  return [
    ...(hasBullets ? [] : [noSteps(sop)]),
    ...(hasBullets && !hasEdgeCases(sop, parts) ? [noEdgeCases(sop)] : []),
    ...(sop.examples && sop.examples.rows.length > 0 ? [] : [noExamples(sop)]),
  ];
}

function hasEdgeCases({ edgeCases, edgeReminders }: Sop, { handlers, hasUnknownBody }: SopParts): boolean {
  return edgeCases.length + edgeReminders.length + handlers.length > 0 || hasUnknownBody;
}

function noSteps(sop: Sop): Charge {
  return missing(4, titleOf(sop), 'Nothing is to be done: write the steps below “## Steps”.');
}

function noEdgeCases(sop: Sop): Charge {
  const message =
    'Nothing says what happens when something is out of the ordinary: a system or an action fails, a fact is missing, a customer mentions a lawyer. Write it below “## Edge cases”.';
  return missing(0.5, firstLine(sop, sop.steps.at(-1)?.span ?? titleOf(sop)), message);
}

function noExamples(sop: Sop): Charge {
  const message =
    'No example shows what this SOP does. Write a table below “## Examples”, with a row for every branch.';
  return missing(1.2, sop.examples?.span ?? titleOf(sop), message);
}

function missing(cost: number, { from, to }: Span, message: string): Charge {
  return { from, to, dimension: 'completeness', cost, group: undefined, message };
}

/** Where the SOP says what it is called; else its first line. */
function titleOf(sop: Sop): Span {
  const title = /^title[ \t]*:[^\r\n]*/m.exec(sop.source);
  if (title) return { from: title.index, to: title.index + title[0].length };
  return firstLine(sop, { from: Math.max(0, sop.source.search(/\S/)), to: sop.source.length });
}

function firstLine({ source }: Sop, { from, to }: Span): Span {
  const end = source.slice(from, to).search(/[\r\n]/);
  return { from, to: end < 0 ? to : from + end };
}
