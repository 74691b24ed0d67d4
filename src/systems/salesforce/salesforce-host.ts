/** My Domain names, with the part that sandboxes and trial orgs have. */
const domain = /^[a-z0-9][a-z0-9-]*(\.(sandbox|develop|scratch|demo|trailblaze))?$/;
const suffix = '.my.salesforce.com';

/**
 * The host that the setting means, where this package may reach it: a package that was made without Salesforce has neither the host nor
 * the OAuth slot. Undefined where it is not connected. `allowedHosts`: undefined where the package does not say.
 */
export function packagedSalesforceHost(
  domain: string | undefined,
  allowedHosts: readonly string[] | undefined,
): string | undefined {
  const host = domain === undefined ? undefined : salesforceHost(domain);
  return host === undefined || allowedHosts === undefined || allowedHosts.includes(host) ? host : undefined;
}

/** Whether the package was made with Salesforce at all, for whichever org. */
export const isSalesforcePackaged = (allowedHosts: readonly string[] | undefined): boolean =>
  allowedHosts === undefined || allowedHosts.some((host) => host.endsWith(suffix));

/** The org's host of what an admin filled in: `acme`, `acme.my.salesforce.com`, or its address. Undefined where it is none of these. */
export function salesforceHost(given: string): string | undefined {
  const host = given
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  const name = host.endsWith(suffix) ? host.slice(0, -suffix.length) : host;
  return domain.test(name) ? `${name}${suffix}` : undefined;
}
