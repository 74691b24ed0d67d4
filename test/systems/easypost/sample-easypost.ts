import { createEasyPostFake, type EasyPostFake } from '../../../desk/fakes/easypost/easypost-fake.ts';
import type { EasyPostSeed, EasyPostTrackerSeed } from '../../../desk/fakes/easypost/seed.ts';
import {
  createEasyPostSystem,
  type EasyPostSettings,
} from '../../../src/systems/easypost/easypost-system.ts';
import type { System } from '../../../src/systems/system.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createAdapterWorld, secure, type AdapterWorld } from '../adapter-world.ts';
import { easyPostDocument } from './easypost-document.ts';

export const parcel: EasyPostTrackerSeed = {
  trackingCode: 'EZ1001',
  carrier: 'UPS',
  status: 'in_transit',
  statusDetail: 'weather_delay',
  estDeliveryDate: '2026-11-11T23:30:00Z',
};

/** What insures the sample parcel for $100. */
export const insurance = {
  id: 'ins_1',
  trackingCode: 'EZ1001',
  amount: '100.00',
  status: 'purchased',
  createdAt: '2026-11-01T10:00:00Z',
} as const;

/** A claim over the sample parcel that somebody has filed before. */
export const claim = {
  id: 'clm_1',
  trackingCode: 'EZ1001',
  type: 'loss',
  status: 'submitted',
  amount: '96.00',
  createdAt: '2026-11-15T23:30:00Z',
} as const;

/** The label of the sample parcel, bought with EasyPost. */
export const label = { id: 'shp_1', trackingCode: 'EZ1001', postage: '6.07' } as const;

export type EasyPostWorld = AdapterWorld & { readonly easypost: System; readonly fake: EasyPostFake };

export function createEasyPostWorld(
  seed: Partial<EasyPostSeed> = {},
  given: { readonly keys?: Readonly<Record<string, string>> } & Pick<EasyPostSettings, 'trackingNumber'> = {},
): EasyPostWorld {
  const { trackingNumber, ...options } = given;
  const clock = createManualClock();
  const fake = createEasyPostFake({ key: secure.easypost_key, trackers: [parcel], ...seed }, () =>
    clock.now(),
  );
  const world = createAdapterWorld({
    fakes: [fake],
    clock,
    documents: { 'api.easypost.com': easyPostDocument },
    ...options,
  });
  const { transport, dateOf } = world;
  const settings = { transport, clock, dateOf, ...(trackingNumber === undefined ? {} : { trackingNumber }) };
  return { ...world, easypost: createEasyPostSystem(settings), fake };
}

/** The action of this operation. */
export function actionOf({ easypost }: EasyPostWorld, operation: string): System['actions'][number] {
  const action = easypost.actions.find(({ kind }) => kind.operation === operation);
  if (action === undefined) throw new Error(`EasyPost does not offer ${operation}.`);
  return action;
}
