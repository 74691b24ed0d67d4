import { describe, expect, test } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { fullAccount } from './full-account.ts';
import { approvalOf, zendeskWorld } from './zendesk-world.ts';

const worldOf = (userId: number, seed = fullAccount) => zendeskWorld({ seed, userId });

const set = (record: string, field: string, value: string): Parameters => ({
  record,
  field,
  custom_field: null,
  value,
});
const priority = set('ticket', 'priority', 'high');
const mail = { to: 'carrier@carrier.example', subject: 'Parcel', body: 'Where is it?' };

/** Every action, with values for which nothing but a right could be in the way. */
const everything: readonly (readonly [string, Parameters])[] = [
  ['zendesk.set_field', priority],
  ['zendesk.add_tag', { tag: 'x' }],
  ['zendesk.remove_tag', { tag: 'late_parcel' }],
  ['zendesk.add_note', { note: 'x' }],
  ['zendesk.notify', { team: 'Payments', message: 'x' }],
  ['zendesk.draft_reply', { text: 'x' }],
  ['zendesk.ask_customer', { text: 'x' }],
  ['zendesk.escalate', { team: 'Tier 2', because: 'x' }],
  ['zendesk.apply_macro', { macro: '502' }],
  ['zendesk.assign', { group: 'Tier 2', assignee: null }],
  ['zendesk.link_problem', { problem: '15', type: null }],
  ['zendesk.side_conversation', mail],
];

describe('before anybody approves', () => {
  test.each([
    [120, 'zendesk.set_field', priority, 'change fields of tickets'],
    [120, 'zendesk.assign', { group: 'Payments', assignee: null }, 'change fields of tickets'],
    [120, 'zendesk.link_problem', { problem: '15', type: null }, 'change fields of tickets'],
    [120, 'zendesk.apply_macro', { macro: '502' }, 'change fields of tickets'],
    [121, 'zendesk.draft_reply', { text: 'Hello' }, 'write public replies'],
    [121, 'zendesk.ask_customer', { text: 'Hello' }, 'write public replies'],
    [121, 'zendesk.apply_macro', { macro: 'Ask for a photo' }, 'write public replies'],
    [122, 'zendesk.add_tag', { tag: 'x' }, 'change tags of tickets'],
    [122, 'zendesk.remove_tag', { tag: 'x' }, 'change tags of tickets'],
    [122, 'zendesk.apply_macro', { macro: 'Ask for a photo' }, 'change tags of tickets'],
    [123, 'zendesk.set_field', set('requester', 'notes', 'x'), 'change this customer’s profile'],
    [
      124,
      'zendesk.set_field',
      { ...set('organization', 'field', 'x'), custom_field: 'plan' },
      'change organizations',
    ],
    [125, 'zendesk.escalate', { team: 'Tier 2', because: '' }, 'assign tickets to groups'],
    [125, 'zendesk.assign', { group: 'Tier 2', assignee: null }, 'assign tickets to groups'],
    [125, 'zendesk.set_field', set('ticket', 'group', 'Tier 2'), 'assign tickets to groups'],
    [126, 'zendesk.side_conversation', mail, 'start side conversations'],
    [127, 'zendesk.set_field', set('requester', 'notes', 'x'), 'change this customer’s profile'],
  ] as const)(
    'the right that user %i lacks for %s is named',
    async (userId, operation, parameters, words) => {
      const prepared = await worldOf(userId).prepare(operation, parameters);
      expect(prepared).toMatchObject({ is: 'impossible', failure: { code: 'not-allowed' } });
      const reason = prepared.is === 'impossible' ? prepared.failure.reason : '';
      expect(reason).toContain(words);
      expect(reason).toContain(`“Role ${userId + 4600}”`);
      expect(reason).toMatch(/Ask a colleague/);
    },
  );

  test.each([
    [124, 'zendesk.set_field', set('organization', 'notes', 'x')],
    [125, 'zendesk.assign', { group: 'Payments', assignee: null }],
    [121, 'zendesk.add_note', { note: 'x' }],
    [123, 'zendesk.set_field', priority],
    [3, 'zendesk.set_field', priority],
  ] as const)('what the role of user %i does allow is ready: %s', async (userId, operation, parameters) => {
    expect(await worldOf(userId).prepare(operation, parameters)).toMatchObject({ is: 'ready' });
  });

  test.each(everything)('a light agent and a contributor may not %s', async (operation, parameters) => {
    for (const userId of [4, 128])
      expect(await worldOf(userId).prepare(operation, parameters)).toMatchObject({
        is: 'impossible',
        failure: { code: 'not-allowed', reason: expect.stringContaining('full agent') as string },
      });
  });

  test.each(everything)(
    'an agent and an admin may %s, and are not asked about',
    async (operation, parameters) => {
      for (const userId of [1, 2]) {
        const world = worldOf(userId);
        expect(await world.prepare(operation, parameters)).toMatchObject({ is: 'ready' });
        expect(world.requests.filter(({ url }) => /custom_roles|users\/me/.test(url))).toEqual([]);
      }
    },
  );

  test('an agent of the customer’s own organization may change the profile within it', async () => {
    const users = fullAccount.users.map((user) => (user.id === 127 ? { ...user, organizationId: 50 } : user));
    const world = worldOf(127, { ...fullAccount, users });
    const notes = set('requester', 'notes', 'x');
    expect(await world.prepare('zendesk.set_field', notes)).toMatchObject({ is: 'ready' });
    expect(await world.execute('zendesk.set_field', notes)).toMatchObject({ is: 'succeeded' });
  });

  test('what a role may do is asked once an hour', async () => {
    const world = worldOf(123);
    for (let turn = 0; turn < 3; turn += 1) await world.prepare('zendesk.set_field', priority);
    const asked = () => world.requests.filter(({ url }) => url.includes('custom_roles')).length;
    expect(asked()).toBe(1);
    await world.clock.advance(60 * 60 * 1000);
    await world.prepare('zendesk.set_field', priority);
    expect(asked()).toBe(2);
  });

  test.each([
    ['Zendesk does not list the roles', /custom_roles/],
    ['Zendesk does not say who is asking', /users\/me/],
  ])('unknown is never yes: %s', async (_, path) => {
    const world = worldOf(3);
    world.faults.inject('zendesk', {
      fault: { is: 'status', status: 403 },
      when: ({ url }) => path.test(url.pathname),
    });
    expect(await world.prepare('zendesk.set_field', priority)).toMatchObject({
      is: 'impossible',
      failure: { code: 'not-allowed', reason: expect.stringContaining('did not say') as string },
    });
  });

  test('a role that is in no list may nothing', async () => {
    const world = worldOf(3, { ...sampleZendesk, customRoles: [] });
    expect(await world.prepare('zendesk.set_field', priority)).toMatchObject({
      is: 'impossible',
      failure: { code: 'not-allowed' },
    });
  });
});

test.each([
  [120, 'zendesk.set_field', priority],
  [122, 'zendesk.add_tag', { tag: 'x' }],
  [123, 'zendesk.set_field', set('requester', 'notes', 'x')],
  [126, 'zendesk.side_conversation', mail],
] as const)('Zendesk refuses user %i too, and that is told: %s', async (userId, operation, parameters) => {
  const { action, context, zendesk } = worldOf(userId);
  const ids = { ticket: '12', requester: '10', before: '"Prefers mail"' };
  const approval = approvalOf(operation, parameters, { ids, name: '#12' });
  const before = JSON.stringify(zendesk.state.tickets.get(12));
  expect(await action(operation).execute(approval, await context())).toMatchObject({
    is: 'failed',
    failure: { code: 'not-allowed', status: 403 },
  });
  expect(JSON.stringify(zendesk.state.tickets.get(12))).toBe(before);
});
