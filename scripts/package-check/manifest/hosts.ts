import type { AppPackage } from '../app-package.ts';
import { textFiles } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import type { JsonObject } from '../json/json-object.ts';

/** A host that is an interface for programs by its name: `api.stripe.com`, `rest-api.sample.com`. */
const API_HOST = /https:\/\/((?:[a-z0-9-]+\.)*(?:[a-z0-9]+-)?api(?:-[a-z0-9]+)?(?:\.[a-z0-9-]+)+)/gi;

/**
 * Our own rule: Zendesk's proxy fills secrets in only for hosts of domainWhitelist, so a host that the code calls and
 * that is not there fails at the customer's. Links to a service's pages (`dashboard.…`) need no entry; per-customer
 * hosts are put together at run time and written by `npm run package`.
 */
export function checkHosts(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  const allowed: readonly unknown[] = Array.isArray(manifest['domainWhitelist'])
    ? manifest['domainWhitelist']
    : [];
  const called = textFiles(app, 'js', 'mjs', 'html').flatMap(([, text]) =>
    [...text.matchAll(API_HOST)].map(([, host]) => (host ?? '').toLowerCase()),
  );
  return [...new Set(called)]
    .filter((host) => !allowed.includes(host) && !isSample(host))
    .map((host) =>
      error(
        'host.not-whitelisted',
        `The code names https://${host}, which is not in domainWhitelist of manifest.json.`,
      ),
    );
}

/** Names that stand in sentences for whoever reads them: no such host can ever be called. Source: RFC 2606, section 2. */
const isSample = (host: string): boolean => host.endsWith('.example');
