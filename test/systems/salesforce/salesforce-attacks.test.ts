import { describe, expect, it } from 'vitest';
import { fieldOfFact } from '../../../src/systems/salesforce/field-value.ts';
import { actionContext, proposal, readRequest, targetOf, verified } from '../adapter-world.ts';
import { actionOf, createSalesforceWorld, ids, type SalesforceWorld } from './sample-salesforce.ts';

const context = actionContext();

async function approvedNote(world: SalesforceWorld) {
  const parameters = { note: 'Asked for a call.' };
  const prepared = await actionOf(world, 'add_note').prepare(
    proposal('salesforce.add_note', parameters),
    context,
    'shared',
  );
  return verified('salesforce.add_note', parameters, targetOf(prepared));
}

describe('“not found” for the record that carries our key', () => {
  const reconcileAfter = async (fault: object) => {
    const world = createSalesforceWorld();
    const approval = await approvedNote(world);
    world.zaf.faults.inject('salesforce', {
      fault: { is: 'status', status: 404, ...fault },
      when: ({ url }) => url.pathname.includes('/SignoffKey__c/'),
    });
    return world.settled(actionOf(world, 'add_note').reconcile(approval, context));
  };
  const errors = (message: string) => ({ body: JSON.stringify([{ message, errorCode: 'NOT_FOUND' }]) });

  it('says that it was not made', async () => {
    expect(await reconcileAfter(errors('The requested resource does not exist'))).toMatchObject({
      is: 'did-not-happen',
    });
  });

  it('says nothing where it is the field that is not there', async () => {
    const missing = 'Provided external ID field does not exist or is not accessible: SignoffKey__c';
    expect(await reconcileAfter(errors(missing))).toMatchObject({ is: 'cannot-tell' });
  });

  it('says nothing where it is the host that is not there', async () => {
    expect(await reconcileAfter({ body: '<html>Not here</html>' })).toMatchObject({ is: 'cannot-tell' });
  });
});

it('counts nothing where Salesforce gives only part of an answer', async () => {
  const world = createSalesforceWorld();
  world.zaf.faults.inject('salesforce', {
    fault: {
      is: 'status',
      status: 200,
      body: JSON.stringify({
        totalSize: 5,
        done: false,
        nextRecordsUrl: '/services/data/v68.0/query/01g-1',
        records: [{ Id: ids.case, IsClosed: false }],
      }),
    },
    when: ({ url }) => /FROM Case/.test(url.searchParams.get('q') ?? ''),
  });
  expect(await world.salesforce.read(readRequest('salesforce.contact.open_case_count'))).toMatchObject({
    is: 'failed',
    failure: { code: 'unreadable' },
  });
});

it('a chosen record that does not fit leads to no other one', async () => {
  const world = createSalesforceWorld();
  const chosen = (_: string, record: string) => (record === 'opportunity' ? '0065e00000AbCdGAAV' : undefined);
  const answer = await world.salesforce.read({
    ...readRequest('salesforce.opportunity.Name'),
    chosen,
  });
  expect(answer).toMatchObject({
    reading: { is: 'none', because: 'several' },
    choice: { candidates: [{ name: 'Renewal' }, { name: 'Upgrade' }] },
  });
});

it('a record is written at most twice, also while Salesforce is down', async () => {
  const world = createSalesforceWorld();
  const approval = await approvedNote(world);
  world.zaf.faults.inject('salesforce', {
    fault: { is: 'status', status: 503 },
    when: ({ method }) => method === 'PATCH',
  });
  const action = actionOf(world, 'add_note');
  expect(await world.settled(action.execute(approval, context))).toMatchObject({ is: 'unknown' });
  expect(world.sent().filter((request) => request.startsWith('PATCH'))).toHaveLength(2);
});

it.each([
  ['Date/Time', '2026-11-20', { is: 'value', raw: '2026-11-20T12:00:00.000Z' }],
  ['Date/Time', '2026-11-20T10:00:00.000+0000', { is: 'value', raw: '2026-11-20T10:00:00.000Z' }],
  ['Date/Time', '2026-11-20T10:00', { is: 'misfit' }],
  ['Date', '2026-02-30', { is: 'misfit' }],
  ['Currency(16, 2)', 'USD 1,234.50', { is: 'value', raw: 1234.5 }],
  ['Currency(16, 2)', '-5', { is: 'value', raw: -5 }],
  ['Number(18, 0)', '9007199254740993', { is: 'misfit' }],
])('%s takes %s for what it says, or not at all', (DataType, value, written) => {
  expect(fieldOfFact({ DataType }, value)).toMatchObject(written);
});
