import { describe, expect, test } from 'vitest';
import type { SystemSource } from '../../../src/app/ports/records.ts';
import type { FactType } from '../../../src/domain/facts/value.ts';
import { sampleWithoutOrganization, sampleZendesk } from '../../support/sample-zendesk.ts';
import { zendeskWorld } from './zendesk-world.ts';

type World = ReturnType<typeof zendeskWorld>;

async function read(
  { system, desk }: World,
  record: string,
  field: string,
  customField?: string,
  type: FactType = { kind: 'text' },
) {
  const source: SystemSource = {
    from: 'system',
    system: 'zendesk',
    record,
    field,
    customField,
    declaredRecord: undefined,
  };
  const request = {
    fact: 'a fact',
    type,
    source,
    records: [],
    keyFact: () => undefined,
    chosen: () => undefined,
    freshness: 'newest',
  } as const;
  const answer = await system.read({ ...request, ticket: await desk.ticket() });
  return answer.is === 'read' ? answer.reading : answer.failure;
}

const value = (of: unknown) => ({ is: 'value', value: of });
const yesNo: FactType = { kind: 'yes-no' };
const usd: FactType = { kind: 'money', currency: 'USD' };
const choice = (...options: string[]): FactType => ({ kind: 'choice', options });

describe('what Zendesk offers by name', () => {
  test.each([
    ['ticket', 'id', value('12')],
    ['ticket', 'subject', value('Where is my parcel?')],
    ['ticket', 'description', value('My parcel S-1001 is <late> & I am waiting.\nPlease help!')],
    ['ticket', 'status', value('open')],
    ['ticket', 'priority', value('normal')],
    ['ticket', 'type', { is: 'empty' }],
    ['ticket', 'tags', value(['late_parcel'])],
    ['ticket', 'channel', value('email')],
    ['ticket', 'form', value('Shipping')],
    ['ticket', 'brand', value('Sample Shop')],
    ['ticket', 'group', value('Payments')],
    ['ticket', 'assignee', value('Sample Agent')],
    ['ticket', 'updated_at', value('2026-11-19')],
    ['ticket', 'has_attachment', value(false)],
    ['requester', 'email', value('customer@customer.example')],
    ['requester', 'notes', value('Prefers mail')],
    ['requester', 'details', { is: 'empty' }],
    ['requester', 'tags', { is: 'empty' }],
    ['organization', 'name', value('Sample Company')],
    ['organization', 'domains', value(['customer.example'])],
    ['organization', 'tags', value(['key_account'])],
    ['ticket', 'shoe_size', { is: 'none', because: 'not-offered' }],
  ])('%s %s', async (record, field, reading) => {
    expect(await read(zendeskWorld(), record, field)).toEqual(reading);
  });

  test('a moment is a day of the account, not of UTC', async () => {
    expect(await read(zendeskWorld(), 'ticket', 'created_at')).toEqual(value('2026-11-19'));
    const seed = { ...sampleZendesk, timeZone: 'Etc/UTC' };
    expect(await read(zendeskWorld({ seed }), 'ticket', 'created_at')).toEqual(value('2026-11-18'));
  });

  test('an attachment counts where the customer attached it', async () => {
    expect(await read(zendeskWorld({ ticketId: 13 }), 'ticket', 'has_attachment')).toEqual(value(true));
    const byAgent = { authorId: 2, body: 'See.', public: true, at: '2026-11-19T09:00:00Z' };
    const attachments = [{ fileName: 'photo.png', contentType: 'image/png' }];
    const tickets = sampleZendesk.tickets.map((ticket) => ({
      ...ticket,
      comments: [...ticket.comments, { ...byAgent, attachments }],
    }));
    const seed = { ...sampleZendesk, tickets };
    expect(await read(zendeskWorld({ seed }), 'ticket', 'has_attachment')).toEqual(value(false));
  });

  test('every fact of the catalogue can be read', async () => {
    const world = zendeskWorld();
    for (const { record, field } of world.system.facts)
      expect(await read(world, record, field), `${record} ${field}`).toHaveProperty('is');
  });

  test('what Zendesk does not answer is a failure, and not empty', async () => {
    const world = zendeskWorld();
    world.workspace.set('ticket.via', 12);
    expect(await read(world, 'ticket', 'channel')).toMatchObject({ code: 'unreadable' });
  });

  test('facts that are needed together cost one message to the page', async () => {
    const world = zendeskWorld();
    const asked: (readonly string[])[] = [];
    const get = world.client.get.bind(world.client);
    world.client.get = (paths) => {
      asked.push(paths);
      return get(paths);
    };
    const ticket = await world.desk.ticket();
    asked.length = 0;
    const request = (field: string) =>
      world.system.read({
        fact: field,
        type: { kind: 'text' },
        source: {
          from: 'system',
          system: 'zendesk',
          record: 'ticket',
          field,
          customField: undefined,
          declaredRecord: undefined,
        },
        records: [],
        ticket,
        keyFact: () => undefined,
        chosen: () => undefined,
        freshness: 'shared',
      });
    await Promise.all(['status', 'priority', 'type'].map(request));
    expect(asked).toHaveLength(1);
  });
});

describe('custom fields of the ticket', () => {
  test.each([
    ['Order number', value('S-1001')],
    ['order NUMBER', value('S-1001')],
    ['901', value('S-1001')],
    ['Ship exception', value('Not late yet')],
    ['Gift', value('no')],
    ['Weight', value('2.50')],
    ['Promised', value('2026-11-12')],
    ['Reasons', value(['Too late'])],
    ['Root cause', { is: 'empty' }],
    ['Colour', { is: 'none', because: 'no-such-field' }],
  ])('field "%s"', async (title, reading) => {
    expect(await read(zendeskWorld(), 'ticket', 'field', title)).toEqual(reading);
  });

  test('a ticked checkbox is yes', async () => {
    const world = zendeskWorld();
    world.state().fields.set(903, true);
    expect(await read(world, 'ticket', 'field', 'Gift', yesNo)).toEqual(value(true));
  });

  test.each<[string, string, FactType, unknown, unknown]>([
    ['a number as money of the declared currency', 'Weight', usd, '64.00', value('USD 64')],
    ['a number as a number', 'Weight', { kind: 'number' }, '64.00', value('64.00')],
    ['a list for one option', 'Ship exception', { kind: 'list' }, 'not_late_yet', value(['Not late yet'])],
    [
      'a choice by the label',
      'Ship exception',
      choice('not late yet'),
      'not_late_yet',
      value('Not late yet'),
    ],
    ['a choice by the tag', 'Ship exception', choice('not_late_yet'), 'not_late_yet', value('not_late_yet')],
    ['nothing as nothing', 'Weight', usd, null, { is: 'empty' }],
    ['a text field’s own money as it stands', 'Order number', usd, '$64.00', value('$64.00')],
  ])('are read as the SOP declares them: %s', async (_, title, type, stored, reading) => {
    const world = zendeskWorld();
    const id = { Weight: 904, 'Ship exception': 902, 'Order number': 901 }[title] ?? 0;
    world.state().fields.set(id, stored as string | null);
    expect(await read(world, 'ticket', 'field', title, type)).toEqual(reading);
  });

  test('a number is no money where the SOP names no currency', async () => {
    const type: FactType = { kind: 'money', currency: undefined };
    expect(await read(zendeskWorld(), 'ticket', 'field', 'Weight', type)).toMatchObject({
      code: 'unreadable',
      reason: expect.stringContaining('money USD') as string,
    });
  });

  test.each([
    ['zen:organization', '50', value('Sample Company')],
    ['zen:user', '3', value('Sample Lead')],
    ['zen:ticket', '13', value('An old one')],
    ['zen:moon', '7', value('7')],
  ])('a lookup field that points at %s goes by the name', async (pointsAt, id, reading) => {
    const field = { id: 908, title: 'Belongs to', type: 'lookup' as const, pointsAt };
    const ticketFields = [...(sampleZendesk.ticketFields ?? []), field];
    const world = zendeskWorld({ seed: { ...sampleZendesk, ticketFields } });
    world.state().fields.set(908, id);
    expect(await read(world, 'ticket', 'field', 'Belongs to')).toEqual(reading);
  });

  test('a title that two fields have means neither', async () => {
    const ticketFields = [
      ...(sampleZendesk.ticketFields ?? []),
      { id: 999, title: 'Order number', type: 'text' as const },
    ];
    const world = zendeskWorld({ seed: { ...sampleZendesk, ticketFields } });
    expect(await read(world, 'ticket', 'field', 'Order number')).toEqual({ is: 'none', because: 'several' });
    expect(await read(world, 'ticket', 'field', '901')).toEqual(value('S-1001'));
  });
});

describe('custom fields of the requester and the organization', () => {
  test.each([
    ['requester', 'Loyalty tier', value('Gold member')],
    ['requester', 'loyalty_tier', value('Gold member')],
    ['requester', '801', value('Gold member')],
    ['requester', 'Newsletter', value('no')],
    ['requester', 'Birthday', { is: 'empty' }],
    ['requester', 'Shoe size', { is: 'none', because: 'no-such-field' }],
    ['organization', 'plan', value('pro')],
    ['organization', 'Contract plan', value('pro')],
    ['organization', 'Health', { is: 'empty' }],
  ])('%s field "%s"', async (record, name, reading) => {
    expect(await read(zendeskWorld(), record, 'field', name)).toEqual(reading);
  });

  test('are unknown where Zendesk does not list them', async () => {
    const world = zendeskWorld();
    world.faults.inject('zendesk', {
      fault: { is: 'status', status: 500 },
      when: ({ url }) => url.pathname.includes('organization_fields'),
    });
    expect(await read(world, 'organization', 'field', 'plan')).toMatchObject({ code: 'unavailable' });
  });

  test('are not found where the requester has no organization', async () => {
    const world = zendeskWorld({ seed: sampleWithoutOrganization() });
    expect(await read(world, 'organization', 'field', 'plan')).toEqual({ is: 'none', because: 'not-found' });
    expect(await read(world, 'organization', 'name')).toEqual({ is: 'none', because: 'not-found' });
  });
});

test('every fact says where it came from and when', async () => {
  const { system, desk, clock } = zendeskWorld();
  const source: SystemSource = {
    from: 'system',
    system: 'zendesk',
    record: 'ticket',
    field: 'field',
    customField: 'Order number',
    declaredRecord: undefined,
  };
  const ticket = await desk.ticket();
  const answer = await system.read({
    fact: 'order number',
    type: { kind: 'text' },
    source,
    records: [],
    ticket,
    keyFact: () => undefined,
    chosen: () => undefined,
    freshness: 'shared',
  });
  expect(answer).toMatchObject({
    source: { from: 'system', system: 'zendesk', record: 'ticket', field: 'Order number', url: ticket.url },
    observedAt: clock.now(),
  });
});
