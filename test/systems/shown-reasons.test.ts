import { describe, expect, it } from 'vitest';
import type { System } from '../../src/systems/system.ts';
import { withShownReasons } from '../../src/systems/shown-reasons.ts';
import { actionContext, proposal, readRequest, verified } from './adapter-world.ts';
import { createShopifyWorld, order } from './shopify/sample-shopify.ts';
import { answering, asking } from './shopify/shopify-action.ts';

const said = 'No: sample.customer@example.com paid with 4242 4242 4242 4242,\nsee shpat_0123456789abcdef.';
const shown = 'No: (e-mail address) paid with (card number), see (key).';
const failure = { code: 'refused', reason: said } as const;

const system: System = {
  name: 'sample',
  facts: [],
  keyFacts: () => [],
  read: async () => ({ is: 'failed', system: 'sample', failure }),
  check: async () => ({ system: 'sample', is: 'failing', failure }),
  actions: [
    {
      kind: createShopifyWorld().shopify.actions[0]!.kind,
      prepare: async () => ({ is: 'impossible', failure }),
      execute: async () => ({ is: 'unknown', failure }),
      reconcile: async () => ({
        is: 'happened',
        result: { is: 'succeeded', reference: 'r', reconciled: said },
        how: said,
      }),
    },
  ],
};

describe('whatever a system says', () => {
  const masked = withShownReasons(system);
  const [action] = masked.actions;
  const approval = verified('sample.act', {}, { ids: {}, name: 'x' });
  const context = actionContext();

  it.each([
    ['of a fact', () => masked.read(readRequest('sample.a.b')), { failure: { reason: shown } }],
    ['of its connection', () => masked.check(), { failure: { reason: shown } }],
    [
      'before an approval',
      () => action!.prepare(proposal('sample.act', {}), context, 'shared'),
      { failure: { reason: shown } },
    ],
    ['of an execution', () => action!.execute(approval, context), { failure: { reason: shown } }],
    [
      'of a lost answer',
      () => action!.reconcile(approval, context),
      { how: shown, result: { reference: 'r', reconciled: shown } },
    ],
  ])('%s tells nothing private', async (_, ask, answer) => {
    expect(await ask()).toMatchObject(answer);
  });

  it('in an answer that says 200 tells nothing private either', async () => {
    const world = createShopifyWorld({ orders: [{ ...order, fulfilments: [] }] });
    const tag = withShownReasons(world.shopify).actions.find(
      ({ kind }) => kind.operation === 'shopify.add_tag',
    )!;
    const parameters = { tag: 'vip' };
    const prepared = await tag.prepare(proposal('shopify.add_tag', parameters), context, 'shared');
    if (prepared.is !== 'ready') throw new Error(prepared.failure.reason);
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { tagsAdd: { node: null, userErrors: [{ field: null, message: said }] } } }),
      when: asking('SignoffAddTag'),
    });
    const given = verified('shopify.add_tag', parameters, prepared.target);
    expect(await world.settled(tag.execute(given, context))).toMatchObject({
      is: 'failed',
      failure: { reason: shown },
    });
  });

  it('is a sentence or two', async () => {
    const long: System = {
      ...system,
      check: async () => ({
        system: 'sample',
        is: 'failing',
        failure: { ...failure, reason: 'a '.repeat(5_000) },
      }),
    };
    const answer = await withShownReasons(long).check();
    expect(answer.is === 'failing' && answer.failure.reason.length).toBe(1_000);
  });
});
