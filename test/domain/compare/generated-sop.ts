import fc from 'fast-check';

const header = `---
sop: generated
title: Generated
version: 1
status: draft
owner: Support operations
reviewed: 2026-09-14
review_every: 6 months
inputs:
  order value: money USD from shopify.order.total_price
  chargebacks: count from stripe.customer.dispute_count
  carrier status: one of (in transit, lost) from easypost.tracker.status
  legal threat: yes/no from message
actions:
  full refund: stripe.refund.amount = order value
  small refund: stripe.refund (amount = $10) only if order value < $100
---
`;

/** A condition, and a body, as they stand behind `If` and the colon. */
const atom = fc.oneof(
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), fc.constantFrom(50, 100, 200))
    .map(([sign, amount]) => `order value ${sign} $${String(amount)}`),
  fc
    .tuple(fc.constantFrom('<', '<=', '=', '>'), fc.constantFrom(0, 1, 2))
    .map(([sign, count]) => `chargebacks ${sign} ${String(count)}`),
  fc.constantFrom('carrier status = "lost"', 'carrier status != "lost"', 'carrier status is known'),
  fc.constantFrom('legal threat', 'not legal threat', 'order value is unknown'),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: atom },
  {
    weight: 1,
    arbitrary: fc.tuple(atom, fc.constantFrom('and', 'or'), atom).map((parts) => parts.join(' ')),
  },
);
const body = fc.constantFrom(
  'propose full refund',
  'propose small refund',
  'gate Team lead and propose full refund',
  'gate Finance',
  'judge "Is it so?" by Tier 1',
  'escalate to Tier 2 because "large"',
  'escalate to Payments',
  'draft reply sorry',
  'close as "refunded"',
  'set zendesk.ticket.status to "solved"',
  'add tag "late"',
  'hold for 1 hour',
  'hold until chargebacks = 0',
  'ask the customer "Which?"',
  'decide remedy',
  'go to step 2 at most 2 times',
  'go to step 1 at most 1 times',
  'stop',
);

const chain = fc
  .record({
    branches: fc.array(fc.tuple(condition, body), { minLength: 1, maxLength: 3 }),
    otherwise: fc.option(body),
    unknown: fc.option(body),
  })
  .map(({ branches, otherwise, unknown }) =>
    [
      ...branches.map(([test, then], at) => `   - ${at === 0 ? 'If' : 'Else if'} ${test}: ${then}.`),
      ...(otherwise === null ? [] : [`   - Else: ${otherwise}.`]),
      ...(unknown === null ? [] : [`   - If unknown: ${unknown}.`]),
    ].join('\n'),
  );

const bullets = fc.array(
  fc.oneof(
    chain,
    body.map((words) => `   - ${words}.`),
  ),
  { minLength: 1, maxLength: 3 },
);
const cell = (values: readonly string[]) => fc.constantFrom('any', ...values);
const row = fc
  .tuple(cell(['< $100', '>= $100', '[$50..$200)', 'unknown']), cell(['0', '> 0']), body)
  .filter(([, , then]) => !then.includes('decide') && !then.includes('go to'))
  .map((cells) => `| ${cells.join(' | ')} |`);

/** The text of an SOP of two or three steps, with a table and edge cases, without errors that stand in the way of a run. */
export const generatedSop = fc
  .record({
    steps: fc.array(bullets, { minLength: 2, maxLength: 3 }),
    mode: fc.constantFrom('first match', 'exactly one'),
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
    edges: fc.array(
      fc
        .tuple(
          condition,
          body.filter((words) => !words.includes('go to')),
        )
        .map(([test, then]) => `- When ${test}: ${then}.`),
      { maxLength: 2 },
    ),
    lockLine: fc.boolean(),
  })
  .map(({ steps, mode, rows, edges, lockLine }) =>
    [
      header,
      '## Steps\n',
      ...steps.map((lines, at) => `${String(at + 1)}. **Step ${String(at + 1)}.**\n${lines.join('\n')}\n`),
      `## Decision: remedy (${mode})\n`,
      '| order value | chargebacks | then |\n|---|---|---|',
      ...rows,
      '\n## Edge cases\n',
      ...edges,
      ...(lockLine ? ['- On failure of small refund: escalate to Logistics.'] : []),
      '- On failure of stripe: notify Payments.',
      '\n## Reply: sorry\n\nWe are sorry about {order value}.\n',
    ].join('\n'),
  );

/** Replacements of one small part by another one, at a place chosen by a number. */
const edits: readonly { readonly find: RegExp; readonly by: readonly string[] }[] = [
  { find: /\$(?:50|100|200)/g, by: ['$50', '$60', '$100', '$200'] },
  { find: / (?:<|<=|>|>=|=|!=) (?=\$)/g, by: [' < ', ' <= ', ' > ', ' >= ', ' = '] },
  { find: /chargebacks (?:<|<=|=|>) [012]/g, by: ['chargebacks = 0', 'chargebacks > 0', 'chargebacks <= 1'] },
  { find: /gate Team lead/g, by: ['gate Finance', 'gate Team lead'] },
  { find: /escalate to Tier 2/g, by: ['escalate to Payments', 'escalate to Tier 2'] },
  { find: /propose (?:full|small) refund/g, by: ['propose full refund', 'propose small refund', 'stop'] },
  { find: / {3}- Else: [^\n]*\n/g, by: [''] },
  { find: / {3}- If unknown: [^\n]*\n/g, by: ['', '   - If unknown: stop.\n'] },
  { find: /- When [^\n]*\n/g, by: [''] },
  { find: /\| any \|/g, by: ['| > 0 |', '| unknown |'] },
  { find: /only if order value < \$100/g, by: ['', 'only if order value < $200'] },
];

/** A text with one of the edits made at one place; itself where there is no such place. */
export function editText(
  text: string,
  { edit, place, by }: { edit: number; place: number; by: number },
): string {
  const chosen = edits[edit % edits.length];
  const found = [...text.matchAll(chosen?.find ?? /$^/g)];
  const at = found[place % Math.max(1, found.length)];
  if (!chosen || !at) return text;
  return (
    text.slice(0, at.index) + (chosen.by[by % chosen.by.length] ?? '') + text.slice(at.index + at[0].length)
  );
}
