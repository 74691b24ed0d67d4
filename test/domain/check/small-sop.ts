import { checkSop } from '../../../src/domain/check/check-sop.ts';
import type { CheckOptions } from '../../../src/domain/check/rule.ts';
import type { Problem } from '../../../src/domain/facts/problem.ts';

/** An SOP in which the checker finds nothing, small enough that a change of a few words makes one problem. */
export const smallSop = `---
sop: small-refund
title: Small refund
version: 1
status: live
owner: Support
reviewed: 2026-01-31
review_every: 1 month
matches: ticket form = "Refund"
inputs:
  order number: text from zendesk.ticket.field "Order number"
  order value: money USD from shopify.order.total_price
  promised date: date from shopify.order.promised_at
  carrier status: one of (in transit, lost, delivered) from easypost.tracker.status
  legal threat: yes/no from message
actions:
  full refund: stripe.refund.amount = order value
---

# Small refund

## Steps

1. **Look.**
   - Get order value, carrier status, promised date.
   - If days since(promised date) < 3: draft reply please wait and close as "not late yet".

2. **Decide.** [P1]
   - If order value < $200 and carrier status = "lost": propose full refund.
   - Else if carrier status = "lost": decide remedy.
   - Else: escalate to Tier 2 because "the parcel is not lost".
   - If unknown: escalate to Tier 2 because "a fact is missing".

3. **Tell.**
   - Draft reply "say that the refund is on its way".
   - Close as "resolved".

## Decision: remedy (exactly one)

| order value | then |
|---|---|
| < $500 | gate Team lead "Refund?" and propose full refund |
| >= $500 | escalate to Payments because "above the limit" |

## Edge cases

- When legal threat: escalate to Legal because "the customer mentions a lawyer". [P2]
- On failure of shopify: retry twice after 5 minutes, then escalate to Tier 2 because "the shop is down".
- On failure of easypost: hold for 1 hour and notify Tier 2.
- On failure of full refund: escalate to Payments because "the refund did not go through".

## Reply: please wait

Hello {requester name}, your order {order number} was promised for {promised date}.

## Examples

| order value | carrier status | days since promised date | legal threat | fails | expect |
|---|---|---|---|---|---|
| $199.99 | lost | 3 | no | | propose full refund; close as resolved |
| $200 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |
| $499.99 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |
| $500 | lost | 3 | no | | escalate to Payments |
| $120 | delivered | 3 | no | | escalate to Tier 2 |
| $120 | in transit | 3 | no | | escalate to Tier 2 |
| $120 | unknown | 3 | no | | escalate to Tier 2 |
| $120 | lost | 2 | no | | draft reply please wait; close as not late yet |
| $120 | lost | 3 | yes | | escalate to Legal |
| $120 | lost | 3 | no | shopify | escalate to Tier 2 |
| $120 | lost | 3 | no | easypost | hold |
| $120 | lost | 3 | no | full refund | propose full refund; escalate to Payments |

[P1]: https://help.example.com/refunds "Refund policy 1"
[P2]: https://help.example.com/legal "Escalation policy 2"
`;

/** The day on which the review of the small SOP is due, and the teams that it speaks of. */
export const smallOptions: CheckOptions = {
  today: '2026-02-28',
  catalogue: { systems: [], teams: ['Support', 'Team lead', 'Tier 2', 'Payments', 'Legal'] },
};

export function problemsOf(text: string, options: CheckOptions = smallOptions): readonly Problem[] {
  return checkSop(text, options).problems;
}

/** `warning vague “soon”`: the problems of some ids, with the words that they point at. */
export function linesOf(
  text: string,
  { ids, options }: { ids?: readonly string[]; options?: CheckOptions } = {},
): readonly string[] {
  return problemsOf(text, options)
    .filter(({ id }) => ids?.includes(id) ?? true)
    .map(({ level, id, from, to }) => `${level} ${id} “${text.slice(from, to)}”`);
}

/** The small SOP with words changed: each pair once, and each must stand there. */
export function changed(...changes: readonly (readonly [words: string, instead: string])[]): string {
  return changes.reduce((text, [words, instead]) => {
    if (!text.includes(words)) throw new Error(`The small SOP does not say “${words}”.`);
    return text.replace(words, () => instead);
  }, smallSop);
}

/** A text with the best fix of a problem applied. */
export function mended(text: string, { fixes }: Problem): string {
  const [fix] = fixes ?? [];
  if (!fix) throw new Error('There is no fix.');
  return fix.edits
    .toSorted((left, right) => right.from - left.from)
    .reduce((mending, { from, to, text: words }) => mending.slice(0, from) + words + mending.slice(to), text);
}
