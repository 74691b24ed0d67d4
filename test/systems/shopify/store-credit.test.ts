import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { actionContext, sampleTicket } from '../adapter-world.ts';
import { createShopifyWorld, type ShopifyWorld } from './sample-shopify.ts';
import { answering, asking, reasonOf, sentOf, shopifyAction, unclearAnswers } from './shopify-action.ts';

const creditOf = (world: ShopifyWorld, parameters: Parameters = {}, ticket = sampleTicket()) =>
  shopifyAction(
    world,
    'shopify.store_credit',
    { amount: 'USD 20', ...parameters },
    actionContext({}, ticket),
  );
const storeCredit = [{ customer: '1', currency: 'USD', balance: '5.00' }];
const balances = ({ fake }: ShopifyWorld) =>
  fake.state.creditAccounts.map(({ currency, balance }) => `${currency} ${balance}`);

describe('preparing store credit', () => {
  it('shows the balance before and after, which is what is approved', async () => {
    expect(await creditOf(createShopifyWorld({ storeCredit })).prepare()).toEqual({
      is: 'ready',
      target: {
        ids: { customer: 'gid://shopify/Customer/1', balance: 'USD 5', newest_movement: 'none' },
        name: 'Sample Customer',
        url: 'https://sample-shop.myshopify.com/admin/customers/1',
      },
      preview: [{ label: 'store_credit', before: 'USD 5', value: 'USD 25' }],
      atMost: {},
    });
  });

  it('begins with nothing in a currency without an account', async () => {
    expect(await creditOf(createShopifyWorld({ storeCredit }), { amount: 'EUR 20' }).prepare()).toMatchObject(
      {
        preview: [{ before: 'EUR 0', value: 'EUR 20' }],
      },
    );
  });

  it.each([
    [
      'a stranger',
      sampleTicket('nobody@example.com'),
      {},
      'unclear-target: Shopify has no customer with the address of the requester.',
    ],
    [
      'no address',
      sampleTicket(null),
      {},
      'unclear-target: The ticket has no requester address to look for in Shopify.',
    ],
    ['nothing', sampleTicket(), { amount: 'USD 0' }, 'not-allowed: This needs an amount above zero.'],
  ])('is not possible: %s', async (_, ticket, parameters, reason) => {
    expect(reasonOf(await creditOf(createShopifyWorld(), parameters, ticket).prepare())).toBe(reason);
  });
});

describe('giving store credit', () => {
  it.each([
    ['adds to the account', storeCredit, ['USD 25.00']],
    ['opens an account', [], ['USD 20.00']],
  ])('%s', async (_, seed, expected) => {
    const world = createShopifyWorld({ storeCredit: seed });
    const credit = creditOf(world);
    expect(await credit.execute(await credit.approved())).toEqual({
      is: 'succeeded',
      reference: '80011',
      url: 'https://sample-shop.myshopify.com/admin/customers/1',
    });
    expect(balances(world)).toEqual(expected);
  });

  it('is given once when it is carried out twice with the same approval', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    await credit.execute(approval);
    expect(await credit.execute(approval)).toMatchObject({
      is: 'failed',
      failure: {
        code: 'stale',
        reason:
          'The store credit of Sample Customer has changed: it is USD 25, and was USD 5 when this was approved.',
      },
    });
    expect(balances(world)).toEqual(['USD 25.00']);
  });

  it('sends nothing when the customer has spent something since', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    world.fake.state.creditAccounts[0]!.balance = '1.00';
    expect(await credit.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(sentOf(world, 'SignoffGiveStoreCredit')).toBe(0);
  });

  it('fails with what Shopify objects to', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    const userErrors = [
      { field: null, code: 'CREDIT_LIMIT_EXCEEDED', message: 'The limit would be exceeded.' },
    ];
    const storeCreditAccountCredit = { storeCreditAccountTransaction: null, userErrors };
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { storeCreditAccountCredit } }),
      when: asking('SignoffGiveStoreCredit'),
    });
    expect(await credit.execute(approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'refused', reason: 'The limit would be exceeded.' },
    });
  });

  it.each([
    ['401', { is: 'status', status: 401 }],
    ['403', { is: 'status', status: 403 }],
    ['429', { is: 'status', status: 429 }],
    ['THROTTLED', answering({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] })],
    ['ACCESS_DENIED', answering({ errors: [{ message: 'No.', extensions: { code: 'ACCESS_DENIED' } }] })],
  ] as const)('has done nothing when Shopify answers %s, and does not ask again', async (_, fault) => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    world.zaf.faults.inject('shopify', { fault, when: asking('SignoffGiveStoreCredit') });
    expect(await credit.execute(approval)).toMatchObject({ is: 'failed' });
    expect(sentOf(world, 'SignoffGiveStoreCredit')).toBe(1);
  });

  it.each(unclearAnswers)(
    'does not know how it ended when Shopify is %s, and never sends it again',
    async (_, fault) => {
      const world = createShopifyWorld({ storeCredit });
      const credit = creditOf(world);
      const approval = await credit.approved();
      world.zaf.faults.inject('shopify', { fault, when: asking('SignoffGiveStoreCredit') });
      expect(await credit.execute(approval)).toMatchObject({ is: 'unknown' });
      expect(sentOf(world, 'SignoffGiveStoreCredit')).toBe(1);
    },
  );
});

describe('finding out what became of store credit', () => {
  it('did not happen when nothing moved on the account', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    expect(await credit.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
    await world.clock.advance(20 * 60_000);
    expect(await credit.reconcile(approval)).toEqual({
      is: 'did-not-happen',
      how: 'The store credit of Sample Customer is USD 5, as before, and nothing moved on the account.',
    });
  });

  it('cannot tell when something moved: an amount and a time are no proof', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    world.zaf.faults.inject('shopify', {
      fault: { is: 'lost-answer' },
      when: asking('SignoffGiveStoreCredit'),
    });
    expect(await credit.execute(approval)).toMatchObject({ is: 'unknown' });
    const found = await credit.reconcile(approval);
    expect(found).toMatchObject({ is: 'cannot-tell' });
    expect(found.how).toMatch(/was USD 5 and is USD 25\. The newest movement is USD 20\.00 of 2026-/);
    expect(balances(world)).toEqual(['USD 25.00']);
  });

  it('cannot tell when as much was spent as was given', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    const [account] = world.fake.state.creditAccounts;
    account!.movements.push({ id: '1', at: world.clock.now(), amount: '-20.00', balanceAfter: '5.00' });
    expect(await credit.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it('cannot tell while Shopify is down', async () => {
    const world = createShopifyWorld({ storeCredit });
    const credit = creditOf(world);
    const approval = await credit.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'down' } });
    expect(await credit.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
  });
});
