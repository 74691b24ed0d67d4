import { describe, expect, it } from 'vitest';
import { jsonResponse, type Fake } from '../../../desk/fakes/fake.ts';
import { createCustomApiSystem } from '../../../src/systems/custom-api/custom-api-system.ts';
import { apiOf, sampleApi } from '../../domain/custom-api/sample-api.ts';
import { actionContext, createAdapterWorld, proposal, secure, targetOf, verified } from '../adapter-world.ts';
import { containing } from '../../support/containing.ts';

// Money through a described system: exact amounts, a limit of the record, and the newest state right before.

/** A vault with one deposit, in cents. */
function createVaultFake() {
  const state = { left: 5000, payouts: [] as { id: string; amount: string; reference: unknown }[] };
  const fake: Fake = {
    system: 'vault',
    answersFor: (host) => host === 'api.vault.example',
    handle: ({ method, url, headers, body = '{}' }) => {
      if (headers['authorization'] !== `Bearer ${secure.custom_api_secret_2}`) return jsonResponse(401, {});
      if (method === 'GET' && url.pathname === '/v2/deposits/D-1')
        return jsonResponse(200, {
          number: 'D-1',
          status: 'open',
          left: { cents: state.left },
          owner: { email: 'sample.customer@example.com' },
        });
      if (method === 'GET') return jsonResponse(200, { payouts: state.payouts });
      const asked = JSON.parse(body) as { cents: number; currency: string; reference: string };
      if (asked.cents > state.left) return jsonResponse(422, { message: 'Not that much is left.' });
      state.left -= asked.cents;
      const id = `po_${state.payouts.length + 1}`;
      state.payouts.push({ id, amount: (asked.cents / 100).toFixed(2), reference: asked.reference });
      return jsonResponse(201, { id, status: 'done', asked });
    },
  };
  return { fake, state };
}

const number = { name: 'number', in: 'path', required: true, schema: { type: 'string' } };
const json = { 'application/json': { schema: { type: 'object' } } };
const responses = { 200: { description: 'It', content: json }, 201: { description: 'Done', content: json } };
const requestBody = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['cents', 'currency', 'reference'],
        additionalProperties: false,
        properties: { cents: { type: 'integer' }, currency: { const: 'EUR' }, reference: { type: 'string' } },
      },
    },
  },
};

const document = {
  openapi: '3.1.0',
  info: { title: 'Vault', version: '2' },
  paths: {
    '/v2/deposits/{number}': { get: { operationId: 'deposit', parameters: [number], responses } },
    '/v2/deposits/{number}/payouts': {
      get: { operationId: 'payouts', parameters: [number], responses },
      post: { operationId: 'payOut', parameters: [number], requestBody, responses },
    },
  },
};

const wanted = { number: 'D-1', amount: 'EUR 42.5' };

function createVaultWorld() {
  const { fake, state } = createVaultFake();
  const world = createAdapterWorld({ fakes: [fake], documents: { 'api.vault.example': document } });
  const { actions } = createCustomApiSystem({ ...world, api: apiOf(sampleApi) });
  const [payOut] = actions;
  if (payOut === undefined) throw new Error('The vault describes no action.');
  const prepare = (parameters: Readonly<Record<string, string>> = wanted) =>
    world.settled(payOut.prepare(proposal('vault.pay_out', parameters), actionContext(), 'shared'));
  const approve = async () => verified('vault.pay_out', wanted, targetOf(await prepare()));
  return { ...world, state, payOut, prepare, approve };
}

describe('money through a described system', () => {
  it('is limited by the record, and an edit may lower it only', async () => {
    const { payOut, prepare } = createVaultWorld();
    expect(await prepare()).toMatchObject({
      is: 'ready',
      target: { ids: { deposit: 'D-1', 'deposit.status': 'open', 'deposit.left': 'EUR 50' } },
      atMost: { amount: 'EUR 50' },
    });
    expect(payOut.kind).toMatchObject({ movesMoney: true, onceBy: 'provider-key', reconciledBy: 'key' });
    expect(payOut.kind.parameters[1]).toMatchObject({
      label: 'To be paid',
      limits: ['positive', 'at-most-proposed'],
    });
  });

  it.each([
    ['another currency', 'USD 42.5', '"USD 42.5" is not a value of “amount”.'],
    ['nothing', 'EUR 0', '“amount” needs an amount above zero.'],
    ['less than nothing', 'EUR -1', '“amount” needs an amount above zero.'],
    ['half a cent', 'EUR 1.005', 'it has more decimals than EUR has'],
  ])('%s is impossible', async (_, amount, reason) => {
    const { prepare, sent } = createVaultWorld();
    expect(await prepare({ ...wanted, amount })).toMatchObject({
      is: 'impossible',
      failure: { reason: containing(reason) },
    });
    expect(sent().filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  it('is sent exactly, in minor units', async () => {
    const world = createVaultWorld();
    const approval = await world.approve();
    expect(await world.settled(world.payOut.execute(approval, actionContext()))).toMatchObject({
      is: 'succeeded',
      reference: 'po_1',
    });
    expect(world.state).toEqual({
      left: 750,
      payouts: [{ id: 'po_1', amount: '42.50', reference: approval.key }],
    });
  });

  it('does not move when less is left than when it was approved', async () => {
    const world = createVaultWorld();
    const approval = await world.approve();
    world.state.left = 4300;
    expect(await world.settled(world.payOut.execute(approval, actionContext()))).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
    expect(world.state.left).toBe(4300);
  });

  it('moves once although it is executed twice: what carries the key is found', async () => {
    const world = createVaultWorld();
    const approval = await world.approve();
    await world.settled(world.payOut.execute(approval, actionContext()));
    const again = await world.settled(world.payOut.execute(approval, actionContext()));
    expect(again).toMatchObject({ is: 'succeeded', reference: 'po_1' });
    expect(world.state.left).toBe(750);
  });
});
