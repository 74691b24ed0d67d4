import { describe, expect, it } from 'vitest';
import { factOfProperty, propertyOfFact } from '../../../src/systems/hubspot/property-value.ts';
import { actionContext, proposal, readRequest, verified } from '../adapter-world.ts';
import { actionOf, createHubspotWorld, sampleHubspot } from './sample-hubspot.ts';

const [sample] = sampleHubspot.contacts;
const contact = (id: string, properties: Record<string, string>) => ({ ...sample!, id, properties });
const name = (facts: Record<string, string>) => ({
  ...readRequest('hubspot.contact.firstname', { facts, declaredRecord: 'caller' }),
  records: [
    { name: 'caller', system: 'hubspot', entity: 'contact', by: 'caller id', span: { from: 0, to: 0 } },
  ],
});

describe('digits that a contact is looked up by', () => {
  const digits = '4155550100';

  it('are a phone number too, and never the contact who has them for an id alone', async () => {
    const { hubspot } = createHubspotWorld({
      contacts: [contact('900', { firstname: 'By phone', phone: digits })],
    });
    expect(await hubspot.read(name({ 'caller id': digits }))).toMatchObject({
      reading: { is: 'value', value: 'By phone' },
    });
  });

  it('are a choice where one contact has them for an id and another for a number', async () => {
    const { hubspot } = createHubspotWorld({
      contacts: [
        contact(digits, { firstname: 'By id' }),
        contact('900', { firstname: 'By phone', phone: digits }),
      ],
    });
    expect(await hubspot.read(name({ 'caller id': digits }))).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: { candidates: [{ id: digits }, { id: '900' }] },
    });
  });
});

describe('a contact that somebody has chosen', () => {
  const two = [
    contact('900', { firstname: 'One', phone: '+1 5' }),
    contact('901', { firstname: 'Two', phone: '+1 5' }),
  ];
  const chosen = (id: string) => ({ ...name({ 'caller id': '+1 5' }), chosen: () => id });

  it('counts among those that fit', async () => {
    const { hubspot } = createHubspotWorld({ contacts: two });
    expect(await hubspot.read(chosen('901'))).toMatchObject({ reading: { is: 'value', value: 'Two' } });
  });

  it.each([
    ['several', two],
    ['one', two.slice(0, 1)],
  ])('and does not fit leads to no other one, of %s that do', async (_, contacts) => {
    const { hubspot } = createHubspotWorld({ contacts: [...contacts, contact('101', { firstname: 'X' })] });
    expect(await hubspot.read(chosen('101'))).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: { candidates: contacts.map(({ id }) => ({ id })) },
    });
  });
});

it('counts nothing where HubSpot leaves out some of a batch without a word', async () => {
  const world = createHubspotWorld();
  world.zaf.faults.inject('hubspot', {
    fault: { is: 'status', status: 200, body: '{"status":"COMPLETE","results":[]}' },
    when: ({ url }) => url.pathname.endsWith('/deals/batch/read'),
  });
  expect(await world.hubspot.read(readRequest('hubspot.contact.deal_count'))).toMatchObject({
    is: 'failed',
    failure: { code: 'unreadable' },
  });
});

it('a property is set at most twice, also while HubSpot is busy', async () => {
  const world = createHubspotWorld();
  const parameters = { record: 'contact', property: 'loyalty_points', value: 300 };
  const action = actionOf(world, 'set_property');
  const context = actionContext();
  const prepared = await action.prepare(proposal('hubspot.set_property', parameters), context, 'shared');
  if (prepared.is !== 'ready') throw new Error(prepared.failure.reason);
  world.zaf.faults.inject('hubspot', { fault: { is: 'status', status: 429 }, when: isPatch });
  const approval = verified('hubspot.set_property', parameters, prepared.target);
  expect(await world.settled(action.execute(approval, context))).toMatchObject({ is: 'failed' });
  expect(world.zaf.requests.filter(({ type }) => type === 'PATCH')).toHaveLength(2);
});

const isPatch = ({ method }: { readonly method: string }) => method === 'PATCH';

describe('days and times', () => {
  const west = (instant: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date(instant));

  it.each([
    ['2026-11-20', '2026-11-20'],
    ['1795132800000', '2026-11-20'],
    ['2026-11-20T00:00:00Z', '2026-11-20'],
    ['2026-11-20T03:00:00Z', '2026-11-19'],
  ])('%s is %s, also in the west', (raw, day) => {
    expect(factOfProperty(raw, { type: { kind: 'date' }, dateOf: west })).toBe(day);
  });

  const field = (type: string) => ({ name: 'x', label: 'X', type, options: [] });

  it.each([
    ['datetime', '2026-11-20', { is: 'text', text: '2026-11-20T12:00:00.000Z' }],
    ['datetime', '2026-11-20T10:00:00+02:00', { is: 'text', text: '2026-11-20T08:00:00.000Z' }],
    ['datetime', '2026-11-20T10:00:00', { is: 'misfit' }],
    ['datetime', '20 November 2026', { is: 'misfit' }],
    ['date', '2026-02-30', { is: 'misfit' }],
  ])('a %s takes %s for what it says, or not at all', (type, value, written) => {
    expect(propertyOfFact(field(type), value)).toMatchObject(written);
  });
});
