import type { Actions } from '../app/ports/actions.ts';
import type { Assistant } from '../app/ports/assistant.ts';
import type { Clock, Hasher, Ids } from '../app/ports/clock.ts';
import type { BrowserLock, Ledger } from '../app/ports/ledger.ts';
import type { Library } from '../app/ports/library.ts';
import type { Records } from '../app/ports/records.ts';
import type { SettingsSource } from '../app/ports/settings.ts';
import type { Systems } from '../app/ports/systems.ts';
import type { TicketDesk } from '../app/ports/ticket-desk.ts';
import type { SopReference } from '../domain/run/events.ts';
import type { ApiDocument } from '../domain/custom-api/api-document.ts';
import { createClaudeAssistant } from './assistant/claude-assistant.ts';
import { calendarDay } from './browser/calendar-day.ts';
import { composeSystems } from './compose-systems.ts';
import { createCustomApiSystem, originOf } from './custom-api/custom-api-system.ts';
import { createEasyPostSystem } from './easypost/easypost-system.ts';
import { createHubspotSystem } from './hubspot/hubspot-system.ts';
import { createBrowserLedger } from './memory/browser-ledger.ts';
import type { KeyValueStore } from './memory/key-value-store.ts';
import { packagedSalesforceHost } from './salesforce/salesforce-host.ts';
import { createSalesforceSystem } from './salesforce/salesforce-system.ts';
import { createShopifySystem } from './shopify/shopify-system.ts';
import { withShownReasons } from './shown-reasons.ts';
import { createStripeSystem } from './stripe/stripe-system.ts';
import { createRequestBudget } from './transport/request-budget.ts';
import type { SystemName, Transport } from './transport/transport.ts';
import { createZafTransport, type ZafTransportOptions } from './transport/zaf-transport.ts';
import { createAccountDirectory } from './zendesk/account-directory.ts';
import type { TeamLookup } from './zendesk/action-tools.ts';
import { createOpeningLedger } from './zendesk/opening-ledger.ts';
import { createTimedMemory } from './zendesk/timed-memory.ts';
import type { ZafClient } from './zendesk/zaf-client.ts';
import { zafGet } from './zendesk/zaf-get.ts';
import { createZendeskLedger } from './zendesk/zendesk-ledger.ts';
import { createZendeskLibrary } from './zendesk/zendesk-library.ts';
import { createZendeskSettings } from './zendesk/zendesk-settings.ts';
import { createZendeskSystem } from './zendesk/zendesk-system.ts';
import { createZendeskTicketDesk } from './zendesk/zendesk-ticket-desk.ts';

/** The platform under the app: a browser, or Node in a test. */
type Platform = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hasher: Hasher;
  readonly lock: BrowserLock;
  /** Keeps what saves requests, and the ledger of accounts without custom objects. */
  readonly store: KeyValueStore;
  readonly random: ZafTransportOptions['random'];
  /** Whether the rep is working in this sidebar, and not in another tab. */
  readonly isPersonHere?: () => boolean;
};

export type ConnectSystemsOptions = Platform & {
  readonly client: ZafClient;
  /** The ticket around the sidebar: its runs are looked up while everything else is still being read. */
  readonly ticketId: string | undefined;
  /** The page around the app, `https://example.zendesk.com`. */
  readonly origin: string;
  /** What the settings say. `published` is asked anew each time, because settings change. */
  readonly settings: {
    readonly shopifyShop: string | undefined;
    /** A My Domain name or its host. */
    readonly salesforceDomain: string | undefined;
    /** How long a system may take to answer. */
    readonly requestSeconds: number | undefined;
    readonly assistant: { readonly isOn: boolean; readonly model: string | undefined };
    readonly teams: TeamLookup;
    published(): Promise<readonly SopReference[]>;
    /** Systems that an admin has described. */
    readonly customApis: readonly ApiDocument[];
  };
  /** The hosts of the package, where they are known: a description of any other one is a problem of the settings. */
  readonly allowedHosts?: readonly string[];
  /** The texts of the starter library. */
  readonly bundledSops: readonly string[];
  readonly onRequest?: ZafTransportOptions['onRequest'];
};

export type ConnectedSystems = {
  readonly desk: TicketDesk;
  readonly settings: SettingsSource;
  readonly library: Library;
  readonly records: Records;
  readonly actions: Actions;
  readonly systems: Systems;
  readonly assistant: Assistant;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hasher: Hasher;
  readonly lock: BrowserLock;
};

/** What Zendesk says of an object that the installation of the app has created. Source: https://developer.zendesk.com/documentation/apps/app-developer-guide/apps_requirements/ */
const installedObject = 'requirement:signoff_run';

/** Puts every system behind its port, over one transport. Rejects when Zendesk does not say who is there. */
export async function connectSystems(options: ConnectSystemsOptions): Promise<ConnectedSystems> {
  const { client, clock, hasher, ids, lock, store, settings } = options;
  const transport = createTransport(options);
  const ledger = createOpeningLedger({
    transport,
    zendesk: createZendeskLedger({ transport, hasher, clock }),
    fallback: () => createBrowserLedger({ store, clock }),
    isInstalled: async () =>
      (await zafGet(client, [installedObject])).values.get(installedObject) !== undefined,
    ticketId: options.ticketId,
  });
  const directory = createAccountDirectory(transport, createTimedMemory(store, clock));
  const desk = createZendeskTicketDesk({ client, directory, clock, origin: options.origin });
  const { timeZone } = await desk.currentUser();
  const systems = createSystems(options, {
    transport,
    timeZone,
    zendesk: { client, transport, directory, clock, teams: settings.teams },
  });
  return {
    desk,
    settings: createZendeskSettings(client, options.allowedHosts),
    library: createZendeskLibrary({
      published: () => settings.published(),
      bundled: options.bundledSops,
      store,
      transport,
      hasher,
    }),
    ...composeSystems(systems),
    assistant: createClaudeAssistant({
      transport,
      model: settings.assistant.model ?? '',
      isOn: settings.assistant.isOn,
    }),
    ledger,
    clock,
    ids,
    hasher,
    lock,
  };
}

function createTransport({
  client,
  clock,
  random,
  store,
  isPersonHere,
  settings,
  allowedHosts,
  onRequest,
}: ConnectSystemsOptions): Transport {
  const { shopifyShop, requestSeconds } = settings;
  const salesforce = packagedSalesforceHost(settings.salesforceDomain, allowedHosts);
  const origins: Partial<Record<SystemName, string>> = {
    stripe: 'https://api.stripe.com',
    easypost: 'https://api.easypost.com',
    assistant: 'https://api.anthropic.com',
    hubspot: 'https://api.hubapi.com',
    ...(shopifyShop === undefined ? {} : { shopify: `https://${shopifyShop}` }),
    ...(salesforce === undefined ? {} : { salesforce: `https://${salesforce}` }),
    ...Object.fromEntries(settings.customApis.map((api) => [api.system, originOf(api)])),
  };
  return createZafTransport({
    client,
    origins,
    clock,
    random,
    budget: createRequestBudget({ clock, store, isPersonHere }),
    deadline: requestSeconds === undefined ? undefined : requestSeconds * 1000,
    ...(onRequest ? { onRequest } : {}),
  });
}

type Parts = {
  readonly transport: Transport;
  readonly timeZone: string;
  readonly zendesk: Parameters<typeof createZendeskSystem>[0];
};

function createSystems(
  { clock, settings, allowedHosts }: ConnectSystemsOptions,
  { transport, timeZone, zendesk }: Parts,
) {
  const dateOf = (instant: string) => calendarDay(instant, timeZone);
  const shopify = createShopifySystem({ transport, clock, dateOf, shop: settings.shopifyShop ?? '' });
  const outside = [
    shopify,
    createStripeSystem({ transport, clock, dateOf, orderAmount: (context) => shopify.orderAmount(context) }),
    createEasyPostSystem({
      transport,
      clock,
      dateOf,
      trackingNumber: (request) => shopify.trackingNumber(request),
    }),
    createHubspotSystem({ transport, clock, dateOf }),
    createSalesforceSystem({ transport, clock, dateOf, domain: settings.salesforceDomain, allowedHosts }),
    ...settings.customApis.map((api) => createCustomApiSystem({ api, transport, clock, dateOf })),
  ];
  return [createZendeskSystem(zendesk), ...outside.map(withShownReasons)];
}
