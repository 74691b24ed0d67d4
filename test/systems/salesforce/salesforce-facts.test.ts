import { describe, expect, it } from 'vitest';
import type { SalesforceSeed } from '../../../desk/fakes/salesforce/seed.ts';
import type { ReadAnswer, ReadRequest } from '../../../src/app/ports/records.ts';
import type { FactType } from '../../../src/domain/facts/value.ts';
import { readRequest, requesterAddress, sampleTicket } from '../adapter-world.ts';
import { createSalesforceWorld, ids, sampleSalesforce, type SalesforceWorld } from './sample-salesforce.ts';

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const money = (currency?: string): FactType => ({ kind: 'money', currency });
const reading = (answer: ReadAnswer) => (answer.is === 'read' ? answer.reading : answer);

async function read(world: SalesforceWorld, source: string, type: FactType = text, given = {}) {
  return reading(await world.salesforce.read({ ...readRequest(`salesforce.${source}`, given), type }));
}

describe('facts', () => {
  it.each<readonly [string, FactType, unknown]>([
    ['contact.Name', text, 'Sample Customer'],
    ['contact.CreatedDate', date, '2026-02-04'],
    ['contact.open_case_count', { kind: 'count' }, 1],
    ['contact.open_cases', { kind: 'list' }, ['00001001']],
    ['contact.Is_VIP__c', { kind: 'yes-no' }, false],
    ['account.Name', text, 'Example Ltd'],
    ['account.Renewal_Date__c', date, '2027-01-31'],
    ['account.AnnualRevenue', money('USD'), 'USD 1200000.5'],
    ['account.owner_email', text, 'owner@example.com'],
    ['account.open_opportunity_count', { kind: 'count' }, 2],
    ['account.open_opportunities', { kind: 'list' }, ['Upgrade', 'Renewal']],
    ['account.open_opportunity_amount', money('USD'), 'USD 4300'],
    ['account.newest_opportunity_stage', text, 'Prospecting'],
    ['account.open_case_count', { kind: 'count' }, 1],
    ['case.Status', text, 'New'],
    ['owner.name', text, 'Sample Owner'],
  ])('%s', async (source, type, value) => {
    const world = createSalesforceWorld();
    expect(await read(world, source, type)).toEqual({ is: 'value', value });
  });

  it('link to the record', async () => {
    const answer = await createSalesforceWorld().salesforce.read(readRequest('salesforce.account.Name'));
    expect(answer).toMatchObject({
      source: { system: 'salesforce', url: `https://sample.my.salesforce.com/${ids.account}` },
    });
  });

  it('tell an empty field from one that the org does not have, capitals and all', async () => {
    const world = createSalesforceWorld();
    expect(await read(world, 'contact.Phone')).toEqual({ is: 'empty' });
    const missing = { is: 'none', because: 'no-such-field' };
    expect(await read(world, 'account.Renewal_Dat__c', date)).toEqual(missing);
    expect(await read(world, 'account.renewal_date__c', date)).toEqual(missing);
    expect(await read(world, 'account.constructor')).toEqual(missing);
    const request = readRequest('salesforce.account.field');
    const source = { ...request.source, customField: "Name FROM User WHERE Name = 'x'" };
    expect(reading(await world.salesforce.read({ ...request, source }))).toEqual(missing);
    expect(await read(world, 'invoice.Total')).toEqual({ is: 'none', because: 'not-offered' });
  });

  it('take few requests', async () => {
    const world = createSalesforceWorld();
    const sources = ['account.Name', 'account.Industry', 'contact.Name', 'owner.name', 'account.open_cases'];
    await Promise.all(sources.map((source) => read(world, source)));
    // The contact, the account (first with a currency, which this org does not have), and its cases.
    expect(world.sent()).toHaveLength(4);
  });
});

describe('money', () => {
  const several: Partial<SalesforceSeed> = {
    hasCurrencies: true,
    accounts: [{ ...sampleSalesforce.accounts[0]!, CurrencyIsoCode: 'EUR' }],
    opportunities: sampleSalesforce.opportunities.map((row, index) => ({
      ...row,
      CurrencyIsoCode: index === 0 ? 'EUR' : 'USD',
    })),
  };

  it('is in the currency of the record where the org has several', async () => {
    const world = createSalesforceWorld(several);
    expect(await read(world, 'account.AnnualRevenue', money())).toEqual({
      is: 'value',
      value: 'EUR 1200000.5',
    });
  });

  it('of two currencies has no sum', async () => {
    const world = createSalesforceWorld(several);
    expect(await read(world, 'account.open_opportunity_amount', money('USD'))).toEqual({ is: 'empty' });
  });

  it('is a plain number where nobody says the currency, and no amount is no zero', async () => {
    expect(await read(createSalesforceWorld(), 'account.AnnualRevenue', money())).toEqual({
      is: 'value',
      value: 1_200_000.5,
    });
    const [first, ...others] = sampleSalesforce.opportunities;
    const world = createSalesforceWorld({ opportunities: [{ ...first!, Amount: null }, ...others] });
    expect(await read(world, 'account.open_opportunity_amount', money('USD'))).toEqual({ is: 'empty' });
  });
});

describe('which record', () => {
  const twin = { ...sampleSalesforce.contacts[0]!, Id: '0035e00000AbCdFAAV', Name: 'Sample Twin' };
  const twins: Partial<SalesforceSeed> = { contacts: [...sampleSalesforce.contacts, twin] };

  it('is a choice of the rep where two contacts have the address', async () => {
    const answer = await createSalesforceWorld(twins).salesforce.read(
      readRequest('salesforce.contact.Phone'),
    );
    expect(answer).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: {
        system: 'salesforce',
        record: 'contact',
        candidates: [
          {
            id: ids.contact,
            name: 'Sample Customer',
            details: [
              { label: 'email', value: requesterAddress },
              { label: 'account', value: 'Example Ltd' },
              { label: 'created', value: '2026-02-03' },
            ],
            url: `https://sample.my.salesforce.com/${ids.contact}`,
          },
          { id: twin.Id, name: 'Sample Twin' },
        ],
      },
    });
  });

  it('is the one that the rep has chosen', async () => {
    const chosen: ReadRequest['chosen'] = (_, record) => (record === 'contact' ? twin.Id : undefined);
    const { salesforce } = createSalesforceWorld(twins);
    const answer = await salesforce.read({ ...readRequest('salesforce.contact.Name'), chosen });
    expect(reading(answer)).toEqual({ is: 'value', value: 'Sample Twin' });
  });

  it('is never the first of more than anybody could tell apart', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...twin,
      Id: `0035e00000Man${String(index).padStart(2, '0')}AAA`,
    }));
    const { salesforce } = createSalesforceWorld({ contacts: many });
    const answer = await salesforce.read(readRequest('salesforce.contact.Name'));
    expect(reading(answer)).toEqual({ is: 'none', because: 'several' });
    expect(answer).not.toHaveProperty('choice');
  });

  it('of several open opportunities the rep says which', async () => {
    const answer = await createSalesforceWorld().salesforce.read(
      readRequest('salesforce.opportunity.StageName'),
    );
    expect(answer).toMatchObject({ choice: { record: 'opportunity', candidates: [{}, {}] } });
  });

  it.each([
    ['case', 'CaseNumber', '00001002', '00001002'],
    ['account', 'Name', 'Example Ltd', 'Example Ltd'],
    ['account', 'Name', ids.account.slice(0, 15), 'Example Ltd'],
    ['contact', 'Name', requesterAddress, 'Sample Customer'],
  ])('is the %s that the SOP declares, by %s %s', async (entity, field, key, value) => {
    const records = [{ name: 'it', system: 'salesforce', entity, by: 'the key', span: { from: 0, to: 0 } }];
    const given = { records, declaredRecord: 'it', facts: { 'the key': key } };
    expect(await read(createSalesforceWorld(), `${entity}.${field}`, text, given)).toEqual({
      is: 'value',
      value,
    });
  });

  it('is unknown for a stranger, and for a contact without an account', async () => {
    const ticket = sampleTicket("o'brien@example.com");
    const world = createSalesforceWorld();
    expect(await read(world, 'contact.Name', text, { ticket })).toEqual({ is: 'none', because: 'not-found' });
    const alone = createSalesforceWorld({
      contacts: [{ ...sampleSalesforce.contacts[0]!, AccountId: null }],
    });
    expect(await read(alone, 'account.Name')).toEqual({ is: 'none', because: 'not-found' });
  });
});

describe('the connection', () => {
  it('names the org', async () => {
    expect(await createSalesforceWorld().salesforce.check()).toEqual({
      system: 'salesforce',
      is: 'connected',
      account: 'Sample Org',
      mode: 'test',
    });
  });

  it('says that the sign-in has expired, and where to renew it', async () => {
    const { salesforce } = createSalesforceWorld({}, { keys: { salesforce: 'old' } });
    expect(await salesforce.check()).toMatchObject({
      is: 'failing',
      failure: {
        code: 'misconfigured',
        reason: expect.stringContaining('setting salesforce has expired') as unknown,
      },
    });
  });

  it('says that the org has used up its day', async () => {
    const world = createSalesforceWorld();
    world.fake.state.requestsLeft = 0;
    expect(await read(world, 'contact.Name')).toMatchObject({
      is: 'failed',
      failure: { code: 'unavailable', reason: expect.stringContaining('today') as unknown },
    });
  });

  const notSetUp = { system: 'salesforce', is: 'not-set-up', setting: 'salesforce_domain' };

  it('is not set up in a package without Salesforce', async () => {
    const { salesforce } = createSalesforceWorld({}, { allowedHosts: ['api.stripe.com'] });
    expect(await salesforce.check()).toEqual(notSetUp);
  });

  it.each([
    ['acme.example', ['sample.my.salesforce.com'], 'no My Domain name'],
    ['acme', ['sample.my.salesforce.com'], 'made for another org'],
  ])('names the setting where it says %s', async (domain, allowedHosts, words) => {
    const { salesforce } = createSalesforceWorld({}, { domain, allowedHosts });
    expect(await salesforce.check()).toMatchObject({
      is: 'failing',
      failure: { code: 'misconfigured', reason: expect.stringContaining('salesforce_domain') as unknown },
    });
    expect(JSON.stringify(await salesforce.check())).toContain(words);
  });

  it('is failing where something else answers', async () => {
    const world = createSalesforceWorld();
    world.zaf.faults.inject('salesforce', { fault: { is: 'garbage' } });
    expect(await world.settled(world.salesforce.check())).toMatchObject({
      is: 'failing',
      failure: { code: 'unreadable' },
    });
  });
});
