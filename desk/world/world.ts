import type { AssistantSeed } from '../fakes/assistant/seed.ts';
import type { DepotSeed } from '../fakes/custom-api/seed.ts';
import type { EasyPostSeed } from '../fakes/easypost/seed.ts';
import type { HubspotSeed } from '../fakes/hubspot/seed.ts';
import type { SalesforceSeed } from '../fakes/salesforce/seed.ts';
import type { ShopifySeed } from '../fakes/shopify/seed.ts';
import type { StripeSeed } from '../fakes/stripe/seed.ts';
import type { ZendeskSeed } from '../fakes/zendesk/seed.ts';
import type { Fault } from '../faults.ts';
import { createCalendar } from './calendar.ts';
import { hubspotSeed, salesforceSeed } from './crm.ts';
import { assistantSeed, depotSeed, easyPostSeed, shopifySeed, stripeSeed } from './seeds.ts';
import { deskSettings } from './settings.ts';
import type { DeskSop } from './sops.ts';
import type { Story } from './story.ts';
import { accounts } from './stories/accounts.ts';
import { billing } from './stories/billing.ts';
import { carrierClaims } from './stories/carrier-claims.ts';
import { lateParcelsWithTrouble } from './stories/late-parcels-with-trouble.ts';
import { lateParcels } from './stories/late-parcels.ts';
import { guarantees } from './stories/guarantees.ts';
import { heldParcels } from './stories/held-parcels.ts';
import { orders } from './stories/orders.ts';
import { otherTickets } from './stories/other.ts';
import { returns } from './stories/returns.ts';
import { severalRecords } from './stories/several-records.ts';
import { zendeskSeed } from './zendesk-seed.ts';

/** Everything that there is when the desk starts. The same for all moments of a day. */
export type World = {
  readonly stories: readonly Story[];
  readonly zendesk: ZendeskSeed;
  readonly stripe: StripeSeed;
  readonly shopify: ShopifySeed;
  readonly easypost: EasyPostSeed;
  readonly hubspot: HubspotSeed;
  readonly salesforce: SalesforceSeed;
  readonly assistant: AssistantSeed;
  readonly depot: DepotSeed;
  /** Faults that belong to a story. */
  readonly faults: readonly Fault[];
  readonly sops: readonly DeskSop[];
};

/** Makes the world as it is on the day of `now`. */
export function createWorld(now: Date, sops: readonly DeskSop[]): World {
  const calendar = createCalendar(now);
  const stories = [
    ...lateParcels(calendar),
    ...lateParcelsWithTrouble(calendar),
    ...returns(calendar),
    ...otherTickets(calendar),
    ...orders(calendar),
    ...accounts(calendar),
    ...billing(calendar),
    ...carrierClaims(calendar),
    ...severalRecords(calendar),
    ...heldParcels(calendar),
    ...guarantees(calendar),
  ].toSorted((a, b) => a.ticketId - b.ticketId);
  return {
    stories,
    zendesk: zendeskSeed(stories, deskSettings(sops)),
    stripe: stripeSeed(stories, calendar),
    shopify: shopifySeed(stories),
    easypost: easyPostSeed(stories),
    hubspot: hubspotSeed(stories, calendar),
    salesforce: salesforceSeed(stories, calendar),
    assistant: assistantSeed(stories),
    depot: depotSeed(stories, calendar),
    faults: stories.flatMap(({ faults }) => faults ?? []),
    sops,
  };
}
