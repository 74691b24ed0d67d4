import type { ZafBulk, ZafContext, ZafMetadata, ZafRequest } from './zaf-client.ts';

/** The client of Zendesk's SDK as it is: no types, rejections that are no errors. Only `connect.ts` sees it. */
export type RawZafClient = {
  get(paths: readonly string[]): Promise<ZafBulk>;
  set(values: Readonly<Record<string, unknown>>): Promise<ZafBulk>;
  invoke(method: string, ...parameters: readonly unknown[]): Promise<ZafBulk>;
  request(options: ZafRequest): Promise<unknown>;
  on(event: string, handler: (data?: unknown) => unknown): void;
  off(event: string, handler: (data?: unknown) => unknown): void;
  context(): Promise<ZafContext>;
  metadata(): Promise<ZafMetadata>;
};

/** `init` answers false where the address names no host. */
export type ZafSdk = { init(): RawZafClient | false };

declare global {
  interface Window {
    /** Zendesk's own build of the SDK, where the page loads it. */
    ZAFClient?: ZafSdk;
  }
}

/** The script tag of Zendesk's build. Source: scripts/vite/zendesk-sdk.ts */
const sdkTagId = 'zendesk-sdk';
const longestLoad = 5000;

/**
 * Zendesk's own build where the page loads it, else the npm package, which is a fork of an older version. A build that does not
 * load in time is not waited for.
 */
export async function loadZafSdk(page: Window): Promise<ZafSdk> {
  await scriptEnded(page);
  if (page.ZAFClient) return page.ZAFClient;
  const module: { readonly default: ZafSdk } = await import('zendesk_app_framework_sdk');
  return module.default;
}

function scriptEnded(page: Window): Promise<void> {
  const tag = page.document.getElementById(sdkTagId);
  if (tag === null || page.ZAFClient) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = page.setTimeout(resolve, longestLoad);
    const ended = () => {
      page.clearTimeout(timer);
      resolve();
    };
    tag.addEventListener('load', ended, { once: true });
    tag.addEventListener('error', ended, { once: true });
  });
}
