import { checkSop } from '../../../../src/domain/check/check-sop.ts';
import { checkFlow } from '../../../../src/domain/check/flow/check-flow.ts';
import { sortProblems, type Problem, type ProblemId } from '../../../../src/domain/facts/problem.ts';
import { parseSop } from '../../../../src/domain/sop/parse-sop.ts';

const today = '2026-11-20';

const header = `---
sop: sample
title: Sample
version: 1
owner: Support
reviewed: 2026-10-01
review_every: 6 months
inputs:
  order value: money USD from shopify.order.total_price
  prior chargebacks: count from stripe.customer.dispute_count
  carrier status: one of (in transit, lost, returned) from easypost.tracker.status
  stock available: yes/no from shopify.order.in_stock
  photo attached: yes/no from zendesk.ticket.has_attachment
  promised date: date from shopify.order.promised_at
  fee: money from stripe.charge.fee
  weight: number from shopify.order.total_weight
  plan: text from zendesk.organization.field "plan"
  legal threat: yes/no from message
actions:
  full refund: stripe.refund.amount = order value
  partial refund: stripe.refund (amount = round(order value * 20 %, 2))
  replacement: shopify.reship (order = plan) only if order value < $1000
  exchange: shopify.exchange (order = plan) only if photo attached
---

`;

/** An SOP with these steps and whatever stands behind them; `steps` are the bullets of one step each. */
export function sopWith({
  steps,
  behind = '',
  change = (text) => text,
}: {
  readonly steps: readonly string[];
  readonly behind?: string;
  readonly change?: (text: string) => string;
}): string {
  const numbered = steps.map((bullets, index) => {
    const indented = bullets.split('\n').map((line) => (line === '' ? '' : `   ${line}`));
    return `${String(index + 1)}. **Step ${String(index + 1)}.**\n${indented.join('\n')}\n`;
  });
  return change(`${header}## Steps\n\n${numbered.join('\n')}\n${behind}`);
}

/** A step with these bullets, and another one that closes. */
export const withBullets = (bullets: string): string => sopWith({ steps: [bullets, '- Close as "done".'] });

/** A table that a step decides. */
export function withTable(table: string, mode = 'first match'): string {
  return sopWith({
    steps: ['- Decide remedy.', '- Close as "done".'],
    behind: `## Decision: remedy (${mode})\n\n${table}\n`,
  });
}

/** What the rules on regions and paths find. */
export function flowProblems(text: string): readonly Problem[] {
  const { sop, problems } = parseSop(text);
  return sop ? sortProblems(checkFlow({ sop, found: problems, options: { today } })) : [];
}

/** `gap order value exactly $200`: the problems with the region, or the reason, that they name. */
export function flowLines(text: string): readonly string[] {
  return flowProblems(text).map(({ id, values }) =>
    [id, values['region'] ?? values['because']].filter((part) => part !== undefined).join(' '),
  );
}

/** Everything that stands in the way of a run. */
export function errorsIn(text: string): readonly Problem[] {
  return checkSop(text, { today }).problems.filter(({ level }) => level === 'error');
}

/** `id “words that it points at”`. */
export function placesIn(text: string): readonly string[] {
  return flowProblems(text).map(({ id, from, to }) => `${id} “${text.slice(from, to)}”`);
}

/** The text with the first fix of its first problem of a kind. */
export function mended(text: string, id: ProblemId): string {
  const edits = flowProblems(text).find((problem) => problem.id === id)?.fixes?.[0]?.edits ?? [];
  return edits
    .toSorted((left, right) => right.from - left.from)
    .reduce((source, edit) => source.slice(0, edit.from) + edit.text + source.slice(edit.to), text);
}
