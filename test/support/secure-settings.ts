import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SecureParameter } from '../../desk/proxy/secure-settings.ts';

/** The part of manifest.json that the proxy obeys. */
export type Manifest = {
  readonly domainWhitelist: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly secure?: boolean;
    readonly scopes?: readonly string[];
  }[];
};

/** The project's manifest. `customerHosts` are those that a customer's own package adds, such as the shop's. */
export function readManifest(customerHosts: readonly string[] = []): Manifest {
  const text = readFileSync(resolve(process.cwd(), 'manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  return { ...manifest, domainWhitelist: [...manifest.domainWhitelist, ...customerHosts] };
}

/**
 * The parameters whose values the proxy fills in, with the places where they may stand; also the OAuth slot, which the manifest of a
 * package with Salesforce has.
 */
export const secureParameters = ({ parameters }: Manifest): readonly SecureParameter[] => [
  ...parameters
    .filter(({ secure }) => secure === true)
    .map(({ name, scopes }) => ({ name, scopes: scopes ?? [] })),
  { name: 'salesforce', scopes: ['header'] },
];
