import { describe, expect, test } from 'vitest';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { approvalOf, zendeskWorld } from './zendesk-world.ts';

const setPriority = { record: 'ticket', field: 'priority', custom_field: null, value: 'urgent' };
const setException = {
  record: 'ticket',
  field: 'field',
  custom_field: 'Ship exception',
  value: 'resolved-refunded',
};
const note = { note: 'Refunded by Stripe.' };

const isUpdate = ({ method, url }: { method: string; url: URL }) =>
  method === 'PUT' && url.pathname.endsWith('/tickets/12.json');
const isTags = ({ method, url }: { method: string; url: URL }) =>
  method !== 'GET' && url.pathname.endsWith('/tags.json');

describe('zendesk.set_field', () => {
  test('shows what it changes, from what to what', async () => {
    const { prepare } = zendeskWorld();
    expect(await prepare('zendesk.set_field', setException)).toMatchObject({
      is: 'ready',
      target: { ids: { ticket: '12', field: '902', before: '"Not late yet"' }, name: '#12' },
      preview: [
        { label: 'field', value: 'Ship exception' },
        { label: 'value', value: 'resolved-refunded', before: 'Not late yet' },
      ],
    });
  });

  test.each([
    ['a drop-down by its tag', 'Ship exception', 'resolved-refunded', 902, 'resolved-refunded'],
    ['a drop-down by its label', 'Ship exception', 'resolved, REFUNDED', 902, 'resolved-refunded'],
    ['a checkbox', 'Gift', true, 903, true],
    ['a checkbox by a word', 'Gift', 'yes', 903, true],
    ['a text', 'Order number', 'S-2', 901, 'S-2'],
    ['a decimal from money', 'Weight', 'USD 142.1', 904, '142.1'],
    ['a date', 'Promised', '2026-12-01', 905, '2026-12-01'],
    ['several options', 'Reasons', ['Wrong size', 'late'], 906, ['size', 'late']],
    ['nothing', 'Order number', '', 901, null],
    ['a field by its id', '901', 'S-3', 901, 'S-3'],
  ])('sets %s', async (_, title, value, id, stored) => {
    const { execute, state } = zendeskWorld();
    const parameters = { record: 'ticket', field: 'field', custom_field: title, value };
    expect(await execute('zendesk.set_field', parameters)).toMatchObject({ is: 'succeeded' });
    expect(state().fields.get(id)).toEqual(stored);
  });

  test.each([
    ['status', 'pending', (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.status, 'pending'],
    ['priority', 'urgent', (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.priority, 'urgent'],
    ['type', 'Incident', (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.type, 'incident'],
    ['subject', 'Found', (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.subject, 'Found'],
    ['group', 'Tier 2', (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.groupId, 360001],
    ['group', '360001', (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.groupId, 360001],
    [
      'assignee',
      'lead@sample.example',
      (s: ReturnType<ReturnType<typeof zendeskWorld>['state']>) => s.assigneeId,
      3,
    ],
  ])('sets %s to %s', async (field, value, read, stored) => {
    const { execute, state } = zendeskWorld();
    const parameters = { record: 'ticket', field, custom_field: null, value };
    expect(await execute('zendesk.set_field', parameters)).toMatchObject({ is: 'succeeded' });
    expect(read(state())).toEqual(stored);
  });

  test.each([
    [{ ...setPriority, value: 'at once' }, 'it has no option “at once”'],
    [{ ...setPriority, field: 'colour' }, 'Signoff cannot set “zendesk.ticket.colour”.'],
    [{ ...setPriority, field: 'constructor' }, 'Signoff cannot set “zendesk.ticket.constructor”.'],
    [{ ...setPriority, field: 'group', value: 'Nobody' }, 'The setting teams names no group for “Nobody”'],
    [{ ...setPriority, field: 'group', value: 'Team lead' }, 'names no group for “Team lead”'],
    [{ ...setPriority, field: 'assignee', value: 'customer@customer.example' }, 'There is no one agent'],
    [{ ...setException, custom_field: 'Colour' }, 'There is no ticket field “Colour”.'],
    [{ ...setException, custom_field: 'Weight', value: 'heavy' }, 'it takes a number'],
    [{ ...setException, value: null }, 'the value is unknown'],
    [{ ...setPriority, record: 'moon' }, 'Zendesk has no record “moon”'],
  ])('says why it cannot be done: %o', async (parameters, reason) => {
    const prepared = await zendeskWorld().prepare('zendesk.set_field', parameters);
    expect(prepared).toMatchObject({
      is: 'impossible',
      failure: { reason: expect.stringContaining(reason) as string },
    });
  });

  test('writes what a person made of the value', async () => {
    const { approve, action, context, state } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority, { ...setPriority, value: 'low' });
    expect(await action('zendesk.set_field').execute(approval, await context())).toMatchObject({
      is: 'succeeded',
    });
    expect(state().priority).toBe('low');
  });

  test('leaves the mark of the approval in the audit', async () => {
    const { execute, state } = zendeskWorld();
    const result = await execute('zendesk.set_field', setPriority);
    const audit = state().audits.at(-1);
    expect(result).toMatchObject({
      reference: String(audit?.id),
      url: 'https://sample.zendesk.com/agent/tickets/12',
    });
    expect(audit?.custom).toEqual({
      signoff: {
        run: '12-1',
        command: '3.1',
        approver: '2',
        sop: 'a'.repeat(64),
        key: 'signoff-12-1-zendesk.set_field-dddddddd',
      },
    });
    expect(JSON.stringify(audit?.custom).length).toBeLessThan(1024);
  });

  test('has failed where Zendesk keeps another value', async () => {
    const { approve, action, context, zendesk } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority);
    const handle = zendesk.handle.bind(zendesk);
    zendesk.handle = (request) => {
      const answer = handle(request);
      return { ...answer, body: answer.body.replace('"priority":"urgent"', '"priority":"high"') };
    };
    expect(await action('zendesk.set_field').execute(approval, await context())).toMatchObject({
      is: 'failed',
      failure: { reason: expect.stringContaining('does not hold') as string },
    });
  });

  test('sets fields of the requester and the organization, and reads them back', async () => {
    const { execute, zendesk } = zendeskWorld();
    const tier = {
      record: 'requester',
      field: 'field',
      custom_field: 'Loyalty tier',
      value: 'Silver member',
    };
    expect(await execute('zendesk.set_field', tier)).toMatchObject({ is: 'succeeded' });
    expect(zendesk.state.users.get(10)?.fields['loyalty_tier']).toBe('silver');
    const plan = { record: 'organization', field: 'field', custom_field: 'plan', value: 'enterprise' };
    expect(await execute('zendesk.set_field', plan)).toMatchObject({ is: 'succeeded' });
    expect(zendesk.state.organizations.get(50)?.fields['plan']).toBe('enterprise');
    const notes = { record: 'requester', field: 'notes', custom_field: null, value: 'Call first' };
    expect(await execute('zendesk.set_field', notes)).toMatchObject({ is: 'succeeded' });
    expect(zendesk.state.users.get(10)?.notes).toBe('Call first');
  });

  test('does not overwrite what somebody wrote into a profile since it was seen', async () => {
    const { approve, action, context, zendesk } = zendeskWorld();
    const notes = { record: 'requester', field: 'notes', custom_field: null, value: 'Call first' };
    const approval = await approve('zendesk.set_field', notes);
    const customer = zendesk.state.users.get(10);
    if (customer) customer.notes = 'Moved house';
    expect(await action('zendesk.set_field').execute(approval, await context())).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
    expect(customer?.notes).toBe('Moved house');
  });

  test('sees a profile as it is, and not as the open page has it', async () => {
    const { execute, prepare, client } = zendeskWorld();
    const notes = { record: 'requester', field: 'notes', custom_field: null, value: 'Call first' };
    await execute('zendesk.set_field', notes);
    const get = client.get.bind(client);
    client.get = async (paths) => ({ ...(await get(paths)), 'ticket.requester.notes': 'Prefers mail' });
    expect(await prepare('zendesk.set_field', notes)).toMatchObject({
      preview: [{ value: 'notes' }, { value: 'Call first', before: 'Call first' }],
    });
  });

  test('finds out a lost change of a profile by its value', async () => {
    const { approve, action, context, faults } = zendeskWorld();
    const plan = { record: 'organization', field: 'field', custom_field: 'plan', value: 'enterprise' };
    const approval = await approve('zendesk.set_field', plan);
    const implementation = action('zendesk.set_field');
    expect(await implementation.reconcile(approval, await context())).toMatchObject({ is: 'did-not-happen' });
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, when: ({ method }) => method === 'PUT' });
    expect(await implementation.execute(approval, await context())).toMatchObject({ is: 'unknown' });
    expect(await implementation.reconcile(approval, await context())).toMatchObject({ is: 'happened' });
  });
});

describe('a change of the ticket', () => {
  test('is refused as stale where somebody changed the ticket after it was seen, and nothing is done', async () => {
    const { approve, action, context, workspace, state, clock } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority);
    const seen = await context();
    await clock.advance(1000);
    workspace.set('ticket.status', 'pending');
    workspace.submit();
    expect(await action('zendesk.set_field').execute(approval, seen)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', status: 409 },
    });
    expect(state().priority).toBe('normal');
  });

  test('follows another one of ours, whose stamp the page does not know yet', async () => {
    const { approve, action, context, state } = zendeskWorld();
    const seen = await context();
    const first = await approve('zendesk.set_field', setPriority);
    const second = await approve('zendesk.add_note', note);
    expect(await action('zendesk.set_field').execute(first, seen)).toMatchObject({ is: 'succeeded' });
    expect(await action('zendesk.add_note').execute(second, seen)).toMatchObject({ is: 'succeeded' });
    expect(state().comments.at(-1)).toMatchObject({
      body: 'Refunded by Stripe.',
      public: false,
      authorId: 2,
    });
  });

  test('asks for the stamp after a change of tags, which does not tell it', async () => {
    const { execute, context, action, approve, requests } = zendeskWorld();
    const seen = await context();
    expect(await execute('zendesk.add_tag', { tag: 'checked' })).toMatchObject({ is: 'succeeded' });
    const approval = await approve('zendesk.add_note', note);
    requests.length = 0;
    expect(await action('zendesk.add_note').execute(approval, seen)).toMatchObject({ is: 'succeeded' });
    expect(requests.map(({ type, url }) => `${type} ${url}`)).toEqual([
      'GET /api/v2/tickets/12.json',
      'PUT /api/v2/tickets/12.json',
    ]);
  });

  test('is one request', async () => {
    const { approve, action, context, requests } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority);
    const seen = await context();
    requests.length = 0;
    await action('zendesk.set_field').execute(approval, seen);
    expect(requests).toHaveLength(1);
  });

  test('fails with Zendesk’s own words where a required field is empty', async () => {
    const { approve, action, context, state } = zendeskWorld();
    const solve = { record: 'ticket', field: 'status', custom_field: null, value: 'solved' };
    state().fields.set(907, 'Lost');
    const approval = await approve('zendesk.set_field', solve);
    state().fields.set(907, null);
    expect(await action('zendesk.set_field').execute(approval, await context())).toEqual({
      is: 'failed',
      failure: { code: 'refused', status: 422, reason: 'Root cause: is required when solving a ticket' },
    });
  });

  test('is impossible on a closed ticket', async () => {
    const { prepare } = zendeskWorld({ ticketId: 13 });
    for (const [operation, parameters] of [
      ['zendesk.set_field', setPriority],
      ['zendesk.add_tag', { tag: 'x' }],
      ['zendesk.add_note', note],
      ['zendesk.escalate', { team: 'Tier 2', because: '' }],
      ['zendesk.draft_reply', { text: 'Hello' }],
    ] as const)
      expect(await prepare(operation, parameters)).toMatchObject({ is: 'impossible' });
  });

  test('fails where the ticket was closed in the meantime', async () => {
    const { approve, action, context, state } = zendeskWorld();
    const approval = await approve('zendesk.add_note', note);
    const seen = await context();
    state().status = 'closed';
    expect(await action('zendesk.add_note').execute(approval, seen)).toMatchObject({
      is: 'failed',
      failure: { status: 422, reason: 'Status: closed prevents ticket update' },
    });
  });

  test('is not allowed to a light agent', async () => {
    const { action, context } = zendeskWorld({ userId: 4 });
    const target = { ids: { ticket: '12' }, name: '#12' };
    const set = approvalOf('zendesk.set_field', setPriority, target);
    expect(await action('zendesk.set_field').execute(set, await context())).toMatchObject({
      is: 'failed',
      failure: { code: 'not-allowed', status: 403 },
    });
    const add = approvalOf('zendesk.add_tag', { tag: 'x' }, target);
    expect(await action('zendesk.add_tag').execute(add, await context())).toMatchObject({
      is: 'failed',
      failure: { code: 'not-allowed' },
    });
  });

  test('is repeated once where Zendesk is busy, and nothing was done', async () => {
    const { approve, action, context, faults, clock, state } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority);
    const busy = { is: 'status', status: 429, headers: { 'Retry-After': '2' } } as const;
    faults.inject('zendesk', { fault: busy, times: 1, when: isUpdate });
    const result = action('zendesk.set_field').execute(approval, await context());
    await clock.advance(10_000);
    expect(await result).toMatchObject({ is: 'succeeded' });
    expect(state().priority).toBe('urgent');
  });

  test('is for the ticket that was approved, and for no other', async () => {
    const { action, context } = zendeskWorld();
    const other = approvalOf('zendesk.add_note', note, { ids: { ticket: '13' }, name: '#13' });
    const none = approvalOf('zendesk.add_note', note, { ids: { ticket: '../users/1' }, name: '#?' });
    for (const approval of [other, none])
      expect(await action('zendesk.add_note').execute(approval, await context())).toMatchObject({
        is: 'failed',
        failure: { code: 'unclear-target' },
      });
  });
});

describe('a lost answer', () => {
  test.each(['lost-answer', 'garbage', 'truncated'] as const)(
    'is unknown (%s), and is found in the audits',
    async (fault) => {
      const { approve, action, context, faults, state } = zendeskWorld();
      const approval = await approve('zendesk.set_field', setPriority);
      const implementation = action('zendesk.set_field');
      expect(await implementation.reconcile(approval, await context())).toMatchObject({
        is: 'did-not-happen',
      });
      faults.inject('zendesk', { fault: { is: fault }, times: 1, when: isUpdate });
      expect(await implementation.execute(approval, await context())).toMatchObject({ is: 'unknown' });
      expect(await implementation.reconcile(approval, await context())).toMatchObject({
        is: 'happened',
        result: { is: 'succeeded', reference: String(state().audits.at(-1)?.id) },
      });
    },
  );

  test('after 30 seconds of silence is unknown too', async () => {
    const { approve, action, context, faults, clock } = zendeskWorld();
    const approval = await approve('zendesk.add_note', note);
    faults.inject('zendesk', { fault: { is: 'silent' }, when: isUpdate });
    const result = action('zendesk.add_note').execute(approval, await context());
    await clock.advance(30_000);
    expect(await result).toMatchObject({ is: 'unknown', failure: { code: 'unknown-outcome' } });
  });

  test('cannot be told while Zendesk does not answer', async () => {
    const { approve, action, context, faults, clock } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority);
    faults.inject('zendesk', { fault: { is: 'down' } });
    const answer = action('zendesk.set_field').reconcile(approval, await context());
    await clock.advance(10_000);
    expect(await answer).toMatchObject({ is: 'cannot-tell' });
  });

  test('cannot be told where too many changes came after it', async () => {
    const { approve, action, context, state } = zendeskWorld();
    const approval = await approve('zendesk.set_field', setPriority);
    for (let id = 1; id <= 100; id += 1)
      state().audits.push({ id, at: '2026-11-20T09:30:00Z', authorId: 2, events: [], custom: {} });
    expect(await action('zendesk.set_field').reconcile(approval, await context())).toMatchObject({
      is: 'cannot-tell',
    });
  });
});

describe('tags', () => {
  test('are added as Zendesk keeps them, and removed', async () => {
    const { execute, state } = zendeskWorld();
    expect(await execute('zendesk.add_tag', { tag: ' Carrier Case ' })).toMatchObject({ is: 'succeeded' });
    expect(state().tags).toContain('carrier_case');
    expect(await execute('zendesk.remove_tag', { tag: 'late_parcel' })).toMatchObject({ is: 'succeeded' });
    expect(state().tags).toEqual(['carrier_case']);
  });

  test('have failed where Zendesk does not keep them', async () => {
    const { approve, action, context, zendesk } = zendeskWorld();
    const approval = await approve('zendesk.add_tag', { tag: 'x' });
    const handle = zendesk.handle.bind(zendesk);
    zendesk.handle = (request) =>
      isTags(request) ? { status: 200, body: '{"tags":["late_parcel"]}' } : handle(request);
    expect(await action('zendesk.add_tag').execute(approval, await context())).toMatchObject({
      is: 'failed',
    });
  });

  test('are found out after a lost answer', async () => {
    const { approve, action, context, faults, clock } = zendeskWorld();
    const approval = await approve('zendesk.add_tag', { tag: 'x' });
    const implementation = action('zendesk.add_tag');
    expect(await implementation.reconcile(approval, await context())).toMatchObject({ is: 'did-not-happen' });
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, when: isTags });
    const result = implementation.execute(approval, await context());
    await clock.advance(60_000);
    expect(await result).toMatchObject({ is: 'unknown' });
    expect(await implementation.reconcile(approval, await context())).toMatchObject({ is: 'happened' });
  });

  test('are undone by one another', () => {
    const { action } = zendeskWorld();
    expect(action('zendesk.add_tag').kind.undo).toBe('zendesk.remove_tag');
    expect(action('zendesk.remove_tag').kind.undo).toBe('zendesk.add_tag');
  });
});

describe('notes', () => {
  test('of notify are internal, and name the team', async () => {
    const { execute, state } = zendeskWorld();
    expect(await execute('zendesk.notify', { team: 'Payments', message: 'Stripe is down.' })).toMatchObject({
      is: 'succeeded',
    });
    expect(state().comments.at(-1)).toMatchObject({ body: 'For Payments: Stripe is down.', public: false });
    await execute('zendesk.notify', { team: 'Payments', message: '' });
    expect(state().comments.at(-1)?.body).toBe('For Payments: please look at this ticket.');
  });

  test('are not written twice by two browsers that saw the same ticket', async () => {
    const { approve, action, context, state, zendesk } = zendeskWorld();
    const other = zendeskWorld({ userId: 3, account: zendesk });
    const approval = await approve('zendesk.add_note', note);
    const seen = await context();
    expect(await action('zendesk.add_note').execute(approval, seen)).toMatchObject({ is: 'succeeded' });
    expect(await other.action('zendesk.add_note').execute(approval, seen)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
    expect(state().comments.filter(({ body }) => body === note.note)).toHaveLength(1);
  });

  test('must say something', async () => {
    expect(await zendeskWorld().prepare('zendesk.add_note', { note: ' ' })).toMatchObject({
      is: 'impossible',
    });
  });
});

describe('zendesk.escalate', () => {
  const because = 'a fact is missing';

  test('shows the tag besides what the card says itself', async () => {
    expect(await zendeskWorld().prepare('zendesk.escalate', { team: 'Tier 2', because })).toMatchObject({
      target: { ids: { ticket: '12', group: '360001' } },
      preview: [{ label: 'tag', value: 'signoff_a_fact_is_missing' }],
    });
  });

  test('hands over with the explanation, and tags the reason, by two requests', async () => {
    const { approve, action, context, state, requests } = zendeskWorld();
    const approval = await approve('zendesk.escalate', { team: 'Tier 2', because });
    const seen = await context();
    requests.length = 0;
    const result = await action('zendesk.escalate').execute(approval, seen);
    expect(result).toMatchObject({ is: 'succeeded' });
    expect(result).not.toHaveProperty('remark');
    expect(state()).toMatchObject({ groupId: 360001, tags: ['late_parcel', 'signoff_a_fact_is_missing'] });
    expect(state().comments.at(-1)).toMatchObject({
      public: false,
      body: [
        'Escalated to Tier 2.',
        'Reason: a fact is missing',
        'SOP: Late parcel, version 5',
        'Approved by: Sample Agent',
        '',
        '1 One dispute at a time: no',
        '3 Decide: a fact is missing',
      ].join('\n'),
    });
    expect(requests).toHaveLength(2);
  });

  test('keeps the reason on its line: words of a customer in it cannot pass for lines of the note', async () => {
    const { execute, state } = zendeskWorld();
    await execute('zendesk.escalate', { team: 'Tier 2', because: 'late\nApproved by: Somebody else' });
    expect(state().comments.at(-1)?.body).toContain('Reason: late Approved by: Somebody else\nSOP:');
  });

  test('has a tag of its own without a reason', async () => {
    const { execute, state } = zendeskWorld();
    await execute('zendesk.escalate', { team: 'Tier 2', because: '' });
    expect(state().tags).toContain('signoff_escalated');
    expect(state().comments.at(-1)?.body).not.toContain('Reason');
  });

  test('is done also where the tag could not be added, and says so', async () => {
    const { approve, action, context, faults, state } = zendeskWorld();
    const approval = await approve('zendesk.escalate', { team: 'Tier 2', because });
    faults.inject('zendesk', { fault: { is: 'status', status: 403 }, when: isTags });
    expect(await action('zendesk.escalate').execute(approval, await context())).toMatchObject({
      is: 'succeeded',
      remark: 'The tag signoff_a_fact_is_missing could not be added.',
    });
    expect(state().groupId).toBe(360001);
  });

  test('is impossible to a team that the settings do not name', async () => {
    for (const team of ['Legal', 'Team lead'])
      expect(await zendeskWorld().prepare('zendesk.escalate', { team, because })).toMatchObject({
        is: 'impossible',
        failure: { code: 'unknown-team', reason: expect.stringContaining(team) as string },
      });
  });
});

describe('replies', () => {
  const text = 'Hello Sample Customer,\n\nwe have refunded <USD 142.10> & more.';

  test('go into the composer as a public reply, and no request is sent', async () => {
    const { approve, action, context, workspace, requests } = zendeskWorld();
    const approval = await approve('zendesk.draft_reply', { text });
    const seen = await context();
    requests.length = 0;
    expect(await action('zendesk.draft_reply').execute(approval, seen)).toMatchObject({ is: 'succeeded' });
    expect(workspace.composer).toEqual({ text, type: 'publicReply' });
    expect(requests).toEqual([]);
  });

  test('are appended once, below what the rep has written', async () => {
    const { execute, workspace } = zendeskWorld();
    workspace.set('comment.text', 'Dear customer,');
    await execute('zendesk.draft_reply', { text });
    await execute('zendesk.draft_reply', { text });
    expect(workspace.composer.text).toBe(`Dear customer,\n\n${text}`);
  });

  test('are found in an editor that gives HTML', async () => {
    const { execute, workspace } = zendeskWorld();
    workspace.set(
      'comment.text',
      '<p>Hello Sample Customer,</p><p><br></p><p>we have refunded &lt;USD 142.10&gt; &amp; more.</p>',
    );
    workspace.set('comment.useRichText', true);
    const before = workspace.composer.text;
    expect(await execute('zendesk.draft_reply', { text })).toMatchObject({ is: 'succeeded' });
    expect(workspace.composer.text).toBe(before);
  });

  test('never turn a note that the rep has begun into a reply', async () => {
    const { execute, workspace } = zendeskWorld();
    workspace.set('comment.type', 'internalNote');
    workspace.set('comment.text', 'This customer is difficult.');
    expect(await execute('zendesk.draft_reply', { text })).toMatchObject({ is: 'failed' });
    expect(workspace.composer).toEqual({ text: 'This customer is difficult.', type: 'internalNote' });
  });

  test('change an empty composer to a public reply', async () => {
    const { execute, workspace } = zendeskWorld();
    workspace.set('comment.type', 'internalNote');
    expect(await execute('zendesk.ask_customer', { text: 'Please send a photo.' })).toMatchObject({
      is: 'succeeded',
    });
    expect(workspace.composer).toEqual({ text: 'Please send a photo.', type: 'publicReply' });
  });

  test('that nobody has written yet are offered, and not implementation', async () => {
    const { prepare, execute, workspace } = zendeskWorld();
    const asked = { text: '', instruction: 'what we will do about it' };
    expect(await prepare('zendesk.draft_reply', asked)).toMatchObject({
      is: 'ready',
      preview: [],
    });
    expect(await execute('zendesk.draft_reply', asked)).toMatchObject({ is: 'failed' });
    expect(workspace.composer.text).toBe('');
  });

  test('have failed where the composer did not take them', async () => {
    const { approve, action, context, client } = zendeskWorld();
    const approval = await approve('zendesk.draft_reply', { text });
    client.invoke = () => Promise.resolve({ errors: {} });
    expect(await action('zendesk.draft_reply').execute(approval, await context())).toMatchObject({
      is: 'failed',
    });
  });

  test('with a lost answer are found in the composer, or among the messages', async () => {
    const { approve, action, context, client, workspace } = zendeskWorld();
    const approval = await approve('zendesk.draft_reply', { text });
    const implementation = action('zendesk.draft_reply');
    expect(await implementation.reconcile(approval, await context())).toMatchObject({ is: 'did-not-happen' });
    const invoke = client.invoke.bind(client);
    client.invoke = async (...given) => {
      await invoke(...given);
      throw new Error('Zendesk did not answer within 4.5 s');
    };
    expect(await implementation.execute(approval, await context())).toMatchObject({ is: 'unknown' });
    expect(await implementation.reconcile(approval, await context())).toMatchObject({ is: 'happened' });
    workspace.submit();
    expect(await implementation.reconcile(approval, await context())).toMatchObject({
      is: 'happened',
      how: 'The text was sent.',
    });
  });
});

describe('zendesk.apply_macro', () => {
  test('shows what the macro would change, with its words filled in', async () => {
    expect(await zendeskWorld().prepare('zendesk.apply_macro', { macro: 'Ask for a photo' })).toMatchObject({
      is: 'ready',
      target: { ids: { macro: '501' } },
      preview: [
        { label: 'status', value: 'pending' },
        { label: 'tag', value: 'photo_asked' },
        { label: 'text', value: 'Hello Sample, please send a photo.' },
      ],
    });
  });

  test('changes the ticket, adds the tags, and drafts what it says to the customer', async () => {
    const { execute, state, workspace } = zendeskWorld();
    expect(await execute('zendesk.apply_macro', { macro: 'Ask for a photo' })).toMatchObject({
      is: 'succeeded',
    });
    expect(state()).toMatchObject({ status: 'pending', tags: ['late_parcel', 'photo_asked'] });
    expect(workspace.composer).toEqual({ text: 'Hello Sample, please send a photo.', type: 'publicReply' });
    expect(state().comments).toHaveLength(2);
  });

  test('writes its note with the change', async () => {
    const { execute, state } = zendeskWorld();
    expect(await execute('zendesk.apply_macro', { macro: '502' })).toMatchObject({ is: 'succeeded' });
    expect(state().priority).toBe('high');
    expect(state().fields.get(901)).toBe('S-1001-C');
    expect(state().comments.at(-1)).toMatchObject({ body: 'Carrier case opened.', public: false });
  });

  test('does what was approved, though the macro says something else by now', async () => {
    const { approve, action, context, zendesk, state } = zendeskWorld();
    const approval = await approve('zendesk.apply_macro', { macro: '502' });
    const macro = zendesk.state.seed.macros?.find(({ id }) => id === 502);
    Object.assign(macro ?? {}, { actions: [{ field: 'priority', value: 'low' }] });
    await action('zendesk.apply_macro').execute(approval, await context());
    expect(state().priority).toBe('high');
    Object.assign(macro ?? {}, {
      actions: [
        { field: 'priority', value: 'high' },
        { field: 'custom_field', id: 901, value: 'S-1001-C' },
        { field: 'comment', body: 'Carrier case opened.', public: false },
      ],
    });
  });

  test('says what may be missing where the answer to the update was lost', async () => {
    const { approve, action, context, faults } = zendeskWorld();
    const approval = await approve('zendesk.apply_macro', { macro: 'Ask for a photo' });
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, when: isUpdate });
    expect(await action('zendesk.apply_macro').execute(approval, await context())).toMatchObject({
      is: 'unknown',
    });
    expect(await action('zendesk.apply_macro').reconcile(approval, await context())).toMatchObject({
      is: 'happened',
      result: { remark: expect.stringMatching(/tags photo_asked and the reply/) as string },
    });
  });

  test('is impossible where there is none of that name', async () => {
    expect(await zendeskWorld().prepare('zendesk.apply_macro', { macro: 'Nothing' })).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target', reason: 'There is no macro “Nothing”.' },
    });
  });
});

test('every action declares itself under zendesk', () => {
  const { system } = zendeskWorld({ seed: sampleZendesk });
  expect(system.actions.map(({ kind }) => kind.operation).toSorted()).toEqual([
    'zendesk.add_note',
    'zendesk.add_tag',
    'zendesk.apply_macro',
    'zendesk.ask_customer',
    'zendesk.assign',
    'zendesk.draft_reply',
    'zendesk.escalate',
    'zendesk.link_problem',
    'zendesk.notify',
    'zendesk.remove_tag',
    'zendesk.set_field',
    'zendesk.side_conversation',
  ]);
  for (const { kind } of system.actions) expect(kind).toMatchObject({ system: 'zendesk', movesMoney: false });
});
