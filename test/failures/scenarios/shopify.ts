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

/** A jacket that was paid and sent. */
const sent = 4512;
/** A camping chair that is still in the warehouse. */
const unsent = 4528;

const stateOf = (desk: NodeDesk) => desk.state.systems.shopify.state;
const orderOf = (desk: NodeDesk, name: string) => stateOf(desk).orders.find((order) => order.name === name);

const mutates =
  (name: string): ActionScenario['isWrite'] =>
  ({ body }) =>
    new RegExp(`mutation ${name}\\b`).test(body ?? '');

const system = 'shopify';

export const shopifyScenarios: readonly ActionScenario[] = [
  {
    operation: 'shopify.refund',
    system,
    sop: sopWith('shopify.refund (amount = order value)'),
    ticketId: sent,
    isWrite: mutates('SignoffRefund'),
    effects: (desk) => stateOf(desk).orders.flatMap(({ refunds = [] }) => refunds).length,
  },
  {
    operation: 'shopify.cancel_order',
    system,
    sop: sopWith('shopify.cancel_order (reason = "customer")'),
    ticketId: unsent,
    isWrite: mutates('SignoffCancel'),
    // What was taken is carried out in the background.
    effects: (desk) => stateOf(desk).jobs.length,
  },
  {
    operation: 'shopify.reship',
    system,
    sop: sopWith('shopify.reship (order = order number)'),
    ticketId: sent,
    isWrite: mutates('SignoffCompleteDraft'),
    effects: (desk) => stateOf(desk).drafts.filter(({ order }) => order !== undefined).length,
  },
  {
    operation: 'shopify.store_credit',
    system,
    sop: sopWith('shopify.store_credit (amount = "$15")'),
    ticketId: sent,
    isWrite: mutates('SignoffGiveStoreCredit'),
    effects: (desk) => stateOf(desk).creditAccounts.flatMap(({ movements }) => movements).length,
  },
  {
    operation: 'shopify.change_address',
    system,
    sop: sopWith('shopify.change_address (address1 = "22 Sample Lane", city = "Springfield", zip = "12346")'),
    ticketId: unsent,
    isWrite: mutates('SignoffUpdateOrder'),
    effects: (desk) => Number(orderOf(desk, '#1031')?.shippingAddress.address1 === '22 Sample Lane'),
  },
  {
    operation: 'shopify.add_tag',
    system,
    sop: sopWith('shopify.add_tag (tag = "sample")'),
    ticketId: sent,
    isWrite: mutates('SignoffAddTag'),
    effects: (desk) => tagged(desk).length,
  },
  {
    operation: 'shopify.remove_tag',
    system,
    sop: sopWith('shopify.remove_tag (tag = "sample")'),
    ticketId: sent,
    arrange: (desk) => {
      for (const order of stateOf(desk).orders) order.tags = ['sample'];
    },
    isWrite: mutates('SignoffRemoveTag'),
    effects: (desk) => stateOf(desk).orders.length - tagged(desk).length,
  },
  {
    operation: 'shopify.set_note',
    system,
    sop: sopWith('shopify.set_note (note = "A sample note.")'),
    ticketId: sent,
    isWrite: mutates('SignoffUpdateOrder'),
    effects: (desk) => stateOf(desk).orders.filter(({ note }) => note === 'A sample note.').length,
  },
];

const tagged = (desk: NodeDesk) =>
  stateOf(desk).orders.flatMap(({ tags = [] }) => tags.filter((tag) => tag === 'sample'));
