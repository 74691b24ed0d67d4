import type { SystemName } from './transport.ts';

/** What an admin has to know about the settings of a system, so that a sentence can name the setting and the fix. */
export type SystemGuide = {
  /** How people call the system. */
  readonly name: string;
  /** The setting that connects it: what has to be filled in where it is not connected. */
  readonly setting: string | undefined;
  /** The setting with the key, and how a good one is come by. Ends the sentence “It needs …”. */
  readonly key?: { readonly setting: string; readonly needs: string };
  /** What the key must be allowed to do. Ends the sentence “… lacks a right. It needs …”. */
  readonly rights?: string;
  /** The setting with the host, and how a good one looks. */
  readonly host?: { readonly setting: string; readonly needs: string };
  /** Whether its address is more than a host: a base URL that an admin has written. */
  readonly mayHavePath?: boolean;
};

/** Everything that is particular to the settings of one system, in one table. */
const guides: ReadonlyMap<SystemName, SystemGuide> = new Map<SystemName, SystemGuide>([
  ['zendesk', { name: 'Zendesk', setting: undefined }],
  [
    'stripe',
    {
      name: 'Stripe',
      setting: 'stripe_key',
      key: {
        setting: 'stripe_key',
        needs: 'a restricted key (rk_…) of your account, from Stripe’s dashboard under Developers, API keys',
      },
      rights:
        'read access to charges and payment intents, and write access to customers, refunds, disputes and subscriptions',
    },
  ],
  [
    'shopify',
    {
      name: 'Shopify',
      setting: 'shopify_shop',
      key: {
        setting: 'shopify_token',
        needs: 'the Admin API access token (shpat_…) of a custom app in the shop that shopify_shop names',
      },
      rights: 'the access scopes that the help text of shopify_token lists',
      host: {
        setting: 'shopify_shop',
        needs: 'the shop’s own host alone, such as my-shop.myshopify.com: no https://, no path, no blanks',
      },
    },
  ],
  [
    'easypost',
    {
      name: 'EasyPost',
      setting: 'easypost_key',
      key: {
        setting: 'easypost_key',
        needs: 'an API key (EZAK… or EZTK…) of your account, from EasyPost’s dashboard under API Keys',
      },
      rights: 'an active account that may do this; its plan and its key are in EasyPost’s dashboard',
    },
  ],
  [
    'hubspot',
    {
      name: 'HubSpot',
      setting: 'hubspot_token',
      key: {
        setting: 'hubspot_token',
        needs:
          'the access token (pat-…) of a private app, from HubSpot’s settings under Integrations, Private Apps',
      },
      rights:
        'the scopes crm.objects.contacts, companies, deals and owners for reading, contacts, companies and tickets for writing',
    },
  ],
  [
    'salesforce',
    {
      name: 'Salesforce',
      setting: 'salesforce_domain',
      key: {
        setting: 'salesforce',
        needs:
          'an admin who signs in to Salesforce again at this setting: the access has ended or was revoked',
      },
      rights: 'a user who may use the API, and may see and change the objects and fields that the SOPs name',
      host: {
        setting: 'salesforce_domain',
        needs:
          'your My Domain alone, such as acme for acme.my.salesforce.com: no https://, no path, no blanks',
      },
    },
  ],
  [
    'assistant',
    {
      name: 'The assistant',
      setting: 'anthropic_key',
      key: {
        setting: 'anthropic_key',
        needs: 'an API key (sk-ant-…), from the Anthropic Console under API keys',
      },
      rights: 'access to the model that assistant_model names',
    },
  ],
]);

/** The guide of a system; those that an admin has described all stand in `custom_apis`. */
export function guideOf(system: SystemName): SystemGuide {
  return (
    guides.get(system) ?? {
      name: system,
      setting: 'custom_apis',
      key: { setting: 'custom_apis', needs: `a good key in the secret setting that “${system}” names there` },
      host: { setting: 'custom_apis', needs: `the base URL of “${system}”: https, and the host of its API` },
      mayHavePath: true,
    }
  );
}
