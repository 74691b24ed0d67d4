import { describe, expect, test } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { fullAccount } from './full-account.ts';
import { approvalOf, zendeskWorld } from './zendesk-world.ts';

const world = () => zendeskWorld({ seed: fullAccount });
const to = (group: string | null, assignee: string | null): Parameters => ({ group, assignee });
const isUpdate = ({ method }: { method: string }) => method === 'PUT';

describe('zendesk.assign', () => {
  test.each([
    ['a team of the settings', to('Tier 2', null), { groupId: 360001, assigneeId: 2 }],
    ['a group by its own name', to('tier 2', null), { groupId: 360001, assigneeId: 2 }],
    ['a group by its id', to('360001', null), { groupId: 360001 }],
    ['an agent by the address', to(null, 'second.lead@sample.example'), { groupId: 360002, assigneeId: 5 }],
    ['an agent by the name', to(null, 'sample AGENT'), { assigneeId: 2 }],
    ['an agent by the id', to(null, '3'), { assigneeId: 3 }],
    ['both', to('Tier 2', 'lead@sample.example'), { groupId: 360001, assigneeId: 3 }],
    ['nobody', to(null, 'nobody'), { groupId: 360002, assigneeId: null }],
  ])('gives the ticket to %s', async (_, parameters, now) => {
    const { execute, state } = world();
    expect(await execute('zendesk.assign', parameters)).toMatchObject({ is: 'succeeded' });
    expect(state()).toMatchObject(now);
  });

  test.each([
    [to(null, null), 'refused', 'Name a group or an agent'],
    [to('Legal', null), 'unknown-team', 'Legal'],
    [to(null, 'Sample Nobody'), 'unclear-target', 'Sample Nobody'],
    [to(null, 'Sample Customer'), 'unclear-target', 'Sample Customer'],
  ])('says why it cannot be done: %o', async (parameters, code, words) => {
    expect(await world().prepare('zendesk.assign', parameters)).toMatchObject({
      is: 'impossible',
      failure: { code, reason: expect.stringContaining(words) as string },
    });
  });

  test('lets the rep choose between two agents of one name', async () => {
    const { prepare, action, context } = world();
    const parameters = to(null, 'Sample Lead');
    expect(await prepare('zendesk.assign', parameters)).toMatchObject({
      is: 'impossible',
      choice: {
        system: 'zendesk',
        record: 'agent',
        candidates: [
          { id: '3', name: 'Sample Lead', details: [{ label: 'email', value: 'lead@sample.example' }] },
          { id: '5', details: [{ label: 'email', value: 'second.lead@sample.example' }] },
        ],
      },
    });
    const chosen = { ...(await context()), chosen: () => '5' };
    const proposal = { kind: 'propose', action: undefined, operation: 'zendesk.assign', parameters } as const;
    expect(
      await action('zendesk.assign').prepare({ ...proposal, needs: undefined, attempt: 0 }, chosen, 'newest'),
    ).toMatchObject({ is: 'ready', target: { ids: { assignee: '5' } } });
  });

  test('cannot be prepared while Zendesk does not list the groups', async () => {
    const { prepare, faults } = world();
    faults.inject('zendesk', { fault: { is: 'status', status: 500 } });
    expect(await prepare('zendesk.assign', to('Night shift', null))).toMatchObject({
      is: 'impossible',
      failure: { code: 'unavailable' },
    });
  });

  test('has failed where Zendesk keeps somebody else', async () => {
    const { approve, action, context, zendesk } = world();
    const approval = await approve('zendesk.assign', to('Tier 2', null));
    const handle = zendesk.handle.bind(zendesk);
    zendesk.handle = (request) => {
      const answer = handle(request);
      return { ...answer, body: answer.body.replace('"group_id":360001', '"group_id":360002') };
    };
    expect(await action('zendesk.assign').execute(approval, await context())).toMatchObject({ is: 'failed' });
  });

  test.each([{ ticket: '12' }, { ticket: '12', group: 'x' }])(
    'does nothing on an approval that names nobody: %o',
    async (ids) => {
      const { action, context, requests } = world();
      const approval = approvalOf('zendesk.assign', to('Tier 2', null), { ids, name: '#12' });
      const seen = await context();
      requests.length = 0;
      expect(await action('zendesk.assign').execute(approval, seen)).toMatchObject({
        failure: { code: 'unclear-target' },
      });
      expect(requests).toEqual([]);
    },
  );
});

describe('zendesk.link_problem', () => {
  const link = (problem: string, type: string | null = null): Parameters => ({ problem, type });

  test('shows the problem, and links the ticket as its incident', async () => {
    const { prepare, execute, state } = world();
    Object.assign(state(), { type: 'question', problemId: null });
    expect(await prepare('zendesk.link_problem', link('#15'))).toMatchObject({
      is: 'ready',
      target: { ids: { ticket: '12', problem: '15' } },
      preview: [
        { label: 'subject', value: 'The warehouse is closed' },
        { label: 'status', value: 'open' },
      ],
    });
    expect(await execute('zendesk.link_problem', link('15'))).toMatchObject({
      is: 'succeeded',
      undo: { parameters: { problem: '', type: 'question' } },
    });
    expect(state()).toMatchObject({ type: 'incident', problemId: 15 });
  });

  test.each([
    ['the ticket itself', link('12'), 'refused'],
    ['no number', link('the strike'), 'unclear-target'],
    ['a ticket that is no problem', link('17'), 'refused'],
    ['a ticket that is not there', link('99'), 'refused'],
    ['a type that Zendesk lacks', link('15', 'disaster'), 'refused'],
  ])('is impossible with %s', async (_, parameters, code) => {
    expect(await world().prepare('zendesk.link_problem', parameters)).toMatchObject({
      is: 'impossible',
      failure: { code },
    });
  });

  test('is impossible with a closed problem', async () => {
    const { prepare, zendesk } = world();
    const problem = zendesk.state.tickets.get(15);
    if (problem) problem.status = 'closed';
    expect(await prepare('zendesk.link_problem', link('15'))).toMatchObject({ is: 'impossible' });
  });

  test('is refused where the problem became something else in the meantime', async () => {
    const { approve, action, context, zendesk } = world();
    const approval = await approve('zendesk.link_problem', link('15'));
    const problem = zendesk.state.tickets.get(15);
    if (problem) problem.type = 'task';
    expect(await action('zendesk.link_problem').execute(approval, await context())).toMatchObject({
      is: 'failed',
      failure: { status: 422, reason: expect.stringContaining('not a problem') as string },
    });
  });
});

describe.each([
  ['zendesk.assign', to('Tier 2', null)],
  ['zendesk.link_problem', { problem: '15', type: null }],
] as const)('%s, like every change of a ticket,', (operation, parameters) => {
  test('is stale where somebody changed the ticket after it was seen', async () => {
    const { approve, action, context, workspace, clock } = world();
    const approval = await approve(operation, parameters);
    const seen = await context();
    await clock.advance(1000);
    workspace.set('ticket.priority', 'low');
    workspace.submit();
    expect(await action(operation).execute(approval, seen)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
  });

  test('is found out after a lost answer', async () => {
    const { approve, action, context, faults } = world();
    const approval = await approve(operation, parameters);
    expect(await action(operation).reconcile(approval, await context())).toMatchObject({
      is: 'did-not-happen',
    });
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, when: isUpdate });
    expect(await action(operation).execute(approval, await context())).toMatchObject({ is: 'unknown' });
    expect(await action(operation).reconcile(approval, await context())).toMatchObject({
      is: 'happened',
      result: { undo: { operation } },
    });
  });

  test('happens once though two browsers do it', async () => {
    const one = world();
    const other = zendeskWorld({ seed: fullAccount, userId: 1, account: one.zendesk });
    const approval = await one.approve(operation, parameters);
    const seen = await one.context();
    expect(await one.action(operation).execute(approval, seen)).toMatchObject({ is: 'succeeded' });
    expect(await other.action(operation).execute(approval, seen)).toMatchObject({
      failure: { code: 'stale' },
    });
  });

  test.each([401, 403])('has failed with %i, and nothing was done', async (status) => {
    const { approve, action, context, faults, state } = world();
    const approval = await approve(operation, parameters);
    const before = state().updatedAt;
    faults.inject('zendesk', { fault: { is: 'status', status }, when: isUpdate });
    expect(await action(operation).execute(approval, await context())).toMatchObject({
      is: 'failed',
      failure: { status },
    });
    expect(state().updatedAt).toBe(before);
  });

  test('waits where Zendesk is busy, and is unknown where the answer has another form', async () => {
    const { approve, action, context, faults, clock } = world();
    const approval = await approve(operation, parameters);
    const busy = { is: 'status', status: 429, headers: { 'Retry-After': '1' } } as const;
    faults.inject('zendesk', { fault: busy, times: 1, when: isUpdate });
    faults.inject('zendesk', { fault: { is: 'status', status: 200, body: '{}' }, when: isUpdate });
    const result = action(operation).execute(approval, await context());
    await clock.advance(10_000);
    expect(await result).toMatchObject({ is: 'unknown' });
  });
});
