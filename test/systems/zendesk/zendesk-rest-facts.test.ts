import { describe, expect, test } from 'vitest';
import type { ZendeskSeed } from '../../../desk/fakes/zendesk/seed.ts';
import { restFacts } from '../../../src/systems/zendesk/rest-facts.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { fullAccount } from './full-account.ts';
import { zendeskWorld, type WorldOptions } from './zendesk-world.ts';

type World = ReturnType<typeof zendeskWorld>;
const full = (options: WorldOptions = {}) => zendeskWorld({ seed: fullAccount, ...options });

async function answerOf({ system, desk }: World, name: string, freshness: 'shared' | 'newest' = 'shared') {
  const [record = '', field = ''] = name.split('.');
  return system.read({
    fact: name,
    type: { kind: 'text' },
    source: {
      from: 'system',
      system: 'zendesk',
      record,
      field,
      customField: undefined,
      declaredRecord: undefined,
    },
    records: [],
    ticket: await desk.ticket(),
    keyFact: () => undefined,
    chosen: () => undefined,
    freshness,
  });
}

async function read(world: World, name: string) {
  const answer = await answerOf(world, name);
  return answer.is === 'read' ? answer.reading : answer.failure;
}

const value = (of: unknown) => ({ is: 'value', value: of });

describe('what only the REST API tells', () => {
  test.each([
    ['ticket.custom_status', value('Waiting for carrier')],
    ['ticket.satisfaction_score', value('bad')],
    ['ticket.satisfaction_comment', value('Too slow')],
    ['ticket.due_at', { is: 'empty' }],
    ['ticket.followers', value(['lead@sample.example'])],
    ['ticket.ccs', value(['customer@customer.example'])],
    ['ticket.side_conversations', value(2)],
    ['ticket.open_side_conversations', value(1)],
    ['ticket.incident_count', value(0)],
    ['ticket.public_comment_count', value(1)],
    ['ticket.private_comment_count', value(1)],
    ['ticket.last_public_reply_at', { is: 'empty' }],
    // The agent's note came later, and the customer cannot see it.
    ['ticket.customer_wrote_last', value(true)],
    ['problem.id', value('14')],
    ['problem.subject', value('The carrier is on strike')],
    ['problem.status', value('open')],
    ['requester.phone', { is: 'empty' }],
    ['requester.created_at', value('2025-01-01')],
    ['requester.suspended', value(false)],
    ['requester.verified', value(true)],
    // Not this one, not the closed one; 17 is older than thirty days.
    ['requester.open_tickets', value(['16', '17'])],
    ['requester.recent_tickets', value(['16'])],
    ['organization.created_at', value('2025-01-01')],
  ])('%s', async (name, reading) => {
    expect(await read(full(), name)).toEqual(reading);
  });

  test('a problem counts its incidents', async () => {
    expect(await read(full({ ticketId: 14 }), 'ticket.incident_count')).toEqual(value(2));
  });

  test('there is no problem where the ticket is no incident, and no status where the account has none of its own', async () => {
    expect(await read(zendeskWorld(), 'problem.subject')).toEqual({ is: 'none', because: 'not-found' });
    expect(await read(zendeskWorld(), 'ticket.custom_status')).toEqual({ is: 'empty' });
  });

  test('the last public reply is that of an agent, on the day of the account', async () => {
    const late = { authorId: 2, body: 'On its way.', public: true, at: '2026-11-19T23:30:00Z' };
    const after = { authorId: 10, body: 'Thanks', public: true, at: '2026-11-21T08:00:00Z' };
    const tickets = sampleZendesk.tickets.map((one) => ({
      ...one,
      comments: [...one.comments, late, after],
    }));
    const world = zendeskWorld({ seed: { ...sampleZendesk, tickets } });
    expect(await read(world, 'ticket.last_public_reply_at')).toEqual(value('2026-11-20'));
    expect(await read(world, 'ticket.customer_wrote_last')).toEqual(value(true));
    expect(await read(world, 'ticket.customer_message_count')).toEqual(value(2));
    expect(await read(world, 'ticket.last_customer_message_at')).toEqual(value('2026-11-21'));
  });

  test('somebody else who is no agent counts as the customer too', async () => {
    const colleague = {
      id: 11,
      name: 'Sample Colleague',
      email: 'c@customer.example',
      role: 'end-user' as const,
    };
    const written = { authorId: 11, body: 'Any news?', public: true, at: '2026-11-21T08:00:00Z' };
    const users = [...sampleZendesk.users, colleague];
    const tickets = sampleZendesk.tickets.map((one) => ({ ...one, comments: [...one.comments, written] }));
    const world = zendeskWorld({ seed: { ...sampleZendesk, users, tickets } });
    expect(await read(world, 'ticket.customer_wrote_last')).toEqual(value(true));
    expect(await read(world, 'ticket.last_public_reply_at')).toEqual({ is: 'empty' });
  });

  test('where the page gives no times of messages, the comments tell the day', async () => {
    const world = full();
    const get = world.client.get.bind(world.client);
    world.client.get = async (paths) => {
      const { 'ticket.conversation': _, errors, ...rest } = await get(paths);
      return paths.includes('ticket.conversation')
        ? { ...rest, errors: { ...errors, 'ticket.conversation': { message: 'not available' } } }
        : { ...rest, ...(errors ? { errors } : {}) };
    };
    expect(await read(world, 'ticket.last_customer_message_at')).toEqual(value('2026-11-19'));
    expect(await read(world, 'ticket.customer_message_count')).toEqual(value(1));
  });

  test('what is more than a page is not counted wrongly', async () => {
    const one = { authorId: 2, body: 'x', public: true, at: '2026-11-19T09:00:00Z' };
    const many = Array.from({ length: 101 }, () => one);
    const tickets = sampleZendesk.tickets.map((of) => ({ ...of, comments: [...of.comments, ...many] }));
    const world = zendeskWorld({ seed: { ...sampleZendesk, tickets } });
    expect(await read(world, 'ticket.public_comment_count')).toMatchObject({ code: 'unreadable' });
    expect(await read(world, 'ticket.last_public_reply_at')).toEqual(value('2026-11-19'));
    const requested = Array.from({ length: 101 }, (_, at) => ({ ...ticketOf(sampleZendesk), id: 1000 + at }));
    const busy = zendeskWorld({
      seed: { ...sampleZendesk, tickets: [...sampleZendesk.tickets, ...requested] },
    });
    expect(await read(busy, 'requester.open_tickets')).toMatchObject({ code: 'unreadable' });
  });

  test('without the add-on it says what is missing', async () => {
    const world = zendeskWorld({ seed: { ...sampleZendesk, hasSideConversations: false } });
    expect(await read(world, 'ticket.open_side_conversations')).toMatchObject({
      code: 'not-allowed',
      reason: expect.stringContaining('Collaboration add-on') as string,
    });
  });

  test('facts of one record share one request, until the ticket changes or somebody wants the newest', async () => {
    const world = full();
    const asked = () => world.requests.filter(({ url }) => url.endsWith('/tickets/12.json')).length;
    await Promise.all(
      ['ticket.custom_status', 'ticket.satisfaction_score', 'ticket.due_at'].map((name) => read(world, name)),
    );
    const first = await answerOf(world, 'ticket.satisfaction_score');
    expect(asked()).toBe(1);
    await world.clock.advance(60_000);
    const kept = await answerOf(world, 'ticket.satisfaction_score');
    expect(kept).toEqual(first);
    await answerOf(world, 'ticket.satisfaction_score', 'newest');
    expect(asked()).toBe(2);
    world.state().updatedAt = '2026-11-20T08:59:00Z';
    await read(world, 'ticket.satisfaction_score');
    expect(asked()).toBe(3);
  });

  test('costs nothing where no SOP declares it', async () => {
    const world = full();
    for (const { record, field } of world.system.facts)
      if (!restFacts.some((fact) => fact.record === record && fact.field === field))
        await read(world, `${record}.${field}`);
    // The names of the forms are the one list that the other facts need.
    expect(world.requests.map(({ url }) => url)).toEqual(['/api/v2/ticket_forms.json']);
  });

  test('an outage is a failure, and what has another form is named', async () => {
    const world = full();
    world.faults.inject('zendesk', { fault: { is: 'status', status: 500 } });
    expect(await read(world, 'requester.open_tickets')).toMatchObject({ code: 'unavailable' });
    const odd = full();
    odd.faults.inject('zendesk', { fault: { is: 'status', status: 200, body: '{"user":7}' } });
    expect(await read(odd, 'requester.phone')).toMatchObject({ code: 'unreadable' });
  });
});

describe('what the customer attached', () => {
  test.each([
    ['photo.png', 'image/png', 'image', true],
    ['invoice.pdf', 'application/pdf', 'pdf', false],
    ['IMG_1.HEIC', 'application/octet-stream', 'image', true],
    ['photo.png', 'application/pdf', 'pdf', false],
    ['clip.mov', 'video/quicktime', 'video', false],
    ['list.csv', 'text/csv; charset=utf-8', 'spreadsheet', false],
    ['thing', '', 'other', false],
  ])('%s as %s is of the kind %s', async (fileName, contentType, kind, isPhoto) => {
    const comment = {
      authorId: 10,
      body: 'See.',
      public: true,
      at: '2026-11-19T09:00:00Z',
      attachments: [{ fileName, contentType }],
    };
    const tickets = sampleZendesk.tickets.map((one) => ({
      ...one,
      comments: [...one.comments, comment, comment],
    }));
    const world = zendeskWorld({ seed: { ...sampleZendesk, tickets } satisfies ZendeskSeed });
    expect(await read(world, 'ticket.attachment_kinds')).toEqual(value([kind]));
    expect(await read(world, 'ticket.has_photo')).toEqual(value(isPhoto));
    expect(await read(world, 'ticket.has_attachment')).toEqual(value(true));
  });

  test('is nothing where only agents attached something', async () => {
    expect(await read(zendeskWorld(), 'ticket.attachment_kinds')).toEqual({ is: 'empty' });
  });
});

test('a ticket of nobody has no assignee', async () => {
  const world = zendeskWorld();
  expect(await read(world, 'assignee.email')).toEqual(value('agent@sample.example'));
  world.state().assigneeId = null;
  expect(await read(world, 'assignee.email')).toEqual({ is: 'none', because: 'not-found' });
});

function ticketOf({ tickets }: ZendeskSeed) {
  const [first] = tickets;
  if (!first) throw new Error('The account has no ticket.');
  return first;
}
