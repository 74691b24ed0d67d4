import { describe, expect, it } from 'vitest';
import { isSameCode } from '../../../src/systems/easypost/tracking-code.ts';
import { actionContext, proposal, readRequest, targetOf, verified } from '../adapter-world.ts';
import { actionOf, claim, createEasyPostWorld, insurance } from './sample-easypost.ts';

const written = { facts: { 'tracking number': 'ez 10-01' } };

describe('a tracking code as people write it', () => {
  it.each([
    ['EZ1001', 'ez 10-01', true],
    ['1Z999AA10123456784', '1Z 999 AA1 01 2345 6784', true],
    ['EZ1001', 'EZ10011', false],
    ['EZ1001', 'EZ100', false],
  ])('%s and %s: %s', (one, other, isSame) => {
    expect(isSameCode(one, other)).toBe(isSame);
  });

  it('finds the claims of the parcel, so that none is filed a second time', async () => {
    const world = createEasyPostWorld({ claims: [claim], insurances: [insurance] });
    expect(await world.easypost.read(readRequest('easypost.tracker.claims', written))).toMatchObject({
      reading: { is: 'value', value: ['clm_1'] },
    });
    const parameters = {
      type: 'loss',
      amount: 'USD 96',
      description: 'Lost.',
      contact_email: 'claims@shop.example',
      tracking_code: 'ez1001',
    };
    const prepared = actionOf(world, 'easypost.file_claim').prepare(
      proposal('easypost.file_claim', parameters),
      actionContext(),
      'shared',
    );
    expect(await prepared).toMatchObject({ is: 'impossible', failure: { code: 'not-allowed' } });
  });
});

it('an empty page that says that there is more counts nothing', async () => {
  const world = createEasyPostWorld();
  world.zaf.faults.inject('easypost', {
    fault: { is: 'status', status: 200, body: '{"claims":[],"has_more":true}' },
    when: ({ url }) => url.pathname === '/v2/claims',
  });
  const request = readRequest('easypost.tracker.claims', { facts: { 'tracking number': 'EZ1001' } });
  expect(await world.easypost.read(request)).toMatchObject({ reading: { is: 'none', because: 'several' } });
});

it('another parcel than the one that was asked for is no answer', async () => {
  const world = createEasyPostWorld();
  const other = {
    id: 'trk_9',
    tracking_code: 'EZ9009',
    status: 'delivered',
    tracking_details: [],
  };
  world.zaf.faults.inject('easypost', {
    fault: { is: 'status', status: 200, body: JSON.stringify(other) },
    when: ({ url }) => url.pathname === '/v2/trackers',
  });
  const request = readRequest('easypost.tracker.status', { facts: { 'tracking number': 'EZ1001' } });
  expect(await world.easypost.read(request)).toMatchObject({
    is: 'failed',
    failure: { code: 'unreadable' },
  });
});

it('nothing is cancelled where EasyPost answers with another claim than the approved one', async () => {
  const world = createEasyPostWorld({ claims: [claim], insurances: [insurance] });
  const action = actionOf(world, 'easypost.cancel_claim');
  const context = actionContext({ 'tracking number': 'EZ1001' });
  const prepared = await action.prepare(proposal('easypost.cancel_claim', {}), context, 'shared');
  const approval = verified('easypost.cancel_claim', {}, targetOf(prepared));
  const other = { id: 'clm_9', tracking_code: 'EZ9009', type: 'loss', status: 'submitted' };
  world.zaf.faults.inject('easypost', {
    fault: {
      is: 'status',
      status: 200,
      body: JSON.stringify({ ...other, created_at: '2026-11-15T23:30:00Z' }),
    },
    when: ({ method, url }) => method === 'GET' && url.pathname === '/v2/claims/clm_1',
  });
  expect(await world.settled(action.execute(approval, context))).toMatchObject({
    is: 'failed',
    failure: { code: 'unreadable' },
  });
  expect(world.sent()).not.toContain('POST /v2/claims/clm_1/cancel');
});
