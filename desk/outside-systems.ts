import type { Fake } from './fakes/fake.ts';
import { createZendeskFake, type ZendeskFake } from './fakes/zendesk/zendesk-fake.ts';
import type { World } from './world/world.ts';

/** The fakes of one world, with their state. */
export type OutsideSystems = {
  readonly zendesk: ZendeskFake;
  readonly all: readonly Fake[];
};

/** Makes every outside system as it is when the world begins. */
export function createOutsideSystems(world: World, now: () => string): OutsideSystems {
  const zendesk = createZendeskFake(world.zendesk, now);
  return { zendesk, all: [zendesk] };
}
