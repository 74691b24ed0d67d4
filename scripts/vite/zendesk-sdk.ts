import type { Plugin } from 'vite';

/** Zendesk's own build of its SDK; the npm package of that name is an old fork that others published. */
const SDK = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

/** The id by which src/main.tsx finds the tag and knows that it may wait for `window.ZAFClient`. */
const TAG_ID = 'zendesk-sdk';

/**
 * Loads Zendesk's SDK in the packaged app, and only there: the desk and the tests run without that host.
 *
 * `async`, not `defer`: a deferred script that hangs would hold up the module that starts the app. So the order of
 * the two is open, and src/main.tsx waits a bounded time for `window.ZAFClient` before it takes the npm package.
 */
export function zendeskSdk(): Plugin {
  let isPackaged = false;
  return {
    name: 'signoff:zendesk-sdk',
    configResolved(config) {
      isPackaged = config.command === 'build' && config.mode === 'production' && !process.env['SIGNOFF_DESK'];
    },
    transformIndexHtml() {
      if (!isPackaged) return [];
      return [{ tag: 'script', attrs: { id: TAG_ID, src: SDK, async: true }, injectTo: 'head' }];
    },
  };
}
