import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { SecureParameter } from './proxy/secure-settings.ts';

const ManifestSchema = z.object({
  version: z.string(),
  location: z.object({ support: z.object({ ticket_sidebar: z.object({ url: z.string() }) }) }),
  parameters: z.array(
    z.object({
      name: z.string(),
      type: z._default(z.string(), 'text'),
      secure: z.optional(z.boolean()),
      scopes: z.optional(z.array(z.string())),
    }),
  ),
  domainWhitelist: z.array(z.string()),
});

/** What the desk heeds of the app's manifest. */
export type Manifest = z.infer<typeof ManifestSchema>;

export function readManifest(): Manifest {
  return ManifestSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', 'manifest.json'), 'utf8')),
  );
}

/** The parameters whose values never reach the browser; also the OAuth slot, which the manifest of a package with Salesforce has. */
export function secureParameters({ parameters }: Manifest): readonly SecureParameter[] {
  return [
    ...parameters
      .filter(({ secure }) => secure === true)
      .map(({ name, scopes }) => ({ name, scopes: scopes ?? [] })),
    { name: 'salesforce', scopes: ['header'] },
  ];
}
