/** The customer's own hosts, which Zendesk's proxy fills secrets in for only if the manifest names them. */
export type CustomerHosts = {
  readonly shop?: string | undefined;
  readonly salesforce?: string | undefined;
  /** Hosts of systems that an admin describes in the setting `custom_apis`. */
  readonly others?: readonly string[] | undefined;
};

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
const SALESFORCE_DOMAIN =
  /^[a-z0-9][a-z0-9-]*(--[a-z0-9]+)?(\.sandbox|\.develop|\.scratch|\.demo|\.trailblaze)?$/;
const SALESFORCE_SUFFIX = '.my.salesforce.com';
/** A name of the public internet, written out: no wildcard, no port, no address, no path. */
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * The hosts for domainWhitelist.
 * @param hosts `shop` is a shop's host at Shopify (my-shop.myshopify.com); `salesforce` a My Domain name (acme) or
 * its host (acme.my.salesforce.com); `others` are hosts such as api.example.com
 * @throws when one has another form: a host with a typing error would receive the customer's secrets
 */
export function customerHosts({ shop, salesforce, others = [] }: CustomerHosts): readonly string[] {
  const hosts: string[] = [];
  if (shop !== undefined) hosts.push(shopHost(shop));
  if (salesforce !== undefined) hosts.push(salesforceHost(salesforce));
  return [...new Set([...hosts, ...others.map(otherHost)])];
}

function shopHost(shop: string): string {
  if (SHOP.test(shop)) return shop;
  throw new Error(
    `Cannot package for the shop "${shop}": give its host at Shopify, such as my-shop.myshopify.com.`,
  );
}

function otherHost(host: string): string {
  const isZendesk = host === 'zendesk.com' || host.endsWith('.zendesk.com');
  if (HOST.test(host) && !isZendesk) return host;
  throw new Error(
    `Cannot package for the host "${host}": give its name alone, in lower case, such as api.example.com.`,
  );
}

function salesforceHost(given: string): string {
  const domain = given.endsWith(SALESFORCE_SUFFIX) ? given.slice(0, -SALESFORCE_SUFFIX.length) : given;
  if (SALESFORCE_DOMAIN.test(domain)) return `${domain}${SALESFORCE_SUFFIX}`;
  throw new Error(
    `Cannot package for the Salesforce domain "${given}": give the My Domain name, such as acme for acme${SALESFORCE_SUFFIX}.`,
  );
}
