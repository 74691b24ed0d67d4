import { describe, expect, it } from 'vitest';
import type { Catalogue, OfferedSystem } from '../../../src/domain/sop/catalogue.ts';
import { auditOf, sampleSop, sampleWith } from './sample-sop.ts';

const text = { kind: 'text' } as const;
const money = { kind: 'money', currency: undefined } as const;

const shopify: OfferedSystem = {
  name: 'shopify',
  facts: [
    { record: 'order', field: 'total_price', type: money },
    { record: 'customer', field: 'name', type: text },
  ],
  actions: [],
};
const stripe: OfferedSystem = {
  name: 'stripe',
  facts: [],
  actions: [
    {
      operation: 'stripe.refund',
      parameters: [
        { name: 'amount', type: money, required: true },
        { name: 'reason', type: text, required: false },
      ],
    },
  ],
};
const zendesk: OfferedSystem = {
  name: 'zendesk',
  facts: [{ record: 'ticket', field: 'subject', type: text }],
  actions: [],
};
const withFields: OfferedSystem = {
  ...zendesk,
  customFields: ['Order number', 'Outcome'].map((title) => ({ record: 'ticket', title, type: text })),
};

const found = (sop: string, ...systems: readonly OfferedSystem[]): readonly (readonly [string, string])[] => {
  const catalogue: Catalogue = { systems };
  const { findings } = auditOf(sop, { catalogue });
  return findings
    .filter(({ dimension }) => dimension === 'currency')
    .map(({ from, to, message }) => [sop.slice(from, to), message]);
};

describe('what the systems do not offer', () => {
  it('is nothing in an SOP that speaks of what they have', () => {
    expect(found(sampleSop, shopify, stripe, withFields)).toEqual([]);
  });

  it.each<readonly [string, string, string, string]>([
    [
      'a field',
      'shopify.order.total_price',
      'shopify.order.total_prices',
      'The order in shopify has no field “total_prices”. Did you mean “total_price”?',
    ],
    [
      'a record',
      'shopify.order.total_price',
      'shopify.draft.total_price',
      'shopify gives no facts of “draft”.',
    ],
    [
      'a custom field that is read',
      'zendesk.ticket.field "Order number"',
      'zendesk.ticket.field "Order numbre"',
      'The ticket in zendesk has no custom field “Order numbre”. Did you mean “Order number”?',
    ],
    [
      'a custom field that is set',
      'zendesk.ticket.field "Outcome"',
      'zendesk.ticket.field "Result of it"',
      'The ticket in zendesk has no custom field “Result of it”.',
    ],
    [
      'an action',
      'stripe.refund.amount =',
      'stripe.refunds.amount =',
      'stripe does not offer “stripe.refunds”. Did you mean “stripe.refund”?',
    ],
    [
      'a parameter',
      'stripe.refund.amount = order value',
      'stripe.refund (amount = order value, reasons = order number)',
      '“stripe.refund” takes no “reasons”. Did you mean “reason”?',
    ],
    [
      'a call without what is needed',
      'stripe.refund.amount = order value',
      'stripe.refund (reason = order number)',
      '“stripe.refund” cannot be carried out without “amount”. Write “amount = …” in its brackets.',
    ],
  ])('is %s, at its place, and keeps the SOP from being ready', (_, piece, by, message) => {
    const changed = sampleWith(piece, by);
    const [finding, ...more] = found(changed, shopify, stripe, withFields);
    expect(more).toEqual([]);
    expect(finding?.[1]).toBe(message);
    expect(changed).toContain(finding?.[0]);
    expect(auditOf(changed, { catalogue: { systems: [shopify, stripe, withFields] } }).ready).toBe(false);
  });

  it('is a record that the header declares', () => {
    const declared = sampleWith('inputs:', 'records:\n  parcel: shopify.parcel by order number\ninputs:');
    expect(found(declared, shopify)).toEqual([
      ['parcel: shopify.parcel by order number', 'shopify gives no facts of “parcel”.'],
    ]);
  });

  it.each([
    ['a system that nobody has connected', 'shopify.order.total_price', 'hubspot.deal.amount'],
    ['a custom field by its id', 'field "Order number"', 'field 360001'],
    ['the case of a title', 'field "Order number"', 'field "order NUMBER"'],
  ])('is not %s', (_, piece, by) => {
    expect(found(sampleWith(piece, by), shopify, stripe, withFields)).toEqual([]);
  });

  it('is no custom field while nobody has looked them up, and nothing without a catalogue', () => {
    const changed = sampleWith('field "Order number"', 'field "No such field"');
    expect(found(changed, zendesk)).toEqual([]);
    expect(found(changed, withFields)).toHaveLength(1);
    expect(auditOf(sampleWith('stripe.refund.amount', 'stripe.refunds.amount')).ready).toBe(true);
  });
});

describe('a system whose accounts have fields of their own', () => {
  const open: OfferedSystem = {
    ...shopify,
    furtherFields: [{ records: ['order'], form: '[A-Za-z]\\w*' }],
  };

  it.each(['Renewal_Date__c', 'loyalty_tier', 'total'])('may have %s', (field) => {
    expect(found(sampleWith('order.total_price', `order.${field}`), open, stripe, withFields)).toEqual([]);
  });

  it.each([
    ['one that is a slip of the pen', 'order.total_prize', 'Did you mean “total_price”?'],
    ['one of another record', 'customer.Renewal_Date__c', 'The customer in shopify has no field'],
  ])('does not have %s', (_, written, message) => {
    const sop = sampleWith('order.total_price', written);
    expect(found(sop, open, stripe, withFields)).toEqual([
      [expect.any(String), expect.stringContaining(message)],
    ]);
  });
});
