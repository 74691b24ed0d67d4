import { describe, expect, test } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import type { AddedAction, ExecutionResult } from '../../../src/domain/run/events.ts';
import { fullAccount } from './full-account.ts';
import { zendeskWorld } from './zendesk-world.ts';

const world = () => zendeskWorld({ seed: fullAccount });
type World = ReturnType<typeof world>;

const set = (field: string, value: Parameters[string], custom: string | null = null): Parameters => ({
  record: 'ticket',
  field,
  custom_field: custom,
  value,
});

/** What the ticket and the profiles hold, without when and by whom. */
function holdings({ state, zendesk }: World) {
  const { audits, updatedAt, fields, tags, ...ticket } = state();
  const [user, organization] = [zendesk.state.users.get(10), zendesk.state.organizations.get(50)];
  return {
    ...ticket,
    // 2.50 and 2.5 are one number.
    fields: [...fields].flatMap(([id, value]) =>
      value === null || value === false ? [] : [[id, id === 904 ? Number(value) : value]],
    ),
    tags: tags.toSorted(),
    profiles: [user?.notes, { ...user?.fields }, organization?.details, { ...organization?.fields }],
    wasChanged: audits.length > 0 && updatedAt !== '',
  };
}

function undoOf(result: ExecutionResult): AddedAction | undefined {
  if (result.is !== 'succeeded') throw new Error(`It ${result.is}: ${result.failure.reason}`);
  return result.undo;
}

/** Each changes something of the ticket as it is in the account. */
const changes: readonly (readonly [string, string, Parameters])[] = [
  ['a priority', 'zendesk.set_field', set('priority', 'urgent')],
  ['a subject', 'zendesk.set_field', set('subject', 'Found')],
  ['a status', 'zendesk.set_field', set('status', 'pending')],
  ['a custom status by its label', 'zendesk.set_field', set('status', 'open')],
  ['a group', 'zendesk.set_field', set('group', 'Tier 2')],
  ['an assignee', 'zendesk.set_field', set('assignee', 'second.lead@sample.example')],
  ['nobody as the assignee', 'zendesk.set_field', set('assignee', '')],
  ['a form', 'zendesk.set_field', set('form', 'Returns')],
  ['a brand', 'zendesk.set_field', set('brand', 'Second Shop')],
  ['a text', 'zendesk.set_field', set('field', 'S-2', 'Order number')],
  ['a text that is cleared', 'zendesk.set_field', set('field', '', 'Order number')],
  ['an empty text', 'zendesk.set_field', set('field', 'Lost', 'Root cause')],
  ['a drop-down', 'zendesk.set_field', set('field', 'Resolved, refunded', 'Ship exception')],
  ['a checkbox', 'zendesk.set_field', set('field', 'yes', 'Gift')],
  ['a number', 'zendesk.set_field', set('field', '3', 'Weight')],
  ['a date', 'zendesk.set_field', set('field', '2026-12-24', 'Promised')],
  ['several options', 'zendesk.set_field', set('field', ['Wrong size'], 'Reasons')],
  ['a tag', 'zendesk.add_tag', { tag: 'VIP' }],
  ['a tag that goes', 'zendesk.remove_tag', { tag: 'late_parcel' }],
  ['a problem', 'zendesk.link_problem', { problem: '#15', type: null }],
  ['no problem', 'zendesk.link_problem', { problem: '', type: null }],
  ['a group and an agent', 'zendesk.assign', { group: 'Tier 2', assignee: 'lead@sample.example' }],
  ['the group alone', 'zendesk.assign', { group: 'Tier 2', assignee: null }],
  ['nobody', 'zendesk.assign', { group: null, assignee: 'nobody' }],
  [
    'a customer’s note',
    'zendesk.set_field',
    { record: 'requester', field: 'notes', custom_field: null, value: 'Call first' },
  ],
  [
    'a customer’s drop-down',
    'zendesk.set_field',
    { record: 'requester', field: 'field', custom_field: 'Loyalty tier', value: 'Silver member' },
  ],
  [
    'an organization’s field',
    'zendesk.set_field',
    { record: 'organization', field: 'field', custom_field: 'plan', value: 'basic' },
  ],
];

describe('what was done can be taken back exactly', () => {
  test.each(changes)('%s', async (_, operation, parameters) => {
    const around = world();
    const before = holdings(around);
    const undo = undoOf(await around.execute(operation, parameters));
    expect(holdings(around)).not.toEqual(before);
    if (!undo) throw new Error('There is no way back.');
    expect(await around.execute(undo.operation, undo.parameters)).toMatchObject({ is: 'succeeded' });
    expect(holdings(around)).toEqual(before);
  });

  test.each(changes)(
    '%s changes nothing the second time, so there is nothing to take back',
    async (_, operation, parameters) => {
      const around = world();
      await around.execute(operation, parameters);
      expect(undoOf(await around.execute(operation, parameters))).toBeUndefined();
    },
  );

  test.each(changes.filter(([, operation]) => operation === 'zendesk.set_field'))(
    'a way back that was taken by mistake can be taken back: %s',
    async (_, operation, parameters) => {
      const around = world();
      const undo = undoOf(await around.execute(operation, parameters));
      const changed = holdings(around);
      const redo = undo && undoOf(await around.execute(undo.operation, undo.parameters));
      if (!redo) throw new Error('There is no way forth.');
      await around.execute(redo.operation, redo.parameters);
      expect(holdings(around)).toEqual(changed);
    },
  );

  test('names the value as it was right before, and not as it was when it was proposed', async () => {
    const { approve, action, context, clock, workspace, desk } = world();
    const approval = await approve('zendesk.set_field', set('priority', 'urgent'));
    await clock.advance(1000);
    workspace.set('ticket.priority', 'low');
    workspace.submit();
    const seen = { ...(await context()), ticket: await desk.ticket() };
    expect(await action('zendesk.set_field').execute(approval, seen)).toMatchObject({
      is: 'succeeded',
      undo: { parameters: { value: 'low' } },
    });
  });

  test('is known after a lost answer too', async () => {
    const { approve, action, context, faults } = world();
    const approval = await approve('zendesk.set_field', set('priority', 'urgent'));
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, when: ({ method }) => method === 'PUT' });
    await action('zendesk.set_field').execute(approval, await context());
    expect(await action('zendesk.set_field').reconcile(approval, await context())).toMatchObject({
      is: 'happened',
      result: { undo: { operation: 'zendesk.set_field', parameters: set('priority', 'normal') } },
    });
  });
});

describe('where Zendesk has no way back, none is offered', () => {
  test('a ticket is never new again', async () => {
    const around = world();
    Object.assign(around.state(), { status: 'new', customStatusId: 300 });
    expect(undoOf(await around.execute('zendesk.set_field', set('status', 'pending')))).toBeUndefined();
  });

  test('a ticket that had no group has one from then on', async () => {
    const around = world();
    around.state().groupId = null;
    expect(undoOf(await around.execute('zendesk.set_field', set('group', 'Tier 2')))).toBeUndefined();
    around.state().groupId = null;
    const assign = await around.execute('zendesk.assign', { group: 'Tier 2', assignee: null });
    expect(undoOf(assign)).toBeUndefined();
  });

  test('a macro is taken back where it changed one thing only', async () => {
    const actions = {
      501: [{ field: 'priority', value: 'high' }],
      502: [{ field: 'add_tags', tags: ['macro'] }],
      503: [{ field: 'custom_field', id: 901, value: 'S-9' }],
      504: [{ field: 'group_id', value: 360001 }],
      505: [
        { field: 'priority', value: 'high' },
        { field: 'add_tags', tags: ['macro'] },
      ],
      506: [
        { field: 'priority', value: 'high' },
        { field: 'comment', body: 'x', public: false },
      ],
    } as const;
    const macros = Object.entries(actions).map(([id, list]) => ({
      id: Number(id),
      title: `Macro ${id}`,
      actions: list,
    }));
    const undone: string[] = [];
    for (const { title } of macros) {
      const around = zendeskWorld({ seed: { ...fullAccount, macros } });
      const before = holdings(around);
      const undo = undoOf(await around.execute('zendesk.apply_macro', { macro: title }));
      if (!undo) continue;
      undone.push(title);
      await around.execute(undo.operation, undo.parameters);
      expect(holdings(around)).toEqual(before);
    }
    expect(undone).toEqual(['Macro 501', 'Macro 502', 'Macro 503', 'Macro 504']);
  });

  test.each([
    ['zendesk.add_note', { note: 'x' }],
    ['zendesk.draft_reply', { text: 'x' }],
    ['zendesk.side_conversation', { to: 'a@b.example', subject: 'x', body: 'x' }],
  ])('%s is out, and cannot be called back', async (operation, parameters) => {
    expect(undoOf(await world().execute(operation, parameters))).toBeUndefined();
  });
});

test('says when the open form shows another value than was saved', async () => {
  const { approve, action, context, workspace } = world();
  workspace.set('ticket.customField:custom_field_901', 'S-unsaved');
  const approval = await approve('zendesk.set_field', set('field', 'S-2', 'Order number'));
  expect(await action('zendesk.set_field').execute(approval, await context())).toMatchObject({
    is: 'succeeded',
    remark: expect.stringContaining('open form') as string,
  });
});
