import { describe, expect, test } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { fullAccount } from './full-account.ts';
import { zendeskWorld } from './zendesk-world.ts';

const status = (value: string, field = 'status'): Parameters => ({
  record: 'ticket',
  field,
  custom_field: null,
  value,
});
const world = () => zendeskWorld({ seed: fullAccount });

/** The form of the ticket wants to know what was refunded, once it is an exception of that kind. */
const conditional = {
  ...fullAccount,
  ticketForms: [
    {
      id: 71,
      name: 'Shipping',
      fieldIds: [901, 902, 905],
      conditions: [{ fieldId: 902, value: 'resolved-refunded', shows: 905, isRequiredToSolve: true }],
    },
  ],
};

describe('solving a ticket', () => {
  test.each(['solved', 'Solved', 'Solved without us'])('to “%s” names what is missing', async (label) => {
    expect(await world().prepare('zendesk.set_field', status(label))).toMatchObject({
      is: 'impossible',
      failure: { code: 'refused', reason: expect.stringContaining('“Root cause”') as string },
    });
  });

  test('goes once it is filled in, though the page does not show it yet', async () => {
    const { prepare, state, client } = world();
    const get = client.get.bind(client);
    client.get = async (paths) => ({ ...(await get(paths)), 'ticket.customField:custom_field_907': null });
    state().fields.set(907, 'Lost');
    expect(await prepare('zendesk.set_field', status('solved'))).toMatchObject({ is: 'ready' });
  });

  test('says that what is filled in on the page has to be submitted', async () => {
    const [first, ...others] = fullAccount.ticketFields ?? [];
    if (!first) throw new Error('The account has no field.');
    const ticketFields = [{ ...first, isRequiredToSolve: true }, ...others];
    const { prepare, workspace, state } = zendeskWorld({ seed: { ...fullAccount, ticketFields } });
    state().fields.set(901, null);
    workspace.set('ticket.customField:custom_field_901', 'S-1');
    expect(await prepare('zendesk.set_field', status('solved'))).toMatchObject({
      is: 'impossible',
      failure: {
        reason: expect.stringMatching(/“Order number”, “Root cause”.*submit them first/) as string,
      },
    });
  });

  test('follows the conditions of the form', async () => {
    const { prepare, execute, state } = zendeskWorld({ seed: conditional });
    state().fields.set(905, null);
    expect(await prepare('zendesk.set_field', status('solved'))).toMatchObject({ is: 'ready' });
    state().fields.set(902, 'resolved-refunded');
    expect(await prepare('zendesk.set_field', status('solved'))).toMatchObject({
      is: 'impossible',
      failure: { reason: expect.stringContaining('“Promised”') as string },
    });
    state().fields.set(905, '2026-12-01');
    expect(await execute('zendesk.set_field', status('solved'))).toMatchObject({ is: 'succeeded' });
    expect(state().status).toBe('solved');
  });

  test('by a macro counts what the macro fills in', async () => {
    const solve = { field: 'status', value: 'solved' } as const;
    const macros = [
      { id: 601, title: 'Solve', actions: [solve] },
      {
        id: 602,
        title: 'Fill in',
        actions: [solve, { field: 'custom_field', id: 907, value: 'Lost' } as const],
      },
    ];
    const { prepare, execute, state } = zendeskWorld({ seed: { ...fullAccount, macros } });
    expect(await prepare('zendesk.apply_macro', { macro: 'Solve' })).toMatchObject({
      is: 'impossible',
      failure: { reason: expect.stringContaining('“Root cause”') as string },
    });
    expect(await execute('zendesk.apply_macro', { macro: 'Fill in' })).toMatchObject({ is: 'succeeded' });
    expect(state().status).toBe('solved');
  });

  test('is left to Zendesk where it does not list the fields', async () => {
    const { prepare, faults } = world();
    faults.inject('zendesk', {
      fault: { is: 'status', status: 403 },
      when: ({ url }) => url.pathname.includes('ticket_fields'),
    });
    expect(await prepare('zendesk.set_field', status('solved'))).toMatchObject({ is: 'ready' });
  });

  test('asks nothing more of Zendesk for any other status', async () => {
    const { prepare, requests } = world();
    expect(await prepare('zendesk.set_field', status('pending'))).toMatchObject({ is: 'ready' });
    // The form's name belongs to the ticket itself.
    expect(requests.map(({ url }) => url)).toEqual(['/api/v2/ticket_forms.json']);
  });
});

describe('a status', () => {
  test.each([
    ['pending', 'status', 'pending', 303],
    ['Waiting for carrier', 'status', 'open', 302],
    ['waiting for CARRIER', 'custom_status', 'open', 302],
  ])('“%s” can be set', async (value, field, category, id) => {
    const { execute, state } = world();
    state().customStatusId = 301;
    expect(await execute('zendesk.set_field', status(value, field))).toMatchObject({ is: 'succeeded' });
    expect(state()).toMatchObject({ status: category, customStatusId: id });
  });

  test.each([
    ['Waiting for Godot', 'status'],
    ['pending later', 'custom_status'],
  ])('“%s” is not there', async (value, field) => {
    expect(await world().prepare('zendesk.set_field', status(value, field))).toMatchObject({
      is: 'impossible',
      failure: { code: 'refused', reason: expect.stringContaining(value) as string },
    });
  });

  test('that the account has twice is neither', async () => {
    const customStatuses = [
      ...(fullAccount.customStatuses ?? []),
      { id: 309, label: 'Waiting for carrier', category: 'hold' as const },
    ];
    const { prepare } = zendeskWorld({ seed: { ...fullAccount, customStatuses } });
    expect(await prepare('zendesk.set_field', status('Waiting for carrier'))).toMatchObject({
      is: 'impossible',
      failure: { reason: expect.stringContaining('more than one') as string },
    });
  });
});
