import { expect, type Page, type Response } from '@playwright/test';
import { KEYS } from '../../../desk/world/seeds.ts';

/** Watches a page for values of secure settings, from the first request on. */
export type SecretWatch = { expectNothing(): Promise<void> };

/**
 * Looks at everything that the browser gets or sends: addresses, headers, bodies, files; and at the end at what it keeps and shows.
 */
export function watchForSecrets(page: Page): SecretWatch {
  const seen: Promise<string>[] = [];
  page.on('request', (request) =>
    seen.push(
      Promise.resolve(
        [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n'),
      ),
    ),
  );
  page.on('response', (response) => seen.push(textOf(response)));
  return {
    async expectNothing() {
      const frames = page.isClosed() ? [] : page.frames();
      const kept = await Promise.all(frames.map((frame) => frame.evaluate(whatIsKept).catch(() => '')));
      const texts = [...(await Promise.all(seen)), ...kept];
      const found = Object.entries(KEYS).filter(([, value]) => texts.some((text) => text.includes(value)));
      expect(
        found.map(([name]) => name),
        'secure settings that reached the browser',
      ).toEqual([]);
    },
  };
}

async function textOf(response: Response): Promise<string> {
  if (response.headers()['content-type']?.includes('event-stream') === true) return '';
  return response.text().catch(() => '');
}

/** Runs in the page. */
async function whatIsKept(): Promise<string> {
  const databases = await indexedDB.databases();
  const contents = await Promise.all(databases.map(({ name = '' }) => everythingIn(name)));
  return [
    document.documentElement.outerHTML,
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
    ...contents,
  ].join('\n');

  function everythingIn(name: string): Promise<string> {
    return new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => resolve(''));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const stores = [...database.objectStoreNames];
        if (stores.length === 0) return resolve('');
        const reading = stores.map((store) => database.transaction(store).objectStore(store).getAll());
        reading.at(-1)?.addEventListener('success', () => {
          resolve(JSON.stringify(reading.map(({ result }): unknown => result)));
          database.close();
        });
      });
    });
  }
}
