import type { SystemName } from './transport.ts';

type KnownSystem = { readonly name: string; readonly setting: string | undefined };

/** How people call a system, and the app setting that connects it: what an admin has to fill in where it is missing. */
const knownSystems: ReadonlyMap<SystemName, KnownSystem> = new Map([
  ['zendesk', { name: 'Zendesk', setting: undefined }],
  ['stripe', { name: 'Stripe', setting: 'stripe_key' }],
  ['shopify', { name: 'Shopify', setting: 'shopify_shop' }],
  ['easypost', { name: 'EasyPost', setting: 'easypost_key' }],
  ['hubspot', { name: 'HubSpot', setting: 'hubspot_token' }],
  ['salesforce', { name: 'Salesforce', setting: 'salesforce_domain' }],
  ['assistant', { name: 'The assistant', setting: 'anthropic_key' }],
]);

/** The setting that connects a system; systems that an admin has described all stand in `custom_apis`. */
export function settingOfSystem(system: SystemName): string | undefined {
  const known = knownSystems.get(system);
  return known === undefined ? 'custom_apis' : known.setting;
}

/** How people call a system; one that an admin has described by the name that it was given. */
export function nameOfSystem(system: SystemName): string {
  return knownSystems.get(system)?.name ?? system;
}
