import { describe, expect, test } from 'vitest';
import type { FakeRequest } from '../../../desk/fakes/fake.ts';
import { createZendeskFake } from '../../../desk/fakes/zendesk/zendesk-fake.ts';
import type { ZafRequest } from '../../../src/systems/zendesk/zaf-client.ts';
import { createFakeZafClient } from '../../support/fake-zaf-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { readManifest } from '../../support/secure-settings.ts';
import { fullAccount } from './full-account.ts';

function account(seed = sampleZendesk) {
  const clock = createManualClock();
  const zendesk = createZendeskFake(seed, () => clock.now());
  const ask = (method: string, path: string, body?: unknown, user = 2) => {
    const request: FakeRequest = {
      method,
      url: new URL(path, 'https://sample.zendesk.com'),
      headers: { 'x-desk-user': String(user) },
      body: body === undefined ? undefined : JSON.stringify(body),
    };
    const { status, body: text, headers } = zendesk.handle(request);
    return { status, headers, json: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
  };
  return { clock, zendesk, ask };
}

describe('the stand-in for Zendesk', () => {
  test('lets nobody in whom it does not know, and finds nothing that is not there', () => {
    const { ask } = account();
    expect(ask('GET', '/api/v2/tickets/12.json', undefined, 99).status).toBe(401);
    expect(ask('GET', '/api/v2/tickets/99.json')).toMatchObject({
      status: 404,
      json: { error: 'RecordNotFound' },
    });
    expect(ask('GET', '/api/v2/moons.json').status).toBe(404);
    expect(ask('DELETE', '/api/v2/tickets/12.json').status).toBe(405);
    expect(ask('GET', '/api/v2/tickets/12.json', undefined, 10).status).toBe(403);
  });

  test('refuses a safe update with an old stamp, and without one', () => {
    const { ask, zendesk } = account();
    const update = (stamp?: string) =>
      ask('PUT', '/api/v2/tickets/12.json', {
        ticket: { priority: 'high', safe_update: true, updated_stamp: stamp },
      });
    expect(update('2026-11-19T08:29:59Z')).toMatchObject({ status: 409, json: { error: 'UpdateConflict' } });
    expect(update().status).toBe(409);
    expect(update('2026-11-19T08:30:00Z').status).toBe(200);
    expect(update('2026-11-19T08:30:00Z').status).toBe(409);
    expect(zendesk.state.tickets.get(12)?.audits).toHaveLength(2);
  });

  test('lets an external id be taken once', () => {
    const { ask } = account();
    const record = { custom_object_record: { name: 'x', external_id: 'claim:1', custom_object_fields: {} } };
    expect(ask('POST', '/api/v2/custom_objects/signoff_event/records', record).status).toBe(201);
    expect(ask('POST', '/api/v2/custom_objects/signoff_event/records', record)).toMatchObject({
      status: 422,
      json: { error: 'RecordInvalid' },
    });
    expect(ask('POST', '/api/v2/custom_objects/moons/records', record).status).toBe(404);
  });

  test('keeps no record of more than 32 KB', () => {
    const { ask } = account();
    const fields = { events: 'x'.repeat(33_000) };
    const record = {
      custom_object_record: { name: 'x', external_id: 'run:1', custom_object_fields: fields },
    };
    expect(ask('POST', '/api/v2/custom_objects/signoff_run/records', record).status).toBe(422);
  });

  test('answers a hundred requests a minute for each user', async () => {
    const { ask, clock } = account();
    for (let count = 0; count < 100; count += 1) expect(ask('GET', '/api/v2/users/me.json').status).toBe(200);
    expect(ask('GET', '/api/v2/users/me.json')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '60' },
    });
    expect(ask('GET', '/api/v2/users/me.json', undefined, 3).status).toBe(200);
    await clock.advance(60_000);
    expect(ask('GET', '/api/v2/users/me.json').status).toBe(200);
  });

  test('takes thirty updates of a ticket in ten minutes', () => {
    const { ask } = account();
    const note = { ticket: { comment: { body: 'x', public: false } } };
    for (let count = 0; count < 30; count += 1)
      expect(ask('PUT', '/api/v2/tickets/12.json', note).status).toBe(200);
    expect(ask('PUT', '/api/v2/tickets/12.json', note).status).toBe(429);
  });

  test('lets admins alone write settings, and keeps what they do not name', () => {
    const { ask, zendesk } = account();
    const settings = { settings: { published: '{"late-parcel":{}}' } };
    expect(ask('PUT', '/api/v2/apps/installations/77.json', settings).status).toBe(403);
    expect(ask('PUT', '/api/v2/apps/installations/77.json', settings, 1).status).toBe(200);
    expect(zendesk.state.settings).toEqual({
      teams: 'Tier 2 = group 360001',
      published: '{"late-parcel":{}}',
    });
    expect(JSON.stringify(ask('GET', '/api/v2/apps/installations/77.json').json)).not.toContain('rk_test');
  });
});

describe('the stand-in for Zendesk’s proxy', () => {
  const stripe: ZafRequest = {
    url: 'https://api.stripe.com/v1/customers',
    type: 'GET',
    headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
    secure: true,
    autoRetry: false,
    httpCompleteResponse: true,
  };

  const proxied = async (request: ZafRequest) => {
    const clock = createManualClock();
    const heard: FakeRequest[] = [];
    const { client } = createFakeZafClient({
      zendesk: createZendeskFake(sampleZendesk, () => clock.now()),
      systems: [
        {
          system: 'stripe',
          answersFor: (host) => host === 'api.stripe.com' || host === 'evil.example',
          handle: (asked) => {
            heard.push(asked);
            return { status: 200, body: '{}' };
          },
        },
      ],
      manifest: readManifest(),
      clock,
      userId: 2,
      ticketId: 12,
    });
    const answer = await client.request(request).catch((rejected: unknown) => rejected);
    return { answer, heard };
  };

  test('fills in secure settings for hosts of the manifest, where it is asked to', async () => {
    expect((await proxied(stripe)).heard[0]?.headers['authorization']).toBe('Bearer rk_test_sample');
    const { secure: _, ...plain } = stripe;
    expect((await proxied(plain)).heard[0]?.headers['authorization']).toBe('Bearer {{setting.stripe_key}}');
  });

  test('fills them in where the parameter’s scopes allow it only', async () => {
    const { heard } = await proxied({ ...stripe, url: 'https://api.stripe.com/v1/{{setting.stripe_key}}' });
    expect(decodeURIComponent(heard[0]?.url.pathname ?? '')).toBe('/v1/{{setting.stripe_key}}');
  });

  test('reaches no host that the manifest does not name', async () => {
    const { answer, heard } = await proxied({ ...stripe, url: 'https://evil.example/v1/customers' });
    expect(answer).toMatchObject({ status: 403 });
    expect(heard).toEqual([]);
  });
});

describe('the rules of a larger account', () => {
  const update = (ticket: Record<string, unknown>) => ({ ticket });
  const path = '/api/v2/tickets/12.json';

  test('a custom status brings its category, and a category its default status', () => {
    const { ask } = account(fullAccount);
    expect(ask('PUT', path, update({ custom_status_id: 303 })).json).toMatchObject({
      ticket: { status: 'pending', custom_status_id: 303 },
      audit: {
        events: [
          { field_name: 'status', value: 'pending', previous_value: 'open' },
          { field_name: 'custom_status_id', value: '303', previous_value: '302' },
        ],
      },
    });
    expect(ask('PUT', path, update({ status: 'open' })).json).toMatchObject({
      ticket: { status: 'open', custom_status_id: 301 },
    });
    expect(ask('PUT', path, update({ custom_status_id: 999 })).status).toBe(422);
  });

  test('a custom status of the category solved wants the required fields too', () => {
    const { ask } = account(fullAccount);
    expect(ask('PUT', path, update({ custom_status_id: 305 }))).toMatchObject({
      status: 422,
      json: { error: 'RecordInvalid', details: { 907: [{ description: expect.any(String) as string }] } },
    });
  });

  test('only an incident is linked, and only to a problem', () => {
    const { ask } = account(fullAccount);
    expect(ask('PUT', path, update({ problem_id: 17 })).status).toBe(422);
    expect(ask('PUT', path, update({ problem_id: 15, type: 'task' })).status).toBe(422);
    expect(ask('PUT', path, update({ problem_id: 15 })).status).toBe(200);
    expect(ask('GET', '/api/v2/tickets/15/incidents.json').json).toMatchObject({ count: 1 });
  });

  test('what stays as it was leaves no event', () => {
    const { ask } = account(fullAccount);
    expect(ask('PUT', path, update({ priority: 'normal', problem_id: 14 })).json).toMatchObject({
      audit: { events: [] },
    });
  });

  test('every request for a side conversation starts another one, and no right or no add-on starts none', () => {
    const { ask, zendesk } = account(fullAccount);
    const side = '/api/v2/tickets/17/side_conversations.json';
    const message = { message: { subject: 'x', body: 'x', to: [{ email: 'a@b.example' }] } };
    expect(ask('POST', side, message).status).toBe(201);
    expect(ask('POST', side, message).status).toBe(201);
    expect(ask('POST', side, message, 126).status).toBe(403);
    expect(ask('POST', side, { message: { to: [] } }).status).toBe(422);
    expect(zendesk.state.tickets.get(17)?.sideConversations).toHaveLength(2);
    const without = account({ ...fullAccount, hasSideConversations: false });
    expect(without.ask('GET', side).status).toBe(404);
    expect(without.ask('POST', side, message).status).toBe(404);
  });

  test('a ticket is changed thirty times in ten minutes by one user, tags included', () => {
    const { ask } = account();
    for (let turn = 0; turn < 15; turn += 1) {
      expect(ask('PUT', path, update({ priority: turn % 2 === 0 ? 'low' : 'high' })).status).toBe(200);
      expect(ask('PUT', '/api/v2/tickets/12/tags.json', { tags: [`t${turn}`] }).status).toBe(200);
    }
    expect(ask('PUT', path, update({ priority: 'urgent' })).status).toBe(429);
    expect(ask('PUT', '/api/v2/tickets/12/tags.json', { tags: ['x'] }).status).toBe(429);
    expect(ask('PUT', path, update({ priority: 'urgent' }), 3).status).toBe(200);
  });

  test.each([
    [120, { priority: 'low' }],
    [121, { comment: { body: 'x', public: true } }],
    [125, { group_id: 360001 }],
    [128, { priority: 'low' }],
  ])('user %i may not change %o', (user, ticket) => {
    expect(account(fullAccount).ask('PUT', path, update(ticket), user).status).toBe(403);
  });

  test.each([
    [120, { comment: { body: 'x', public: false } }],
    [121, { priority: 'low' }],
    [125, { group_id: 360002 }],
  ])('user %i may change %o', (user, ticket) => {
    expect(account(fullAccount).ask('PUT', path, update(ticket), user).status).toBe(200);
  });
});
