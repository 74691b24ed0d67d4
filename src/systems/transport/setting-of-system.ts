import type { SystemName } from './transport.ts';

/** The app setting that connects a system: what an admin has to fill in where it is missing. */
export const settingOfSystem = {
  zendesk: undefined,
  stripe: 'stripe_key',
  shopify: 'shopify_shop',
  easypost: 'easypost_key',
  hubspot: 'hubspot_token',
  salesforce: 'salesforce_domain',
  assistant: 'anthropic_key',
} as const satisfies Record<SystemName, string | undefined>;

/** How people call a system. */
export const nameOfSystem = {
  zendesk: 'Zendesk',
  stripe: 'Stripe',
  shopify: 'Shopify',
  easypost: 'EasyPost',
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  assistant: 'The assistant',
} as const satisfies Record<SystemName, string>;
