import { beforeEach, describe, expect, test } from 'vitest';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import type { DeskSop } from '../../desk/world/sops.ts';
import { deskSop } from '../../desk/world/sops.ts';
import type { ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';

const SOPS: readonly DeskSop[] = [deskSop('---\nsop: late-parcel\nversion: 5\n---\n# Late parcel\n')];
const now = () => '2026-11-20T10:00:00Z';

const get = (url: string): ZafRequest => ({ url, type: 'GET', autoRetry: false, httpCompleteResponse: true });
const put = (url: string, json: unknown): ZafRequest => ({
  ...get(url),
  type: 'PUT',
  data: JSON.stringify(json),
  contentType: 'application/json',
});

let desk: NodeDesk;
beforeEach(async () => {
  desk = await createDesk({ now, sops: SOPS });
});

describe('a sidebar in Node', () => {
  test('sees the ticket, and what it may not see is an error by path', async () => {
    const client = desk.zafClientFor({ ticketId: 4512, user: 9001 });
    expect(await client.get(['ticket.id', 'ticket.nonsense'])).toMatchObject({
      'ticket.id': 4512,
      errors: { 'ticket.nonsense': {} },
    });
    expect(await client.context()).toMatchObject({ location: 'ticket_sidebar', ticketId: 4512 });
  });

  test('has the settings without the secure ones', async () => {
    const { settings } = await desk.zafClientFor({ ticketId: 4512, user: 9001 }).metadata();
    expect(settings).toMatchObject({ currency: 'USD' });
    expect(JSON.stringify(settings)).not.toContain('rk_test');
  });

  test('asks as its own agent', async () => {
    const answer = await desk
      .zafClientFor({ ticketId: 4512, user: 9002 })
      .request(get('/api/v2/users/me.json'));
    expect(answer).toMatchObject({ status: 200, responseJSON: { user: { id: 9002 } } });
  });

  test('rejects with the plain object of Zendesk’s host', async () => {
    const client = desk.zafClientFor({ ticketId: 4512, user: 9004 });
    const refused = client.request(put('/api/v2/tickets/4512/tags.json', { tags: ['vip'] }));
    await expect(refused).rejects.toMatchObject({
      status: 403,
      readyState: 4,
      responseJSON: { error: 'Forbidden' },
    });
  });

  test('two sidebars share one world', async () => {
    const first = desk.zafClientFor({ ticketId: 4512, user: 9001 });
    const second = desk.zafClientFor({ ticketId: 4512, user: 9005 });
    const heard: unknown[] = [];
    second.on('ticket.updated', (data) => heard.push(data));
    await first.request(put('/api/v2/tickets/4512/tags.json', { tags: ['vip'] }));
    expect(heard).toHaveLength(1);
    expect(await second.get(['ticket.tags'])).toMatchObject({ 'ticket.tags': ['late_parcel', 'vip'] });
  });

  test('hears of a customer who writes', async () => {
    const client = desk.zafClientFor({ ticketId: 4519, user: 9001 });
    const heard: unknown[] = [];
    client.on('ticket.updated', (data) => heard.push(data));
    expect(
      desk.customerWrites({
        ticketId: 4519,
        text: 'Here it is.',
        attachments: [{ fileName: 'photo.jpg', contentType: 'image/jpeg' }],
      }),
    ).toBe(true);
    expect(heard).toHaveLength(1);
    const { comments } = desk.state.systems.zendesk.state.tickets.get(4519) ?? { comments: [] };
    expect(comments.at(-1)).toMatchObject({
      body: 'Here it is.',
      public: true,
      attachments: [{ fileName: 'photo.jpg' }],
    });
  });

  test('nobody can write to a closed ticket', () => {
    expect(desk.customerWrites({ ticketId: 4523, text: 'Hello?', attachments: [] })).toBe(false);
  });
});

describe('the faults of the desk', () => {
  test('meet the app, and not the workspace that shows the truth', async () => {
    desk.faults.set([{ system: 'zendesk', kind: 'down' }]);
    const client = desk.zafClientFor({ ticketId: 4512, user: 9001 });
    await expect(client.request(get('/api/v2/tickets/4512.json'))).rejects.toMatchObject({ status: 503 });
    expect(await desk.rest(9001)({ method: 'GET', path: '/api/v2/tickets/4512.json' })).toMatchObject({
      status: 200,
    });
  });

  test('a lost answer has had its effect', async () => {
    desk.faults.set([{ system: 'zendesk', kind: 'lost', only: 'write' }]);
    const client = desk.zafClientFor({ ticketId: 4512, user: 9001 });
    await expect(
      client.request(put('/api/v2/tickets/4512/tags.json', { tags: ['vip'] })),
    ).rejects.toMatchObject({ status: 0 });
    expect(desk.state.systems.zendesk.state.tickets.get(4512)?.tags).toContain('vip');
  });
});

describe('the published SOPs', () => {
  test('are records that an admin wrote, with their hashes in the settings', () => {
    const { customObjects, settings } = desk.state.systems.zendesk.state;
    expect(customObjects.get('signoff_sop')).toMatchObject([
      {
        externalId: 'sop:late-parcel:v5',
        createdBy: 9003,
        fields: { sop_id: 'late-parcel', version: 5, hash: SOPS[0]?.hash, source: SOPS[0]?.text },
      },
    ]);
    expect(JSON.parse(String(settings['published']))).toEqual({
      'late-parcel': { version: 5, hash: SOPS[0]?.hash },
    });
  });

  test('a published version is never written again with another text', async () => {
    const other = deskSop('---\nsop: late-parcel\nversion: 5\n---\n# Another text\n');
    await expect(desk.publish([other])).rejects.toThrow('version 5 is there already with another text');
  });

  test('the next version stands beside the old one', async () => {
    await desk.publish([deskSop('---\nsop: late-parcel\nversion: 6\n---\n# Another text\n')]);
    expect(desk.state.systems.zendesk.state.customObjects.get('signoff_sop')).toHaveLength(2);
  });
});

test('reset brings back the beginning of the day', async () => {
  const client = desk.zafClientFor({ ticketId: 4512, user: 9001 });
  await client.request(put('/api/v2/tickets/4512/tags.json', { tags: ['vip'] }));
  desk.faults.set([{ system: 'stripe', kind: 'down' }]);
  await desk.reset();
  expect(desk.state.systems.zendesk.state.tickets.get(4512)?.tags).toEqual(['late_parcel']);
  expect(desk.faults.list()).toEqual(desk.state.world.faults);
  expect(desk.log.list()).toEqual([]);
});

test('what was asked is written down with its status, without secrets', async () => {
  const client = desk.zafClientFor({ ticketId: 4512, user: 9001 });
  await client.request({
    ...get('https://api.stripe.com/v1/customers?email=sample.customer@example.com&limit=10'),
    headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
    secure: true,
  });
  expect(desk.log.list()).toMatchObject([
    {
      system: 'stripe',
      method: 'GET',
      status: 200,
      userId: 9001,
      headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
    },
  ]);
  expect(JSON.stringify(desk.log.list())).not.toContain('rk_test');
});
