import type { Account } from './account.ts';

/** `currentAccount` of the app framework. */
export function accountObject({
  subdomain,
  name,
  planName,
  timeZone,
}: Account): Readonly<Record<string, unknown>> {
  return { subdomain, name, planName, timeZone };
}
