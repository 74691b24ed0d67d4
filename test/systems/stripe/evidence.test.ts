import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { readEvidence } from '../../../src/systems/stripe/evidence-fields.ts';
import { actionContext, proposal, targetOf, verified } from '../adapter-world.ts';
import { actionOf, createStripeWorld, dispute, type StripeWorld } from './sample-stripe.ts';

const operation = 'stripe.submit_evidence';
const context = actionContext({ 'order number': '#1001' });
const prepare = (
  world: StripeWorld,
  parameters: Readonly<Record<string, FactJson>> = { shipping_carrier: 'UPS' },
) => actionOf(world, operation).prepare(proposal(operation, parameters), context, 'shared');

describe('preparing evidence', () => {
  it('shows the dispute, its day, and that nothing takes it back', async () => {
    expect(await prepare(createStripeWorld({ disputes: [dispute] }))).toEqual({
      is: 'ready',
      target: {
        ids: { dispute: 'dp_1', charge: 'ch_1', status: 'needs_response', submissions: '0' },
        name: 'dp_1',
        url: 'https://dashboard.stripe.com/test/payments/pi_1',
      },
      preview: [
        { label: 'amount', value: 'USD 142.1' },
        { label: 'reason', value: 'product not received' },
        { label: 'status', value: 'needs response' },
        { label: 'evidence_due', value: '2026-12-01' },
        { label: 'final', value: true },
      ],
      atMost: {},
    });
  });

  it.each([
    ['under_review', 'The dispute dp_1 is under review: the bank takes no evidence any more.'],
    ['lost', 'The dispute dp_1 is lost: the bank takes no evidence any more.'],
    ['warning_closed', 'The dispute dp_1 is warning closed: the bank takes no evidence any more.'],
  ] as const)('is impossible for a dispute that is %s', async (status, reason) => {
    expect(await prepare(createStripeWorld({ disputes: [{ ...dispute, status }] }))).toEqual({
      is: 'impossible',
      failure: { code: 'not-allowed', reason },
    });
  });

  it('is impossible after the day of the bank', async () => {
    const disputes = [{ ...dispute, dueBy: '2026-11-19T23:59:59Z' }];
    expect(await prepare(createStripeWorld({ disputes }))).toMatchObject({
      failure: { reason: 'The day on which the bank wanted the evidence for dp_1 has passed.' },
    });
  });

  it('is impossible without a dispute', async () => {
    expect(await prepare(createStripeWorld())).toMatchObject({
      failure: { code: 'unclear-target', reason: 'No dispute of the requester was found.' },
    });
  });

  it.each([
    [{}, 'The evidence is empty.'],
    [{ product_description: '  ' }, 'The evidence is empty.'],
    [
      { shipping_carrier: 'x'.repeat(5_001) },
      'The bank reads 5000 characters of shipping_carrier; these are 5001.',
    ],
    [
      { uncategorized_text: 'x'.repeat(20_001) },
      'The bank reads 20000 characters of uncategorized_text; these are 20001.',
    ],
  ])('refuses what the bank would not read', async (parameters, reason) => {
    expect(await prepare(createStripeWorld({ disputes: [dispute] }), parameters)).toEqual({
      is: 'impossible',
      failure: { code: 'not-allowed', reason },
    });
  });
});

describe('sending evidence', () => {
  it('sends what was said to the customer as text, because the bank’s own field wants a file', async () => {
    const world = createStripeWorld({ disputes: [dispute] });
    const parameters = {
      customer_communication: 'We asked where to send it.',
      uncategorized_text: 'See the order.',
      shipping_date: '2026-11-01',
    };
    const approval = verified(operation, parameters, targetOf(await prepare(world, parameters)));
    expect(await actionOf(world, operation).execute(approval, context)).toMatchObject({
      is: 'succeeded',
      reference: 'dp_1',
    });
    expect(world.fake.state.disputes[0]).toMatchObject({
      status: 'under_review',
      evidence: {
        shipping_date: '2026-11-01',
        uncategorized_text: 'See the order.\n\nCommunication with the customer:\nWe asked where to send it.',
      },
    });
  });

  it('takes staged evidence for nothing that went to the bank', async () => {
    const world = createStripeWorld({ disputes: [dispute] });
    const parameters = { shipping_carrier: 'UPS' };
    const approval = verified(operation, parameters, targetOf(await prepare(world, parameters)));
    world.fake.state.disputes[0]!.evidence = { shipping_carrier: 'UPS' };
    expect(await actionOf(world, operation).reconcile(approval, context)).toMatchObject({
      is: 'did-not-happen',
    });
  });
});

describe('the fields of the evidence', () => {
  it('hold every text that was given, and never more than the bank reads', () => {
    const names = ['product_description', 'shipping_carrier', 'uncategorized_text', 'customer_communication'];
    const parameters = fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(parameters, (given) => {
        const told = Object.values(given).filter((text) => text.trim() !== '');
        const evidence = readEvidence(given);
        if (told.length === 0) return evidence.is === 'refused';
        const sent = evidence.is === 'evidence' ? Object.values(evidence.fields).join('\n') : '';
        return told.every((text) => sent.includes(text.trim()));
      }),
    );
  });
});
