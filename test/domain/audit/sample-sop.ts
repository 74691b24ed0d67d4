import type { CheckOptions } from '../../../src/domain/check/rule.ts';
import { checkSop } from '../../../src/domain/check/check-sop.ts';
import type { Audit } from '../../../src/domain/audit/audit-result.ts';
import { auditCodified } from '../../../src/domain/audit/codified/audit-codified.ts';

export const today = '2026-11-20';

/** A small SOP in which there is nothing to find. */
export const sampleSop = `---
sop: small-refund
title: Small refund
version: 3 # version
status: live
owner: Support operations
reviewed: 2026-09-14
review_every: 6 months
matches: ticket form = "Shipping"
inputs:
  order number: text from zendesk.ticket.field "Order number"
  order value: money USD from shopify.order.total_price
actions:
  full refund: stripe.refund.amount = order value
---

# Small refund

## Steps

1. **Decide.** [P1]
   - If order value < $200: propose full refund.
   - Else: escalate to Tier 2 because "$200 and more".
   - If unknown: escalate to Tier 2 because "the order value is missing".

2. **Tell the customer.**
   - Draft reply refunded.
   - Set zendesk.ticket.field "Outcome" to "refunded".
   - Close as "resolved".

## Edge cases

- On failure of shopify: retry twice after 5 minutes, then escalate to Tier 2 because "shop system is down".
- On failure of stripe: hold for 1 hour and notify Payments.
- On failure of full refund: escalate to Payments because "the refund did not go through".

## Reply: refunded

We have refunded {order value} of your order {order number}.

## Examples

| order value | fails | expect |
|---|---|---|
| $199.99 | | propose full refund; draft reply refunded; close as resolved |
| $200 | | escalate to Tier 2 |
| unknown | | escalate to Tier 2 |
| unknown | shopify | escalate to Tier 2 |
| $100 | full refund | propose full refund; escalate to Payments |

[P1]: https://help.example.com/policies/refunds "Refund policy 4.2"
`;

/** The sample with one piece of it replaced. */
export function sampleWith(piece: string, by: string): string {
  if (!sampleSop.includes(piece)) throw new Error(`The sample has no “${piece}”`);
  return sampleSop.replace(piece, () => by);
}

/** The audit of a codified SOP as the checker finds it. */
export function auditOf(text: string, options: Partial<CheckOptions> = {}): Audit {
  const all = { today, ...options };
  const { sop, problems } = checkSop(text, all);
  if (!sop) throw new Error('There is nothing to audit');
  return auditCodified({ sop, problems }, all);
}
