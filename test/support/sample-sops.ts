/** One refund and a reply; nothing answers for a failure, so that a gate does. */
export const refundSop = `---
sop: refund
title: Refund
version: 1
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

# Refund

## Steps

1. **Refund.**
   - If order value < $200: propose full refund.
   - Else: escalate to Tier 2 because "too much".

2. **Tell.**
   - Draft reply sorry.
   - Close as "resolved".

## Reply: sorry

We have refunded {order value}.
`;
