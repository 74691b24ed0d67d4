import { picks } from './picks.ts';

/** Documents that are made for measuring: the same on every machine. */

const header = (id: string, inputs: string) => `---
sop: ${id}
title: Measured
version: 1
status: draft
owner: Support operations
reviewed: 2026-11-01
review_every: 6 months
inputs:
${inputs}
actions:
  full refund: stripe.refund.amount = order value
---
`;

/** A table of decisions over eight facts; the last row takes what the others leave. */
export function tableDocument(rows: number): string {
  const pick = picks(11);
  const cells = columns.map(({ name }) => name);
  const lines = Array.from({ length: rows - 1 }, () => {
    const row = columns.map(({ values }) => (pick(5) === 0 ? 'any' : (values[pick(values.length)] ?? 'any')));
    return `| ${row.join(' | ')} | close as "row" |`;
  });
  return `${header('measured-table', columns.map(({ name, type }) => `  ${name}: ${type}`).join('\n'))}
## Steps

1. **Decide.** [P1]
   - Decide remedy.

## Decision: remedy (first match) [P1]

| ${cells.join(' | ')} | then |
|${'---|'.repeat(columns.length + 1)}
${lines.join('\n')}
| ${columns.map(() => 'any').join(' | ')} | propose full refund and close as "rest" |

[P1]: https://help.example.com/policies/refunds "Refund policy"
`;
}

type Column = { readonly name: string; readonly type: string; readonly values: readonly string[] };

const bands = (sign: string, size: number): readonly string[] =>
  [1, 2, 4, 8].flatMap((band) => [
    `< ${sign}${String(band * size)}`,
    `>= ${sign}${String(band * size)}`,
    `[${sign}${String(band * size)}..${sign}${String((band + 2) * size)})`,
  ]);

const columns: readonly Column[] = [
  { name: 'order value', type: 'money USD from shopify.order.total_price', values: bands('$', 50) },
  { name: 'prior chargebacks', type: 'count from stripe.customer.dispute_count', values: ['0', '1', '> 1'] },
  {
    name: 'carrier status',
    type: 'one of (in transit, lost, returned, delivered) from easypost.tracker.status',
    values: ['in transit', 'lost', 'returned, delivered'],
  },
  { name: 'stock available', type: 'yes/no from shopify.order.in_stock', values: ['yes', 'no'] },
  { name: 'photo attached', type: 'yes/no from zendesk.ticket.has_attachment', values: ['yes', 'no'] },
  {
    name: 'damage kind',
    type: 'one of (broken, scratched, wrong item, unclear) from message',
    values: ['broken', 'scratched', 'wrong item, unclear'],
  },
  { name: 'orders so far', type: 'count from shopify.customer.order_count', values: bands('', 5) },
  { name: 'amount spent', type: 'money USD from shopify.customer.amount_spent', values: bands('$', 500) },
];

/** An SOP of about so many lines: many steps of the kind that people write, each with a chain, and examples. */
export function longDocument(lines: number): string {
  const steps = Math.floor((lines - 40) / 8);
  const body = Array.from({ length: steps }, (_, at) => step(at + 1)).join('\n');
  return `${header('measured-long', columns.map(({ name, type }) => `  ${name}: ${type}`).join('\n'))}
# Measured

## Steps

${body}
${String(steps + 1)}. **End.** [P1]
   - Draft reply done.
   - Close as "resolved".

## Edge cases

- When damage kind = "unclear": escalate to Tier 2 because "the damage is not clear".
- On failure of shopify: retry twice after 5 minutes, then escalate to Tier 2 because "shop system is down".
- On failure of stripe: hold for 1 hour and notify Payments.
- On failure of easypost: hold for 1 hour and notify Logistics.

## Reply: done

Hello {requester name}, it is done.

## Examples

| order value | prior chargebacks | carrier status | damage kind | expect |
|---|---|---|---|---|
| $120 | 0 | lost | broken | draft reply done; close as resolved |
| $500 | 3 | lost | broken | escalate to Tier 2 |

[P1]: https://help.example.com/policies/refunds "Refund policy"
`;
}

function step(number: number): string {
  return `${String(number)}. **Look at part ${String(number)}.** What the policy says about part ${String(number)}. [P1]
   - If order value > $${String(100 + number * 10)} and prior chargebacks > ${String(number % 4)}: escalate to Tier 2 because "too much".
   - Else if carrier status = "delivered" and order value > $${String(900 + number)}: gate Team lead "Go on?"
   - Else if damage kind in ("scratched", "wrong item"): add tag "part_${String(number)}".
   - Else: add note "Nothing to do in part ${String(number)}."
   - If unknown: escalate to Tier 2 because "a fact is missing".
   - Set zendesk.ticket.field "Ship exception" to "part ${String(number)}".
`;
}
