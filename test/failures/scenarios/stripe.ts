import type { NodeDesk } from '../../../desk/node-desk.ts';
import type { ActionScenario } from '../scenario.ts';
import { scenarioSop } from '../scenario-sop.ts';

/** An SOP that proposes this one action, and closes. */
const sopWith = (action: string) =>
  scenarioSop({
    inputs: [
      'order number: text from zendesk.ticket.field "Order number"',
      'order value: money USD from shopify.order.total_price',
    ],
    actions: [`act: ${action}`],
    instruction: 'propose act',
  });

const stateOf = (desk: NodeDesk) => desk.state.systems.stripe.state;

/** Whoever pays for gas cartridges every month. */
const member = 4534;

const posts =
  (path: RegExp): ActionScenario['isWrite'] =>
  ({ method, url }) =>
    method === 'POST' && path.test(url.pathname);

export const stripeScenarios: readonly ActionScenario[] = [
  {
    operation: 'stripe.refund',
    system: 'stripe',
    sop: sopWith('stripe.refund (amount = order value)'),
    ticketId: 4512,
    isWrite: posts(/^\/v1\/refunds$/),
    effects: (desk) => stateOf(desk).refunds.length,
  },
  {
    operation: 'stripe.submit_evidence',
    system: 'stripe',
    sop: sopWith(
      'stripe.submit_evidence (product_description = "A life vest.", shipping_carrier = "UPS", shipping_tracking_number = "EZ104000001040")',
    ),
    ticketId: 4537,
    isWrite: posts(/^\/v1\/disputes\/[^/]+$/),
    effects: (desk) => stateOf(desk).disputes.reduce((sum, { submissions = 0 }) => sum + submissions, 0),
  },
  {
    operation: 'stripe.cancel_subscription',
    system: 'stripe',
    sop: sopWith('stripe.cancel_subscription'),
    ticketId: member,
    isWrite: posts(/^\/v1\/subscriptions\/[^/]+$/),
    effects: (desk) => stateOf(desk).subscriptions.filter(({ cancelAtPeriodEnd: ends }) => ends).length,
  },
  {
    operation: 'stripe.keep_subscription',
    system: 'stripe',
    sop: sopWith('stripe.keep_subscription'),
    ticketId: member,
    arrange: (desk) => {
      for (const subscription of stateOf(desk).subscriptions) subscription.cancelAtPeriodEnd = true;
    },
    isWrite: posts(/^\/v1\/subscriptions\/[^/]+$/),
    effects: (desk) => stateOf(desk).subscriptions.filter(({ cancelAtPeriodEnd: ends }) => !ends).length,
  },
  {
    operation: 'stripe.credit_customer',
    system: 'stripe',
    sop: sopWith('stripe.credit_customer (amount = order value)'),
    ticketId: member,
    isWrite: posts(/^\/v1\/customers\/[^/]+\/balance_transactions$/),
    effects: (desk) => stateOf(desk).balanceTransactions.length,
  },
];
