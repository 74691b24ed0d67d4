import { describe, expect, it } from 'vitest';
import type { HubspotRecordSeed, HubspotSeed } from '../../../desk/fakes/hubspot/seed.ts';
import type { ReadAnswer, ReadRequest } from '../../../src/app/ports/records.ts';
import type { FactType } from '../../../src/domain/facts/value.ts';
import { readRequest, sampleTicket } from '../adapter-world.ts';
import { createHubspotWorld, sampleHubspot, type HubspotWorld } from './sample-hubspot.ts';

const text = { kind: 'text' } as const;
const money = (currency?: string): FactType => ({ kind: 'money', currency });
const reading = (answer: ReadAnswer) => (answer.is === 'read' ? answer.reading : answer);

async function read(world: HubspotWorld, source: string, type: FactType = text, given = {}) {
  return reading(await world.hubspot.read({ ...readRequest(`hubspot.${source}`, given), type }));
}

/** `hubspot.contact.field "loyalty_points"` */
async function readCustom(world: HubspotWorld, property: string, type: FactType) {
  const request = readRequest('hubspot.contact.field');
  const source = { ...request.source, customField: property };
  return reading(await world.hubspot.read({ ...request, type, source }));
}

describe('facts of the contact', () => {
  it.each<readonly [string, FactType, unknown]>([
    ['contact.email', text, 'sample.customer@example.com'],
    ['contact.firstname', text, 'Sample'],
    ['contact.lifecyclestage', text, 'lead'],
    ['contact.createdate', { kind: 'date' }, '2026-02-04'],
    ['contact.deal_count', { kind: 'count' }, 3],
    ['contact.open_deal_count', { kind: 'count' }, 2],
    ['contact.open_deals', { kind: 'list' }, ['Deal 301', 'Deal 302']],
    ['contact.open_deal_amount', money(), 'USD 4300'],
    ['contact.newest_deal_stage', text, 'Appointment scheduled'],
    ['contact.open_ticket_count', { kind: 'count' }, 1],
    ['contact.open_tickets', { kind: 'list' }, ['Where is it?']],
    ['company.name', text, 'Example Ltd'],
    ['company.annualrevenue', money(), 'EUR 1200000.5'],
    ['company.hs_ideal_customer_profile', text, 'tier_2'],
    ['company.open_deal_count', { kind: 'count' }, 2],
    ['owner.name', text, 'Sample Owner'],
    ['owner.email', text, 'owner@example.com'],
  ])('%s', async (source, type, value) => {
    expect(await read(createHubspotWorld(), source, type)).toEqual({ is: 'value', value });
  });

  it.each<readonly [string, FactType, unknown]>([
    ['loyalty_points', { kind: 'number' }, '120'],
    ['loyalty_points', money('USD'), 'USD 120'],
    ['joined_on', { kind: 'date' }, '2026-03-03'],
  ])('a property of the account’s own, %s as %j', async (property, type, value) => {
    expect(await readCustom(createHubspotWorld(), property, type)).toEqual({ is: 'value', value });
  });

  it('tells an empty property from one that HubSpot does not have', async () => {
    const world = createHubspotWorld();
    expect(await read(world, 'contact.phone')).toEqual({ is: 'empty' });
    expect(await readCustom(world, 'is_vip', { kind: 'yes-no' })).toEqual({ is: 'empty' });
    const missing = { is: 'none', because: 'no-such-field' };
    expect(await readCustom(world, 'loyalty_pionts', text)).toEqual(missing);
    expect(await readCustom(world, 'constructor', text)).toEqual(missing);
    expect(await readCustom(world, 'email,phone&x', text)).toEqual(missing);
    expect(await read(world, 'invoice.total')).toEqual({ is: 'none', because: 'not-offered' });
  });

  it('takes few requests for many facts', async () => {
    const world = createHubspotWorld();
    const sources = ['contact.email', 'contact.createdate', 'contact.open_deals', 'contact.open_deal_amount'];
    await Promise.all(sources.map((source) => read(world, source)));
    expect(world.sent()).toEqual([
      'GET /crm/v3/objects/contacts/sample.customer%40example.com',
      'GET /crm/v4/objects/contacts/101/associations/deals',
      'POST /crm/v3/objects/deals/batch/read',
      'GET /crm/v3/pipelines/deals',
    ]);
  });
});

describe('what cannot be told is unknown', () => {
  const deals = (...given: readonly Partial<HubspotRecordSeed['properties']>[]): Partial<HubspotSeed> => ({
    deals: given.map((properties, index) => ({
      id: String(310 + index),
      properties: { dealstage: 'contractsent', amount: '10', deal_currency_code: 'USD', ...properties },
      contacts: ['101'],
    })),
  });
  const sum = (seed: Partial<HubspotSeed>, declared?: string) =>
    read(createHubspotWorld(seed), 'contact.open_deal_amount', money(declared));

  it('the sum of deals in two currencies, or with one without an amount', async () => {
    expect(await sum(deals({}, { deal_currency_code: 'EUR' }))).toEqual({ is: 'empty' });
    expect(await sum(deals({}, { amount: '' }))).toEqual({ is: 'empty' });
  });

  it('but the sum of none is nothing, in the currency that the SOP declares', async () => {
    expect(await sum({ deals: [] }, 'USD')).toEqual({ is: 'value', value: 'USD 0' });
    expect(await sum({ deals: [] })).toEqual({ is: 'empty' });
  });

  it('everything about deals, where one is in a stage that no pipeline has', async () => {
    const world = createHubspotWorld(deals({ dealstage: 'gone' }));
    expect(await read(world, 'contact.open_deal_count')).toMatchObject({
      is: 'failed',
      failure: { code: 'unreadable', reason: expect.stringContaining('stage') as unknown },
    });
  });

  it('a count, where HubSpot reads only a part of the batch', async () => {
    const world = createHubspotWorld();
    world.fake.state.records.deals.delete('302');
    expect(await read(world, 'contact.deal_count')).toMatchObject({
      is: 'failed',
      failure: { code: 'unreadable', reason: expect.stringContaining('could not read all deals') as unknown },
    });
  });

  it('and whatever HubSpot does not answer', async () => {
    const world = createHubspotWorld();
    world.zaf.faults.inject('hubspot', { fault: { is: 'status', status: 500 } });
    expect(await read(world, 'contact.email')).toMatchObject({
      is: 'failed',
      failure: { code: 'unavailable' },
    });
  });

  it('and an answer of another shape', async () => {
    const world = createHubspotWorld();
    world.zaf.faults.inject('hubspot', { fault: { is: 'status', status: 200, body: '{"id":7}' } });
    expect(await read(world, 'contact.email')).toMatchObject({
      is: 'failed',
      failure: { code: 'unreadable', reason: expect.stringContaining('the contact') as unknown },
    });
  });
});

describe('which record', () => {
  const second = {
    id: '202',
    properties: { name: 'Example Branch', domain: 'example.com' },
    createdAt: '2026-04-01T00:00:00.000Z',
  };
  const two: Partial<HubspotSeed> = {
    contacts: [{ ...sampleHubspot.contacts[0]!, companies: ['201', '202'] }],
    companies: [...sampleHubspot.companies, second],
  };

  it('is a choice of the rep where the contact belongs to two companies', async () => {
    const world = createHubspotWorld(two);
    const answer = await world.hubspot.read(readRequest('hubspot.company.name'));
    expect(answer).toMatchObject({
      is: 'read',
      reading: { is: 'none', because: 'several' },
      choice: {
        system: 'hubspot',
        record: 'company',
        candidates: [
          { id: '201', name: 'Example Ltd' },
          {
            id: '202',
            name: 'Example Branch',
            details: [
              { label: 'domain', value: 'example.com' },
              { label: 'created', value: '2026-04-01' },
            ],
          },
        ],
      },
    });
  });

  it('is the one that the rep has chosen', async () => {
    const world = createHubspotWorld(two);
    const chosen: ReadRequest['chosen'] = (system, record) =>
      system === 'hubspot' && record === 'company' ? '202' : undefined;
    const answer = await world.hubspot.read({ ...readRequest('hubspot.company.name'), chosen });
    expect(reading(answer)).toEqual({ is: 'value', value: 'Example Branch' });
  });

  it.each([
    ['a domain', 'example.com', { is: 'none', because: 'several' }],
    ['a name', 'Example Branch', { is: 'value', value: 'Example Branch' }],
    ['an id', '201', { is: 'value', value: 'Example Ltd' }],
    ['a name that nobody has', 'Elsewhere', { is: 'none', because: 'not-found' }],
    ['a fact that is not known', null, { is: 'none', because: 'key-missing' }],
  ])('is the company that the SOP declares by %s', async (_, key, expected) => {
    const records = [
      { name: 'shop', system: 'hubspot', entity: 'company', by: 'shop key', span: { from: 0, to: 0 } },
    ];
    const given = { records, declaredRecord: 'shop', facts: { 'shop key': key } };
    expect(await read(createHubspotWorld(two), 'company.name', text, given)).toEqual(expected);
  });

  it('is unknown for a requester whom HubSpot does not know, and for one without an address', async () => {
    const world = createHubspotWorld();
    const stranger = { ticket: sampleTicket('nobody@example.com') };
    expect(await read(world, 'contact.email', text, stranger)).toEqual({ is: 'none', because: 'not-found' });
    expect(await read(world, 'contact.email', text, { ticket: sampleTicket(null) })).toEqual({
      is: 'none',
      because: 'key-missing',
    });
  });
});

describe('the connection', () => {
  it('names the account', async () => {
    expect(await createHubspotWorld().hubspot.check()).toEqual({
      system: 'hubspot',
      is: 'connected',
      account: 'Account 48000001',
      mode: 'test',
    });
  });

  it('names the setting where the token is wrong', async () => {
    const { hubspot } = createHubspotWorld({}, { hubspot_token: 'pat-wrong' });
    expect(await hubspot.check()).toMatchObject({
      is: 'failing',
      failure: { status: 401, reason: expect.stringContaining('hubspot_token') as unknown },
    });
  });
});
