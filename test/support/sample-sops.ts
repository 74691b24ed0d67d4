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

const header = (id: string, inputs: string, actions = ''): string => `---
sop: ${id}
title: ${id}
version: 1
status: live
owner: Support operations
reviewed: 2026-09-14
review_every: 6 months
matches: ticket form = "Shipping"
inputs:
${inputs}
${actions}---

`;

/** A refund that a team lead approves, behind a second lock. */
export const lockedRefundSop = `${header(
  'locked-refund',
  '  order value: money USD from shopify.order.total_price\n  order status: text from zendesk.ticket.field "Order status"',
  'actions:\n  full refund: stripe.refund (amount = order value) only if order value < $150 needs Team lead\n',
)}
## Steps

1. **Refund.**
   - If order status = "open": propose full refund.
   - Else: stop.
   - If unknown: stop.
2. **Tell.**
   - Close as "resolved".

## Edge cases

- On failure of full refund: escalate to Payments because "the refund did not go through".
`;

/** Everything that waits for people or for time. */
export const waitingSop = `${header(
  'waiting',
  '  legal threat: yes/no from message\n  photo attached: yes/no from zendesk.ticket.has_attachment\n  carrier status: text from easypost.tracker.status',
)}
## Steps

1. **Look.**
   - Get carrier status.
   - If carrier status = "lost": gate Team lead "Lost?".
   - Else: judge "Is it late?".
2. **Photo.**
   - If not photo attached: ask the customer "Please send a photo." and hold until photo attached.
3. **By hand.**
   - Call the customer and be kind.
   - Hold for 1 hour.
   - Close as "resolved".

## Edge cases

- When legal threat: escalate to Legal because "a lawyer".
`;

/** Facts that only the message gives, asked for by an instruction. */
export const extractSop = `${header('extract', '  damage kind: one of (broken, scratched) from message')}
## Steps

1. **Read.**
   - Extract damage kind from the message.
   - If damage kind = "broken": close as "broken".
   - Else: close as "scratched".
`;

/** Two changes and a question to the customer. */
export const askSop = `${header('ask', '  order number: text from zendesk.ticket.field "Order number"')}
## Steps

1. **Mark.**
   - Add tag "asked".
   - Ask the customer "Which parcel do you mean?".
   - Add tag "answered".
   - Close as "resolved".
`;

/** A tag and a field; then the run is over. */
export const tagSop = `${header('tag', '  order number: text from zendesk.ticket.field "Order number"')}
## Steps

1. **Mark.**
   - Add tag "late".
   - Close as "resolved".
`;

/** A tag that a team lead has agreed to, somebody else than who asks for it. */
export const twoPeopleSop = `${header('two-people', '  order value: money USD from shopify.order.total_price')}
## Steps

1. **Agree.**
   - If order value > $100: gate Team lead "Mark an order of {order value}?" by another person.
   - If unknown: stop.
2. **Mark.**
   - Add tag "late".
   - Close as "resolved".
`;

/** A tag that is added only where nobody threatens. */
export const messageSop = `${header('message', '  legal threat: yes/no from message')}
## Steps

1. **Tag.**
   - If not legal threat: add tag "friendly".
   - Else: stop.
   - If unknown: stop.
   - Close as "done".
`;

/** Two things that people do by hand, in any order. */
export const manualSop = `${header('manual', '  order number: text from zendesk.ticket.field "Order number"')}
## Steps

1. **By hand.**
   - Call the customer and be kind.
   - Water the plants.
   - Close as "done".
`;

/** A refund that rests on several facts of other systems. */
export const boundedRefundSop = `${header(
  'bounded-refund',
  `  order number: text from zendesk.ticket.field "Order number"
  order value: money USD from shopify.order.total_price
  order age: number from shopify.order.age
  prior chargebacks: count from stripe.customer.dispute_count`,
  'actions:\n  full refund: stripe.refund (amount = order value)\n',
)}
## Steps

1. **Refund.**
   - If order value < $200 and prior chargebacks = 0 and order age < 30: propose full refund.
   - Else: escalate to Tier 2 because "it does not fit".

2. **Tell.**
   - Close as "resolved".
`;
