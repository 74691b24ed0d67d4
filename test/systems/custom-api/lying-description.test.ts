import { describe, expect, it } from 'vitest';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import { actionContext, proposal, readRequest, targetOf, verified } from '../adapter-world.ts';
import { actionOf, createDepotWorld, facts } from './depot-world.ts';

/** An admin believes that the list of holds can be asked for by our key. */
const believed = depotDescription()
  .replace(
    'request: GET /parcels/{parcel number}/holds',
    "request: GET /parcels\n    query:\n      order: '{reference}'",
  )
  .replace('find: hold by number where reference is the key', 'find: hold by the key');
const key = 'signoff-sample-4512-1-3.1>1.1-0a1b2c3d';
const parameters = { number: 'DP-1', reason: 'address' };
const context = actionContext(facts);

async function reconcileWith(holds: readonly object[]) {
  const world = createDepotWorld({ description: believed });
  const action = actionOf(world, 'depot.hold');
  const prepared = await action.prepare(proposal('depot.hold', parameters), context, 'shared');
  const approval = verified('depot.hold', parameters, targetOf(prepared), { key });
  world.zaf.faults.inject('depot', {
    fault: { is: 'status', status: 200, body: JSON.stringify({ holds }) },
    when: ({ url }) => url.pathname.endsWith('/parcels'),
  });
  return world.settled(action.reconcile(approval, context));
}

describe('a list that is asked for by our key', () => {
  it('and gives records of others says nothing: it does not heed the key', async () => {
    expect(await reconcileWith([{ id: 'H-1', reason: 'address' }])).toMatchObject({ is: 'cannot-tell' });
  });

  it('proves it with a record that names the key', async () => {
    const ours = { id: 'H-2', reason: 'address', reference: `By ${key}` };
    expect(await reconcileWith([{ id: 'H-1', reason: 'address' }, ours])).toMatchObject({
      is: 'happened',
      result: { reference: 'H-2' },
    });
  });

  it('and is empty says that it did not happen', async () => {
    expect(await reconcileWith([])).toMatchObject({ is: 'did-not-happen' });
  });
});

it('a page instead of “not found” is not the absence of a record', async () => {
  const world = createDepotWorld();
  world.zaf.faults.inject('depot', {
    fault: { is: 'status', status: 404, body: '<!doctype html><html>No such path</html>' },
  });
  const answer = await world.settled(world.depot.read(readRequest('depot.parcel.status', { facts })));
  expect(answer).toMatchObject({ is: 'failed', failure: { code: 'unreadable' } });
});
