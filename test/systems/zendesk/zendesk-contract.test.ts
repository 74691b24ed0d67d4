import { describe, expect, test } from 'vitest';
import { createWebHasher } from '../../../src/systems/browser/web-hasher.ts';
import { createMemoryLedger } from '../../../src/systems/memory/memory-ledger.ts';
import { chooseLedger } from '../../../src/systems/zendesk/choose-ledger.ts';
import { createZendeskLedger } from '../../../src/systems/zendesk/zendesk-ledger.ts';
import { claimOf, started, storedRun } from '../../contract/ledger-contract.ts';
import { usedOperations } from '../../support/checked-client.ts';
import { contractPresent } from '../../support/contract.ts';
import { fullAccount } from './full-account.ts';
import { zendeskWorld } from './zendesk-world.ts';

/** The operations of Zendesk’s Support API that the app uses: the whole allow-list. */
const operations = [
  'DELETE /api/v2/tickets/{ticket_id}/tags',
  'GET /api/v2/custom_objects',
  'GET /api/v2/custom_objects/{custom_object_key}/records',
  'GET /api/v2/custom_statuses',
  'GET /api/v2/groups/assignable',
  'GET /api/v2/macros/active',
  'GET /api/v2/ticket_fields',
  'GET /api/v2/ticket_forms',
  'GET /api/v2/tickets/{ticket_id}',
  'GET /api/v2/tickets/{ticket_id}/audits',
  'GET /api/v2/tickets/{ticket_id}/comments',
  'GET /api/v2/tickets/{ticket_id}/macros/{macro_id}/apply',
  'GET /api/v2/tickets/{ticket_id}/side_conversations',
  'GET /api/v2/tickets/{ticket_id}/tags',
  'GET /api/v2/users/me',
  'GET /api/v2/users/search',
  'GET /api/v2/users/{user_id}',
  'PATCH /api/v2/custom_objects/{custom_object_key}/records/{custom_object_record_id}',
  'POST /api/v2/custom_objects/{custom_object_key}/records',
  'POST /api/v2/tickets/{ticket_id}/side_conversations',
  'PUT /api/v2/tickets/{ticket_id}',
  'PUT /api/v2/tickets/{ticket_id}/tags',
  'PUT /api/v2/users/{user_id}',
];

describe.skipIf(!contractPresent)('the Zendesk adapter, where ../shared/contract is at hand', () => {
  test('keeps the contracts in every operation that it uses, and uses no other', async () => {
    const world = zendeskWorld({ seed: fullAccount, userId: 3 });
    const { desk, system, execute, approve, action, context, prepare, transport, clock, client } = world;
    await desk.currentUser();
    const set = (record: string, field: string, custom: string | null, value: string) =>
      execute('zendesk.set_field', { record, field, custom_field: custom, value });
    await set('ticket', 'assignee', null, 'lead@sample.example');
    await set('requester', 'field', 'Loyalty tier', 'Silver member');
    await execute('zendesk.add_tag', { tag: 'x' });
    await execute('zendesk.remove_tag', { tag: 'x' });
    const requesterNotes = { record: 'requester', field: 'notes', custom_field: null, value: 'x' };
    await action('zendesk.set_field').reconcile(
      await approve('zendesk.set_field', requesterNotes),
      await context(),
    );
    await action('zendesk.add_note').reconcile(
      await approve('zendesk.add_note', { note: 'x' }),
      await context(),
    );
    const get = client.get.bind(client);
    client.get = (paths) => (paths[0] === 'macros' ? Promise.resolve({ macros: [] }) : get(paths));
    await execute('zendesk.apply_macro', { macro: 'Ask for a photo' });
    await execute('zendesk.assign', { group: 'Payments', assignee: null });
    await prepare('zendesk.assign', { group: 'Night shift', assignee: null });
    await execute('zendesk.link_problem', { problem: '15', type: null });
    await execute('zendesk.side_conversation', { to: 'a@carrier.example', subject: 'x', body: 'x' });
    await prepare('zendesk.set_field', {
      record: 'ticket',
      field: 'status',
      custom_field: null,
      value: 'solved',
    });
    for (const { record, field } of system.facts)
      await system.read({
        fact: field,
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
        freshness: 'shared',
      });
    const ledger = createZendeskLedger({ transport, hasher: createWebHasher(), clock });
    await chooseLedger({
      transport,
      zendesk: ledger,
      fallback: () => Promise.resolve(createMemoryLedger(clock)),
    });
    await ledger.startRun(storedRun(1));
    await ledger.save(storedRun(1, [started, started]));
    await ledger.claim(claimOf('n1'));
    expect(usedOperations('zendesk').toSorted()).toEqual(operations);
  });
});
