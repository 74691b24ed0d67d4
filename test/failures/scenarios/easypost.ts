import type { NodeDesk } from '../../../desk/node-desk.ts';
import type { ActionScenario } from '../scenario.ts';
import { scenarioSop } from '../scenario-sop.ts';

/** An SOP that proposes this one action, and closes. */
const sopWith = (action: string) =>
  scenarioSop({
    inputs: [
      'order number: text from zendesk.ticket.field "Order number"',
      'tracking number: text from shopify.order.tracking_number',
      'order value: money USD from shopify.order.total_price',
    ],
    actions: [`act: ${action}`],
    instruction: 'propose act',
  });

const stateOf = (desk: NodeDesk) => desk.state.systems.easypost.state;

/** The parcel that the carrier has lost, insured. */
const lost = { ticketId: 4538, code: 'EZ104100001041' };
/** The parcel that is on its way, with a label that was bought with EasyPost. */
const late = { ticketId: 4515, code: 'EZ100400001004' };

/** A POST to a path of EasyPost: of `:id` any. */
const posts =
  (path: RegExp): ActionScenario['isWrite'] =>
  ({ method, url }) =>
    method === 'POST' && path.test(url.pathname);

export const easypostScenarios: readonly ActionScenario[] = [
  {
    operation: 'easypost.file_claim',
    system: 'easypost',
    sop: sopWith(
      'easypost.file_claim (type = "loss", amount = order value, description = "The carrier has lost the parcel.", contact_email = "claims@shop.example")',
    ),
    ticketId: lost.ticketId,
    isWrite: posts(/^\/v2\/claims$/),
    effects: (desk) => stateOf(desk).claims.length,
  },
  {
    operation: 'easypost.cancel_claim',
    system: 'easypost',
    sop: sopWith('easypost.cancel_claim'),
    ticketId: lost.ticketId,
    arrange: (desk) => {
      stateOf(desk).claims.push({
        id: 'clm_scenario1',
        trackingCode: lost.code,
        type: 'loss',
        status: 'submitted',
        amount: '96.00',
        createdAt: '2026-11-19T10:00:00Z',
      });
    },
    isWrite: posts(/^\/v2\/claims\/[^/]+\/cancel$/),
    effects: (desk) => stateOf(desk).claims.filter(({ status }) => status === 'cancelled').length,
  },
  {
    operation: 'easypost.refund_label',
    system: 'easypost',
    sop: sopWith('easypost.refund_label'),
    ticketId: late.ticketId,
    isWrite: posts(/^\/v2\/shipments\/[^/]+\/refund$/),
    effects: (desk) =>
      stateOf(desk).shipments.filter(({ refundStatus }) => refundStatus !== undefined).length,
  },
  {
    operation: 'easypost.insure',
    system: 'easypost',
    sop: sopWith('easypost.insure (amount = order value)'),
    ticketId: late.ticketId,
    isWrite: posts(/^\/v2\/shipments\/[^/]+\/insure$/),
    effects: (desk) =>
      stateOf(desk).insurances.filter(({ trackingCode }) => trackingCode === late.code).length,
  },
  {
    operation: 'easypost.cancel_insurance',
    system: 'easypost',
    sop: sopWith('easypost.cancel_insurance'),
    ticketId: lost.ticketId,
    isWrite: posts(/^\/v2\/insurances\/[^/]+\/refund$/),
    effects: (desk) => stateOf(desk).insurances.filter(({ status }) => status === 'cancelled').length,
  },
];
