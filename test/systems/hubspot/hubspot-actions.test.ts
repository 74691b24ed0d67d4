import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifiedApproval } from '../../../src/domain/decisions/approval.ts';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { activityBody, carriesKey } from '../../../src/systems/hubspot/activity-text.ts';
import { actionContext, proposal, sampleTicket, targetOf, verified } from '../adapter-world.ts';
import { actionOf, createHubspotWorld, sampleHubspot, type HubspotWorld } from './sample-hubspot.ts';

const context = actionContext();
const set = (property: string, value: string | number | boolean | null, record = 'contact') => ({
  record,
  property,
  value,
});
const note = { note: 'Asked for a call.\n<b>Soon</b>' };
const task = { subject: 'Call back', body: 'About the refund', due: '2026-11-27' };

const prepare = (world: HubspotWorld, operation: string, parameters: Parameters, given = context) =>
  actionOf(world, operation).prepare(proposal(`hubspot.${operation}`, parameters), given, 'shared');
const execute = (world: HubspotWorld, operation: string, approval: VerifiedApproval) =>
  world.settled(actionOf(world, operation).execute(approval, context));
const reconcile = (world: HubspotWorld, operation: string, approval: VerifiedApproval) =>
  world.settled(actionOf(world, operation).reconcile(approval, context));
const reasonOf = (preparation: Preparation) =>
  preparation.is === 'impossible' ? `${preparation.failure.code}: ${preparation.failure.reason}` : 'ready';

async function approved(world: HubspotWorld, operation: string, parameters: Parameters) {
  const target = targetOf(await prepare(world, operation, parameters));
  return verified(`hubspot.${operation}`, parameters, target);
}

const contact = ({ fake }: HubspotWorld) => fake.state.records.contacts.get('101')!;
const notes = ({ fake }: HubspotWorld) => [...fake.state.records.notes.values()];
const tasks = ({ fake }: HubspotWorld) => [...fake.state.records.tasks.values()];
const writes = (world: HubspotWorld, method: string) =>
  world.zaf.requests.filter(({ type, url }) => type === method && !/read|search/.test(url));

describe('setting a property', () => {
  it('shows the contact, the property and the value of now', async () => {
    expect(await prepare(createHubspotWorld(), 'set_property', set('lifecyclestage', 'customer'))).toEqual({
      is: 'ready',
      target: {
        ids: { record: 'contact', id: '101', property: 'lifecyclestage', before: 'lead' },
        name: 'Sample Customer',
      },
      preview: [
        { label: 'property', value: 'Lifecycle stage' },
        { label: 'value', value: 'customer', before: 'lead' },
        { label: 'last_changed', value: '2026-02-03' },
      ],
      atMost: {},
    });
  });

  it.each([
    ['lifecyclestage', 'customer', 'customer'],
    ['lifecyclestage', 'Customer', 'customer'],
    ['loyalty_points', 'USD 250.50', '250.5'],
    ['loyalty_points', 300, '300'],
    ['is_vip', true, 'true'],
    ['is_vip', 'no', 'false'],
    ['phone', '', ''],
    ['phone', null, ''],
  ])('sets %s to %j, and says what takes it back', async (property, value, held) => {
    const world = createHubspotWorld();
    contact(world).properties['phone'] = '1';
    const before = contact(world).properties[property] ?? '';
    const result = await execute(
      world,
      'set_property',
      await approved(world, 'set_property', set(property, value)),
    );
    expect(contact(world).properties[property]).toBe(held);
    expect(result).toEqual({
      is: 'succeeded',
      reference: 'contact 101',
      undo: { operation: 'hubspot.set_property', parameters: { record: 'contact', property, value: before } },
    });
  });

  it('is taken back by its own undo', async () => {
    const world = createHubspotWorld();
    const result = await execute(
      world,
      'set_property',
      await approved(world, 'set_property', set('phone', '5')),
    );
    const undo = result.is === 'succeeded' ? result.undo?.parameters : undefined;
    await execute(world, 'set_property', await approved(world, 'set_property', undo!));
    expect(contact(world).properties['phone']).toBe('');
  });

  it('sets a property of the company', async () => {
    const world = createHubspotWorld();
    await execute(
      world,
      'set_property',
      await approved(world, 'set_property', set('industry', 'RETAIL', 'company')),
    );
    expect(world.fake.state.records.companies.get('201')?.properties['industry']).toBe('RETAIL');
  });

  it.each([
    [
      'a misspelt property',
      set('lifecycelstage', 'customer'),
      'misconfigured: HubSpot has no contact property “lifecycelstage”.',
    ],
    ['a property of another form', set('a b', 'x'), 'misconfigured: HubSpot has no contact property “a b”.'],
    [
      'a record that it does not set',
      set('name', 'x', 'deal'),
      'unclear-target: “deal” is neither contact nor company.',
    ],
    [
      'a word that is no option',
      set('lifecyclestage', 'friend'),
      'not-allowed: “Lifecycle stage” cannot be set: it takes one of its options',
    ],
    [
      'a word in a number',
      set('loyalty_points', 'many'),
      'not-allowed: “Loyalty points” cannot be set: it takes a number',
    ],
    ['what HubSpot fills in', set('score', '5'), 'not-allowed: HubSpot itself fills in “Score”.'],
  ])('refuses %s before anybody approves it', async (_, parameters, reason) => {
    expect(reasonOf(await prepare(createHubspotWorld(), 'set_property', parameters))).toContain(reason);
  });

  it('asks which company is meant', async () => {
    const world = createHubspotWorld({
      contacts: [{ ...sampleHubspot.contacts[0]!, companies: ['201', '202'] }],
      companies: [...sampleHubspot.companies, { id: '202', properties: { name: 'Example Branch' } }],
    });
    const parameters = set('industry', 'RETAIL', 'company');
    const unclear = await prepare(world, 'set_property', parameters);
    expect(unclear).toMatchObject({
      is: 'impossible',
      choice: { record: 'company', candidates: [{ id: '201' }, { id: '202' }] },
    });
    const chosen = { ...context, chosen: () => '202' };
    expect(targetOf(await prepare(world, 'set_property', parameters, chosen)).ids['id']).toBe('202');
  });

  it('does nothing where somebody has changed the value since', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, 'set_property', set('phone', '5'));
    contact(world).properties['phone'] = '7';
    expect(await execute(world, 'set_property', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', reason: expect.stringContaining('“7” now; it was “”') as unknown },
    });
    expect(writes(world, 'PATCH')).toEqual([]);
  });

  it('does nothing to a contact that was merged into another, or is gone', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, 'set_property', set('phone', '5'));
    const { records, merged } = world.fake.state;
    records.contacts.set('102', { ...contact(world), id: '102', properties: {} });
    merged.set('contacts/101', '102');
    expect(await execute(world, 'set_property', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', reason: expect.stringContaining('merged') as unknown },
    });
    merged.clear();
    records.contacts.delete('101');
    expect(await execute(world, 'set_property', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
  });

  it('writes once, however often it is carried out', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, 'set_property', set('phone', '5'));
    await execute(world, 'set_property', approval);
    expect(await execute(world, 'set_property', approval)).toMatchObject({ is: 'succeeded' });
    expect(writes(world, 'PATCH')).toHaveLength(1);
  });

  it('fails where HubSpot takes the change without making it', async () => {
    const world = createHubspotWorld();
    contact(world).properties['lifecyclestage'] = 'customer';
    const approval = await approved(world, 'set_property', set('lifecyclestage', 'lead'));
    expect(await execute(world, 'set_property', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'refused', reason: expect.stringContaining('still holds “customer”') as unknown },
    });
  });

  it('names a property that HubSpot lost in between', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, 'set_property', set('jobtitle', 'Buyer'));
    const known = world.fake.state.properties.contacts;
    known.splice(
      known.findIndex(({ name }) => name === 'jobtitle'),
      1,
    );
    expect(await execute(world, 'set_property', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'misconfigured', reason: expect.stringContaining('“jobtitle”') as unknown },
    });
  });
});

describe('a note and a task', () => {
  it('a note stands on the contact, with what was written and who approved it', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, 'add_note', note);
    expect(await execute(world, 'add_note', approval)).toEqual({
      is: 'succeeded',
      reference: 'note 9000001',
    });
    expect(notes(world)[0]?.properties['hs_note_body']).toBe(
      '<p>Asked for a call.</p><p>&lt;b&gt;Soon&lt;/b&gt;</p>' +
        '<p><small>Signoff, approved by Sample Agent [signoff-sample-4512-1-3.1&gt;1.1-0a1b2c3d]</small></p>',
    );
    expect(world.fake.state.links).toContainEqual({ left: 'notes/9000001', right: 'contacts/101' });
  });

  it('a task is for the contact’s owner, or for whoever is named', async () => {
    const world = createHubspotWorld();
    await execute(world, 'create_task', await approved(world, 'create_task', task));
    const named = { subject: 'Call', owner: 'second.owner@example.com' };
    const approval = verified(
      'hubspot.create_task',
      named,
      targetOf(await prepare(world, 'create_task', named)),
      { key: 'signoff-sample-4512-1-4.1-ffffffff' },
    );
    await execute(world, 'create_task', approval);
    expect(tasks(world).map(({ properties }) => properties)).toMatchObject([
      {
        hs_task_subject: 'Call back',
        hs_task_status: 'NOT_STARTED',
        hs_timestamp: '2026-11-27T12:00:00.000Z',
        hubspot_owner_id: '501',
      },
      { hs_task_subject: 'Call', hubspot_owner_id: '502' },
    ]);
  });

  it('names the parameter where nobody has the address that the task is for', async () => {
    const preparation = await prepare(createHubspotWorld(), 'create_task', {
      ...task,
      owner: 'x@example.com',
    });
    expect(reasonOf(preparation)).toContain('misconfigured');
    expect(reasonOf(preparation)).toContain('“owner”');
  });

  it.each([
    ['add_note', { note: ' ' }],
    ['create_task', { subject: '' }],
  ])('%s needs something to write', async (operation, parameters) => {
    expect(reasonOf(await prepare(createHubspotWorld(), operation, parameters))).toContain('refused');
  });

  it.each([
    ['add_note', note],
    ['create_task', task],
  ])('%s needs the requester’s own contact', async (operation, parameters) => {
    const stranger = actionContext({}, sampleTicket('nobody@example.com'));
    expect(reasonOf(await prepare(createHubspotWorld(), operation, parameters, stranger))).toBe(
      'unclear-target: HubSpot has no contact for the requester of this ticket.',
    );
  });

  it('a key is found in what was written, and no other key is', () => {
    const key = fc.stringMatching(/^signoff-[A-Za-z0-9.:>-]{1,40}-[0-9a-f]{8}$/);
    fc.assert(
      fc.property(key, key, fc.string(), (ours, other, text) => {
        fc.pre(ours !== other && !text.includes('signoff'));
        const { approval } = verified('hubspot.add_note', note, { ids: {}, name: '' });
        const body = activityBody(text, approval, ours);
        expect([carriesKey(body, ours), carriesKey(body, other)]).toEqual([true, false]);
      }),
    );
  });
});

const everyAction = [
  [
    'set_property',
    set('phone', '5'),
    'PATCH',
    (world: HubspotWorld) => Number(contact(world).properties['phone'] === '5'),
  ],
  ['add_note', note, 'POST', (world: HubspotWorld) => notes(world).length],
  ['create_task', task, 'POST', (world: HubspotWorld) => tasks(world).length],
] as const;

describe.each(everyAction)('%s', (operation, parameters, method, effects) => {
  const isWrite = ({ method: used, url }: { readonly method: string; readonly url: URL }) =>
    used === method && !/read|search/.test(url.pathname);

  it('is cleared up as happened where the answer was lost', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('hubspot', { fault: { is: 'silent' }, when: isWrite });
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(await reconcile(world, operation, approval)).toMatchObject({
      is: 'happened',
      result: { is: 'succeeded', reconciled: expect.any(String) as unknown },
    });
    expect(effects(world)).toBe(1);
  });

  it('is cleared up as not happened where it never arrived', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('hubspot', { fault: { is: 'down' }, when: isWrite });
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    await world.clock.advance(20 * 60_000);
    expect(await reconcile(world, operation, approval)).toMatchObject({ is: 'did-not-happen' });
    expect(effects(world)).toBe(0);
  });

  it('cannot be cleared up while HubSpot does not answer', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('hubspot', { fault: { is: 'status', status: 500 } });
    expect(await reconcile(world, operation, approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it('happens once with the same key', async () => {
    const world = createHubspotWorld();
    const approval = await approved(world, operation, parameters);
    await execute(world, operation, approval);
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'succeeded' });
    expect(effects(world)).toBe(1);
  });

  it.each([
    ['429', { is: 'status', status: 429 }, 'failed'],
    ['401', { is: 'status', status: 401 }, 'failed'],
    ['403', { is: 'status', status: 403 }, 'failed'],
    ['422 with a reason', { is: 'status', status: 422, body: '{"message":"Not now"}' }, 'failed'],
    ['500 before it did anything', { is: 'status', status: 500 }, 'unknown'],
    ['HTML', { is: 'garbage' }, 'unknown'],
    ['a broken answer', { is: 'truncated' }, 'unknown'],
  ] as const)('never succeeds on %s', async (_, fault, outcome) => {
    const world = createHubspotWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('hubspot', { fault, when: isWrite });
    expect(await execute(world, operation, approval)).toMatchObject({ is: outcome });
  });
});

it('a note that HubSpot may only not show yet is not called missing', async () => {
  const world = createHubspotWorld();
  const approval = await approved(world, 'add_note', note);
  // An approval can be carried out a quarter of an hour after it was given.
  await world.clock.advance(16 * 60_000);
  expect(await reconcile(world, 'add_note', approval)).toMatchObject({
    is: 'cannot-tell',
    how: expect.stringContaining('ask again in a few minutes') as unknown,
  });
});

it.each([429, 500, 503])('a note is sent once and never again by itself, also after %i', async (status) => {
  const world = createHubspotWorld();
  const approval = await approved(world, 'add_note', note);
  world.zaf.faults.inject('hubspot', {
    fault: { is: 'status', status },
    when: ({ method, url }) => method === 'POST' && url.pathname === '/crm/v3/objects/notes',
  });
  await execute(world, 'add_note', approval);
  expect(writes(world, 'POST')).toHaveLength(1);
});

it('nothing is ever looked for by search', async () => {
  const world = createHubspotWorld();
  const approval = await approved(world, 'add_note', note);
  await execute(world, 'add_note', approval);
  await reconcile(world, 'add_note', approval);
  expect(world.sent().filter((request) => request.includes('search'))).toEqual([]);
});
