import type { ActionScenario } from '../scenario.ts';

const sop = `---
sop: scenario
title: Scenario
version: 1
status: live
owner: Support operations
matches: ticket status != ""
inputs:
  order number: text from zendesk.ticket.field "Order number"
  order value: money USD from shopify.order.total_price
actions:
  refund: stripe.refund (amount = order value)
---

# Scenario

## Steps

1. **Act.**
   - Propose refund.
   - Close as "done".
`;

export const stripeScenarios: readonly ActionScenario[] = [
  {
    operation: 'stripe.refund',
    system: 'stripe',
    sop,
    ticketId: 4512,
    isWrite: ({ method, url }) => method === 'POST' && url.pathname === '/v1/refunds',
    effects: (desk) => desk.state.systems.stripe.state.refunds.length,
  },
];
