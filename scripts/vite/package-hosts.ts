import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Manifest = z.object({ domainWhitelist: z.array(z.string()) });

/** By this name a build learns of the hosts that its package adds to the manifest, separated by blanks. */
export const HOSTS_VARIABLE = 'SIGNOFF_HOSTS';

/** The hosts that a package lets requests go to: those of the manifest, and those that are added to it for a customer. */
export function packageHosts(): readonly string[] {
  const file = join(import.meta.dirname, '..', '..', 'manifest.json');
  const { domainWhitelist } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const added = (process.env[HOSTS_VARIABLE] ?? '').split(/\s+/).filter((host) => host !== '');
  return [...new Set([...domainWhitelist, ...added])];
}
