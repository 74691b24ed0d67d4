import { createAssistantFake, type AssistantFake } from './fakes/assistant/assistant-fake.ts';
import { createDepotFake, type DepotFake } from './fakes/custom-api/depot-fake.ts';
import { createEasyPostFake, type EasyPostFake } from './fakes/easypost/easypost-fake.ts';
import type { Fake } from './fakes/fake.ts';
import { createHubspotFake, type HubspotFake } from './fakes/hubspot/hubspot-fake.ts';
import { createSalesforceFake, type SalesforceFake } from './fakes/salesforce/salesforce-fake.ts';
import { createShopifyFake, type ShopifyFake } from './fakes/shopify/shopify-fake.ts';
import { createStripeFake, type StripeFake } from './fakes/stripe/stripe-fake.ts';
import { createZendeskFake, type ZendeskFake } from './fakes/zendesk/zendesk-fake.ts';
import type { World } from './world/world.ts';

/** The fakes of one world, with their state. */
export type OutsideSystems = {
  readonly zendesk: ZendeskFake;
  readonly stripe: StripeFake;
  readonly shopify: ShopifyFake;
  readonly easypost: EasyPostFake;
  readonly hubspot: HubspotFake;
  readonly salesforce: SalesforceFake;
  readonly assistant: AssistantFake;
  readonly depot: DepotFake;
  readonly all: readonly Fake[];
};

/** Makes every outside system as it is when the world begins. */
export function createOutsideSystems(world: World, now: () => string): OutsideSystems {
  const systems = {
    zendesk: createZendeskFake(world.zendesk, now),
    stripe: createStripeFake(world.stripe, now),
    shopify: createShopifyFake(world.shopify, now),
    easypost: createEasyPostFake(world.easypost, now),
    hubspot: createHubspotFake(world.hubspot, now),
    salesforce: createSalesforceFake(world.salesforce, now),
    assistant: createAssistantFake(world.assistant),
    depot: createDepotFake(world.depot),
  };
  return { ...systems, all: Object.values(systems) };
}
