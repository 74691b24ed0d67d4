import { customerHosts } from './customer-hosts.ts';

/** What the customer's own Salesforce app has: Zendesk's proxy signs in with it. Never in the repository. */
export type SalesforceClient = {
  /** A My Domain name or its host. */
  readonly salesforce?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
};

/** The app's one OAuth slot, as the manifest writes it. */
export type OauthSlot = {
  readonly client_id: string;
  readonly client_secret: string;
  readonly authorize_uri: string;
  readonly access_token_uri: string;
};

/**
 * The slot for the customer's Salesforce; undefined where nothing of it is given: then the app comes without Salesforce.
 * Source: https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_endpoints.htm
 * @throws when only a part is given, because the app would fail only at the customer's
 */
export function salesforceSlot({
  salesforce,
  clientId,
  clientSecret,
}: SalesforceClient): OauthSlot | undefined {
  const given = [salesforce, clientId, clientSecret].filter((part) => part !== undefined && part !== '');
  if (given.length === 0) return undefined;
  const [host] = customerHosts({ salesforce });
  if (given.length < 3 || host === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error(
      `Cannot package with Salesforce: give its domain with --salesforce, and the client id and secret of the customer's own app in ${CLIENT_ID} and ${CLIENT_SECRET}; or leave all three out.`,
    );
  }
  return {
    client_id: clientId,
    client_secret: clientSecret,
    authorize_uri: `https://${host}/services/oauth2/authorize`,
    access_token_uri: `https://${host}/services/oauth2/token`,
  };
}

/** Environment variables, so that the secret stands in no history of a shell. */
export const CLIENT_ID = 'SALESFORCE_CLIENT_ID';
export const CLIENT_SECRET = 'SALESFORCE_CLIENT_SECRET';
