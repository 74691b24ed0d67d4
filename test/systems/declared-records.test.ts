import { describe, expect, it } from 'vitest';
import { depotDescription } from '../../desk/fakes/custom-api/depot-description.ts';
import type { ActionContext } from '../../src/app/ports/actions.ts';
import type { Preparation } from '../../src/domain/decisions/proposal.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';
import type { Parameters } from '../../src/domain/run/commands.ts';
import type { System } from '../../src/systems/system.ts';
import { actionContext, proposal, requesterAddress } from './adapter-world.ts';
import { createDepotWorld } from './custom-api/depot-world.ts';
import { createEasyPostWorld, label, parcel } from './easypost/sample-easypost.ts';
import { createHubspotWorld, sampleHubspot } from './hubspot/sample-hubspot.ts';
import { createSalesforceWorld, sampleSalesforce } from './salesforce/sample-salesforce.ts';
import { createShopifyWorld, order } from './shopify/sample-shopify.ts';
import { createStripeWorld, otherPayment, payment, sampleStripe } from './stripe/sample-stripe.ts';

type Sample = {
  readonly operation: string;
  readonly parameters: Parameters;
  /** `shopify order by old order` */
  readonly declared: string;
  /** The fact that it is declared by. */
  readonly by: FactJson;
  /** What the default would find. */
  readonly facts: Readonly<Record<string, FactJson>>;
  readonly system: () => System;
  /** What of the target tells which record was found. */
  readonly target: object;
};

const secondContact = { Id: '0035e00000AbCdFAAV', Name: 'Second Customer', Email: 'second@example.com' };

const samples: readonly Sample[] = [
  {
    operation: 'shopify.add_tag',
    parameters: { tag: 'vip' },
    declared: 'shopify order by old order',
    by: '#1002',
    facts: { 'order number': '#1001' },
    system: () => createShopifyWorld({ orders: [order, { ...order, id: '5002', name: '#1002' }] }).shopify,
    target: { name: '#1002' },
  },
  {
    operation: 'stripe.refund',
    parameters: { amount: 'USD 5' },
    declared: 'stripe charge by old order',
    by: '1002',
    facts: { 'order number': '1001' },
    system: () =>
      createStripeWorld({ charges: [payment, otherPayment(2, { metadata: { order_number: '1002' } })] })
        .stripe,
    target: { ids: { charge: 'ch_2' } },
  },
  {
    operation: 'stripe.refund',
    parameters: { amount: 'USD 5' },
    declared: 'stripe charge by payment id',
    by: 'ch_2',
    facts: { 'order number': '1001' },
    system: () => createStripeWorld({ charges: [payment, otherPayment(2)] }).stripe,
    target: { ids: { charge: 'ch_2' } },
  },
  {
    operation: 'stripe.credit_customer',
    parameters: { amount: 'USD 5' },
    declared: 'stripe customer by billing account',
    by: 'cus_2',
    facts: {},
    system: () =>
      createStripeWorld({
        customers: [
          ...sampleStripe.customers,
          { id: 'cus_2', email: requesterAddress, name: 'Billing', balance: 0, currency: 'usd' },
        ],
      }).stripe,
    target: { ids: { customer: 'cus_2' } },
  },
  {
    operation: 'easypost.refund_label',
    parameters: {},
    declared: 'easypost shipment by return number',
    by: 'EZ2002',
    facts: { 'tracking number': 'EZ1001' },
    system: () =>
      createEasyPostWorld({
        trackers: [parcel, { ...parcel, trackingCode: 'EZ2002' }],
        shipments: [label, { ...label, id: 'shp_2', trackingCode: 'EZ2002' }],
      }).easypost,
    target: { ids: { shipment: 'shp_2' } },
  },
  {
    operation: 'hubspot.add_note',
    parameters: { note: 'Hello' },
    declared: 'hubspot contact by account email',
    by: 'second@example.com',
    facts: {},
    system: () =>
      createHubspotWorld({
        contacts: [
          ...sampleHubspot.contacts,
          { ...sampleHubspot.contacts[0]!, id: '102', properties: { email: 'second@example.com' } },
        ],
      }).hubspot,
    target: { ids: { contact: '102' } },
  },
  {
    operation: 'salesforce.add_note',
    parameters: { note: 'Hello' },
    declared: 'salesforce contact by account email',
    by: 'second@example.com',
    facts: {},
    system: () =>
      createSalesforceWorld({
        contacts: [...sampleSalesforce.contacts, { ...sampleSalesforce.contacts[0]!, ...secondContact }],
      }).salesforce,
    target: { ids: { contact: secondContact.Id } },
  },
  {
    operation: 'depot.hold',
    parameters: { number: 'any', reason: 'address' },
    declared: 'depot parcel by return parcel',
    by: 'DP-2',
    facts: { 'parcel number': 'DP-1' },
    system: () =>
      createDepotWorld({
        parcels: [{}, { number: 'DP-2', order: '#1002' }],
        description: depotDescription().replace('on: parcel by number', 'on: parcel'),
      }).depot,
    target: { name: 'DP-2' },
  },
];

function contextOf({ declared, facts }: Sample, by: FactJson): ActionContext {
  const [, system = '', entity = '', name = ''] = /^(\w+) (\w+) by (.*)$/.exec(declared) ?? [];
  const record = { name: `the ${entity}`, system, entity, by: name, span: { from: 0, to: 0 } };
  return { ...actionContext({ ...facts, ...(by === null ? {} : { [name]: by }) }), records: [record] };
}

async function prepare(sample: Sample, context: ActionContext): Promise<Preparation> {
  const { operation, parameters, system } = sample;
  const action = system().actions.find(({ kind }) => kind.operation === operation);
  if (action === undefined) throw new Error(`There is no ${operation}.`);
  return action.prepare(proposal(operation, parameters), context, 'shared');
}

describe.each(samples)('$operation, where the SOP declares a $declared', (sample) => {
  it('is about the record of that fact', async () => {
    expect(await prepare(sample, contextOf(sample, sample.by))).toMatchObject({
      is: 'ready',
      target: sample.target,
    });
  });

  it('finds nothing by another key while that fact is unknown', async () => {
    expect(await prepare(sample, contextOf(sample, null))).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target' },
    });
  });

  it('takes none of two declarations for it', async () => {
    const context = contextOf(sample, sample.by);
    const [record] = context.records;
    const records = [record!, { ...record!, name: 'another', by: 'something else' }];
    const preparation = await prepare(sample, { ...context, records });
    expect(preparation).not.toMatchObject({ target: sample.target });
  });
});
