import { describe, expect, it } from 'vitest';
import { createEasyPostFake } from '../../../desk/fakes/easypost/easypost-fake.ts';
import type { EasyPostSeed } from '../../../desk/fakes/easypost/seed.ts';
import { claim, insurance, label, parcel } from './sample-easypost.ts';

const seed: EasyPostSeed = {
  key: 'EZTK_sample',
  trackers: [parcel],
  shipments: [label],
  insurances: [insurance],
  claims: [{ ...claim, createdAt: '2026-09-01T10:00:00Z' }],
};
const createFake = () => createEasyPostFake(seed, () => '2026-11-20T09:00:00Z');

function ask(fake: ReturnType<typeof createFake>, request: string, body: unknown = {}) {
  const [method = '', path = ''] = request.split(' ');
  const answer = fake.handle({
    method,
    url: new URL(`https://api.easypost.com${path}`),
    headers: { authorization: `Bearer ${seed.key}` },
    body: method === 'GET' ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: JSON.parse(answer.body) as { claims?: readonly unknown[] } };
}

const loss = {
  type: 'loss',
  tracking_code: 'EZ1001',
  amount: '96.00',
  description: 'Lost.',
  contact_email: 'claims@shop.example',
};

describe('the stand-in for EasyPost keeps its rules:', () => {
  it('the same claim is taken twice', () => {
    const fake = createFake();
    expect([1, 2].map(() => ask(fake, 'POST /v2/claims', loss).status)).toEqual([201, 201]);
    expect(fake.state.claims).toHaveLength(3);
  });

  it.each([
    ['a parcel that is not insured', { tracking_code: 'EZ9' }, 404],
    ['more than it is insured for', { amount: '100.01' }, 422],
    ['damage without evidence', { type: 'damage' }, 422],
    ['another type', { type: 'delay' }, 422],
    ['no description', { description: '' }, 422],
  ])('a claim for %s is refused', (_, given, status) => {
    expect(ask(createFake(), 'POST /v2/claims', { ...loss, ...given }).status).toBe(status);
  });

  it.each([
    ['a claim', 'POST /v2/claims/clm_1/cancel'],
    ['an insurance', 'POST /v2/insurances/ins_1/refund'],
    ['a label', 'POST /v2/shipments/shp_1/refund'],
  ])('%s is taken back once', (_, request) => {
    const fake = createFake();
    expect([1, 2].map(() => ask(fake, request).status)).toEqual([200, 422]);
  });

  it('a shipment is insured once, and any other parcel as often as it is asked', () => {
    const fake = createFake();
    const amount = { amount: '80.00' };
    expect([1, 2].map(() => ask(fake, 'POST /v2/shipments/shp_1/insure', amount).status)).toEqual([200, 422]);
    const address = { name: 'A', street1: 'B', city: 'C', state: 'D', zip: 'E', country: 'US' };
    const alone = {
      insurance: { tracking_code: 'EZ7', ...amount, to_address: address, from_address: address },
    };
    expect([1, 2].map(() => ask(fake, 'POST /v2/insurances', alone).status)).toEqual([201, 201]);
  });

  it('a list goes back a month unless it is told from when on', () => {
    const fake = createFake();
    ask(fake, 'POST /v2/claims', loss);
    expect(ask(fake, 'GET /v2/claims').body.claims).toHaveLength(1);
    const all = 'GET /v2/claims?start_datetime=2026-06-01T00:00:00Z&end_datetime=2026-12-01T00:00:00Z';
    expect(ask(fake, all).body.claims).toHaveLength(2);
  });

  it('nobody gets in without the key', () => {
    const answer = createFake().handle({
      method: 'GET',
      url: new URL('https://api.easypost.com/v2/claims'),
      headers: {},
      body: undefined,
    });
    expect(answer.status).toBe(401);
  });
});
