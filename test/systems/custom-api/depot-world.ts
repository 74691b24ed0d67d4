import { createDepotFake, DEPOT_HOST } from '../../../desk/fakes/custom-api/depot-fake.ts';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import type { DepotParcelSeed } from '../../../desk/fakes/custom-api/seed.ts';
import type { ActionContext } from '../../../src/app/ports/actions.ts';
import type { ReadAnswer } from '../../../src/app/ports/records.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { createCustomApiSystem } from '../../../src/systems/custom-api/custom-api-system.ts';
import type { ActionImplementation } from '../../../src/systems/system.ts';
import { apiOf } from '../../domain/custom-api/sample-api.ts';
import { actionContext, createAdapterWorld, proposal, readRequest, secure } from '../adapter-world.ts';
import { depotDocument } from './depot-document.ts';

const parcel: DepotParcelSeed = {
  number: 'DP-1',
  order: '#1001',
  status: 'waiting',
  arrivedAt: '2026-11-18T23:30:00Z',
  kilograms: 1.25,
  fee: '4.50',
};

export const facts = { 'parcel number': 'DP-1', 'order number': '#1001' };

type Given = {
  readonly parcels?: readonly Partial<DepotParcelSeed>[];
  readonly description?: string;
  readonly keys?: Readonly<Record<string, string>>;
};

/** The depot as its description connects it, over the real transport and a stand-in that keeps state. */
export function createDepotWorld({ parcels = [{}], description = depotDescription(), keys }: Given = {}) {
  const fake = createDepotFake({
    key: secure.custom_api_secret_1,
    parcels: parcels.map((one) => ({ ...parcel, ...one })),
  });
  const world = createAdapterWorld({
    fakes: [fake],
    documents: { [DEPOT_HOST]: depotDocument },
    ...(keys === undefined ? {} : { keys }),
  });
  const depot = createCustomApiSystem({ ...world, api: apiOf(description) });
  return { ...world, fake, depot };
}

export type DepotWorld = ReturnType<typeof createDepotWorld>;

export function actionOf({ depot }: Pick<DepotWorld, 'depot'>, operation: string): ActionImplementation {
  const action = depot.actions.find(({ kind }) => kind.operation === operation);
  if (action === undefined) throw new Error(`There is no action ${operation}.`);
  return action;
}

type Asked = Parameters<typeof readRequest>[1];

export const read = (
  { depot, settled }: DepotWorld,
  source: string,
  given: Asked = {},
): Promise<ReadAnswer> => settled(depot.read(readRequest(source, { facts, ...given })));

/** What a fact was found to be. */
export async function readingOf(world: DepotWorld, source: string, given: Asked = {}) {
  const answer = await read(world, source, given);
  return answer.is === 'read' ? answer.reading : answer;
}

export const hold = { number: 'DP-1', reason: 'address' } as const;

export function prepare(
  world: DepotWorld,
  parameters: Readonly<Record<string, FactJson>> = hold,
  {
    operation = 'depot.hold',
    context = actionContext(facts),
  }: { operation?: string; context?: ActionContext } = {},
) {
  const prepared = actionOf(world, operation).prepare(proposal(operation, parameters), context, 'shared');
  return world.settled(prepared);
}
