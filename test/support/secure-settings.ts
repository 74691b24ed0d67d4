import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';

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
 * Replaces `{{setting.name}}` by the secure setting, as Zendesk's proxy does: only with `secure: true`, and only where the
 * parameter's scopes allow it. Everything else is sent as it stands.
 */
export function fillInSecureSettings(
  request: ZafRequest,
  manifest: Manifest,
  secure: Readonly<Record<string, string>>,
): ZafRequest {
  if (request.secure !== true) return request;
  const fill = (text: string, scope: string) =>
    text.replace(/\{\{setting\.([a-z_]+)\}\}/g, (placeholder, name: string) => {
      const parameter = manifest.parameters.find((one) => one.name === name && one.secure === true);
      return (parameter?.scopes?.includes(scope) === true ? secure[name] : undefined) ?? placeholder;
    });
  const headers = Object.entries(request.headers ?? {}).map(
    ([name, value]) => [name, fill(value, 'header')] as const,
  );
  return {
    ...request,
    url: fill(request.url, 'url'),
    headers: Object.fromEntries(headers),
    ...(request.data === undefined ? {} : { data: fill(request.data, 'body') }),
  };
}
