import { describe, expect, it } from 'vitest';
import type { FakeRequest } from '../../../desk/fakes/fake.ts';
import type { VerifiedApproval } from '../../../src/domain/decisions/approval.ts';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { actionContext, proposal, sampleTicket, targetOf, verified } from '../adapter-world.ts';
import {
  actionOf,
  createSalesforceWorld,
  ids,
  sampleSalesforce,
  type SalesforceWorld,
} from './sample-salesforce.ts';

const context = actionContext();
const set = (field: string, value: FactJson, record = 'account') => ({ record, field, value });
const note = { note: 'Asked for a call.' };
const task = { subject: 'Call back', body: 'About the refund', due: '2026-11-27' };
const supportCase = { subject: 'Lost parcel', body: 'Order #1001', priority: 'High' };

const prepare = (world: SalesforceWorld, operation: string, parameters: Parameters, given = context) =>
  actionOf(world, operation).prepare(proposal(`salesforce.${operation}`, parameters), given, 'shared');
const execute = (world: SalesforceWorld, operation: string, approval: VerifiedApproval) =>
  world.settled(actionOf(world, operation).execute(approval, context));
const reconcile = (world: SalesforceWorld, operation: string, approval: VerifiedApproval) =>
  world.settled(actionOf(world, operation).reconcile(approval, context));
const reasonOf = (preparation: Preparation) =>
  preparation.is === 'impossible' ? `${preparation.failure.code}: ${preparation.failure.reason}` : 'ready';

async function approved(world: SalesforceWorld, operation: string, parameters: Parameters) {
  const target = targetOf(await prepare(world, operation, parameters));
  return verified(`salesforce.${operation}`, parameters, target);
}

const rows = ({ fake }: SalesforceWorld) => fake.state.rows;
const account = (world: SalesforceWorld) => rows(world).Account[0]!;
const patches = (world: SalesforceWorld) => world.sent().filter((request) => request.startsWith('PATCH'));

describe('setting a field', () => {
  it('shows the record, the field and the value of now', async () => {
    expect(await prepare(createSalesforceWorld(), 'set_field', set('Renewal_Date__c', '2027-02-28'))).toEqual(
      {
        is: 'ready',
        target: {
          ids: {
            record: 'account',
            id: ids.account,
            field: 'Renewal_Date__c',
            before: '"2027-01-31"',
          },
          name: 'Example Ltd',
          url: `https://sample.my.salesforce.com/${ids.account}`,
        },
        preview: [
          { label: 'field', value: 'Renewal date' },
          { label: 'value', value: '2027-02-28', before: '2027-01-31' },
          { label: 'last_changed', value: '2026-01-05' },
        ],
        atMost: {},
      },
    );
  });

  it.each<readonly [string, string, FactJson, FactJson, FactJson]>([
    ['account', 'Renewal_Date__c', '2027-02-28', '2027-02-28', '2027-01-31'],
    ['account', 'AnnualRevenue', 'USD 5.50', 5.5, 1_200_000.5],
    ['account', 'Industry', '', null, 'Retail'],
    ['account', 'Industry', null, null, 'Retail'],
    ['contact', 'Is_VIP__c', true, true, false],
    ['contact', 'Phone', '5', '5', ''],
    ['case', 'Status', 'Working', 'Working', 'New'],
  ])('sets %s.%s to %j, and says what takes it back', async (record, field, value, held, before) => {
    const world = createSalesforceWorld();
    const result = await execute(
      world,
      'set_field',
      await approved(world, 'set_field', set(field, value, record)),
    );
    const { Account, Contact, Case } = rows(world);
    const changed = new Map([
      ['account', Account],
      ['contact', Contact],
      ['case', Case],
    ]).get(record);
    expect(changed?.[0]?.[field]).toBe(held);
    expect(result).toMatchObject({
      is: 'succeeded',
      undo: { operation: 'salesforce.set_field', parameters: { record, field, value: before } },
    });
  });

  it('is taken back by its own undo', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'set_field', set('Renewal_Date__c', '2027-02-28'));
    const result = await execute(world, 'set_field', approval);
    const undo = result.is === 'succeeded' ? result.undo?.parameters : undefined;
    await execute(world, 'set_field', await approved(world, 'set_field', undo!));
    expect(account(world)['Renewal_Date__c']).toBe('2027-01-31');
  });

  it.each([
    [
      'a misspelt field',
      set('Renewal_Dat__c', 'x'),
      'misconfigured: Salesforce has no account field “Renewal_Dat__c”',
    ],
    [
      'other capitals',
      set('renewal_date__c', 'x'),
      'misconfigured: Salesforce has no account field “renewal_date__c”',
    ],
    ['a field of another form', set("Name = 'x'", 'x'), 'misconfigured'],
    ['a record that it does not set', set('Name', 'x', 'lead'), 'unclear-target: “lead”'],
    [
      'a word in a date',
      set('Renewal_Date__c', 'soon'),
      'not-allowed: “Renewal date” cannot be set: it takes a day',
    ],
    ['what Salesforce computes', set('Score__c', 8), 'not-allowed: “Score” cannot be set'],
  ])('refuses %s before anybody approves it', async (_, parameters, reason) => {
    expect(reasonOf(await prepare(createSalesforceWorld(), 'set_field', parameters))).toContain(reason);
  });

  it('asks which of several is meant, and takes the one that was chosen', async () => {
    const world = createSalesforceWorld();
    const parameters = set('StageName', 'Closed Lost', 'opportunity');
    expect(await prepare(world, 'set_field', parameters)).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target' },
      choice: { record: 'opportunity' },
    });
    const chosen = {
      ...context,
      chosen: (_: string, record: string) => (record === 'opportunity' ? ids.opportunity : undefined),
    };
    expect(targetOf(await prepare(world, 'set_field', parameters, chosen)).name).toBe('Renewal');
  });

  it('does nothing where somebody has changed the value since, or the record is gone', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'set_field', set('Renewal_Date__c', '2027-02-28'));
    account(world)['Renewal_Date__c'] = '2028-01-01';
    expect(await execute(world, 'set_field', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', reason: expect.stringContaining('“2028-01-01” now') as unknown },
    });
    rows(world).Account.pop();
    expect(await execute(world, 'set_field', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
    expect(patches(world)).toEqual([]);
  });

  it('gives the org’s own words where one of its rules refuses', async () => {
    const message = 'A renewal is never moved by more than a month.';
    const world = createSalesforceWorld({
      validationRules: [{ object: 'Account', field: 'Renewal_Date__c', forbids: '2029-01-01', message }],
    });
    const approval = await approved(world, 'set_field', set('Renewal_Date__c', '2029-01-01'));
    expect(await execute(world, 'set_field', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'refused', reason: message },
    });
  });
});

describe('creating', () => {
  it('a note is a task that is done, on the contact', async () => {
    const world = createSalesforceWorld();
    const result = await execute(world, 'add_note', await approved(world, 'add_note', note));
    const [made] = rows(world).Task;
    expect(made).toMatchObject({
      Subject: 'Note from Zendesk ticket 4512',
      Description: 'Asked for a call.\n\nSignoff, ticket 4512, approved by Sample Agent',
      Status: 'Completed',
      WhoId: ids.contact,
      SignoffKey__c: 'signoff-sample-4512-1-3.1>1.1-0a1b2c3d',
    });
    expect(result).toEqual({
      is: 'succeeded',
      reference: made?.Id,
      url: `https://sample.my.salesforce.com/${made?.Id}`,
    });
  });

  it('a task is for whoever is named', async () => {
    const world = createSalesforceWorld();
    const named = { ...task, owner: 'owner@example.com' };
    await execute(world, 'create_task', await approved(world, 'create_task', named));
    expect(rows(world).Task).toMatchObject([
      { Subject: 'Call back', Status: 'Not Started', ActivityDate: '2026-11-27', OwnerId: ids.owner },
    ]);
  });

  it('a case is the contact’s and its account’s', async () => {
    const world = createSalesforceWorld();
    await execute(world, 'create_case', await approved(world, 'create_case', supportCase));
    expect(rows(world).Case.at(-1)).toMatchObject({
      Subject: 'Lost parcel',
      Priority: 'High',
      ContactId: ids.contact,
      AccountId: ids.account,
    });
  });

  it('names the parameter where nobody, or more than one, has the address that the task is for', async () => {
    const named = { ...task, owner: 'owner@example.com' };
    const [owner] = sampleSalesforce.users;
    const twice = createSalesforceWorld({ users: [owner!, { ...owner!, Id: '0055e00000AbCdFAAV' }] });
    expect(reasonOf(await prepare(twice, 'create_task', named))).toContain('several users');
    const nobody = createSalesforceWorld({ users: [] });
    expect(reasonOf(await prepare(nobody, 'create_task', named))).toContain('“owner”');
  });

  it('leaves a record of the same key as people have changed it since', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'create_case', supportCase);
    await execute(world, 'create_case', approval);
    rows(world).Case.at(-1)!['Subject'] = 'Found again';
    expect(await execute(world, 'create_case', approval)).toMatchObject({ is: 'succeeded' });
    expect(rows(world).Case.at(-1)?.['Subject']).toBe('Found again');
    expect(patches(world)).toHaveLength(1);
  });

  it('names the field that an admin has to add', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'add_note', note);
    const fields = world.fake.state.fields.Task;
    fields.splice(
      fields.findIndex(({ name }) => name === 'SignoffKey__c'),
      1,
    );
    expect(await execute(world, 'add_note', approval)).toMatchObject({
      is: 'failed',
      failure: {
        code: 'misconfigured',
        reason: expect.stringContaining('no field SignoffKey__c on Activity') as unknown,
      },
    });
  });

  it('never takes several records of one key for success', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'create_case', supportCase);
    const twin = { Id: '5005e00000AbCdHAAV', SignoffKey__c: approval.key };
    rows(world).Case.push(twin, { ...twin, Id: '5005e00000AbCdIAAV' });
    expect(await execute(world, 'create_case', approval)).toMatchObject({
      is: 'failed',
      failure: { reason: expect.stringContaining('Unique') as unknown },
    });
    expect(await reconcile(world, 'create_case', approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it('does nothing where the contact is gone', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'add_note', note);
    rows(world).Contact.pop();
    expect(await execute(world, 'add_note', approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale' },
    });
  });

  it('reads back which record it was where the answer does not say', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, 'add_note', note);
    const handle = world.fake.handle.bind(world.fake);
    Object.assign(world.fake, {
      handle: (request: FakeRequest) => {
        const answer = handle(request);
        return request.method === 'PATCH' ? { status: 204, body: '' } : answer;
      },
    });
    expect(await execute(world, 'add_note', approval)).toMatchObject({
      is: 'succeeded',
      reference: rows(world).Task[0]?.Id,
    });
  });
});

const everyAction = [
  [
    'set_field',
    set('Renewal_Date__c', '2027-02-28'),
    (world: SalesforceWorld) => Number(account(world)['Renewal_Date__c'] === '2027-02-28'),
  ],
  ['add_note', note, (world: SalesforceWorld) => rows(world).Task.length],
  ['create_task', task, (world: SalesforceWorld) => rows(world).Task.length],
  ['create_case', supportCase, (world: SalesforceWorld) => rows(world).Case.length - 2],
] as const;

describe.each(everyAction)('%s', (operation, parameters, effects) => {
  const isWrite = ({ method }: { readonly method: string }) => method === 'PATCH';

  it('is cleared up as happened where the answer was lost', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('salesforce', { fault: { is: 'silent' }, when: isWrite });
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(await reconcile(world, operation, approval)).toMatchObject({
      is: 'happened',
      result: { is: 'succeeded', reconciled: expect.any(String) as unknown },
    });
    expect(effects(world)).toBe(1);
  });

  it('happens once where only the answer is lost and the request goes out again', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('salesforce', { fault: { is: 'lost-answer' }, when: isWrite, times: 1 });
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'succeeded' });
    expect(effects(world)).toBe(1);
  });

  it('is cleared up as not happened where it never arrived', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('salesforce', { fault: { is: 'down' }, when: isWrite });
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(await reconcile(world, operation, approval)).toMatchObject({ is: 'did-not-happen' });
    expect(effects(world)).toBe(0);
  });

  it('cannot be cleared up while Salesforce does not answer', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('salesforce', { fault: { is: 'status', status: 503 } });
    expect(await reconcile(world, operation, approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it('happens once with the same key', async () => {
    const world = createSalesforceWorld();
    const approval = await approved(world, operation, parameters);
    await execute(world, operation, approval);
    expect(await execute(world, operation, approval)).toMatchObject({ is: 'succeeded' });
    expect(effects(world)).toBe(1);
  });

  it.each([
    ['429', { is: 'status', status: 429 }, 'failed'],
    [
      '401',
      {
        is: 'status',
        status: 401,
        body: '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]',
      },
      'failed',
    ],
    [
      '403',
      { is: 'status', status: 403, body: '[{"message":"No rights","errorCode":"INSUFFICIENT_ACCESS"}]' },
      'failed',
    ],
    [
      '400 with a reason',
      { is: 'status', status: 400, body: '[{"message":"Not now","errorCode":"CUSTOM"}]' },
      'failed',
    ],
    ['500 before it did anything', { is: 'status', status: 500 }, 'unknown'],
    ['HTML', { is: 'garbage' }, 'unknown'],
  ] as const)('never succeeds on %s', async (_, fault, outcome) => {
    const world = createSalesforceWorld();
    const approval = await approved(world, operation, parameters);
    world.zaf.faults.inject('salesforce', { fault, when: isWrite });
    expect(await execute(world, operation, approval)).toMatchObject({ is: outcome });
  });

  it('needs the requester’s own record', async () => {
    const stranger = actionContext({}, sampleTicket('nobody@example.com'));
    expect(reasonOf(await prepare(createSalesforceWorld(), operation, parameters, stranger))).toContain(
      'unclear-target',
    );
  });
});
