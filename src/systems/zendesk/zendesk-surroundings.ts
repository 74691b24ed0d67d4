import type { Surroundings } from '../../app/ports/surroundings.ts';
import type { ZafClient } from './zaf-client.ts';

type Page = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly navigator: Pick<Navigator, 'onLine'>;
  readonly location: Pick<Location, 'search'>;
};

/** Zendesk's colour scheme (not the operating system's) and the browser's connection. Source: https://developer.zendesk.com/documentation/apps/app-developer-guide/dark-mode/ */
export function createZendeskSurroundings(client: Pick<ZafClient, 'get' | 'on'>, page: Page): Surroundings {
  let scheme = schemeInAddress(page.location);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const take = (value: unknown) => {
    if ((value !== 'light' && value !== 'dark') || value === scheme) return;
    scheme = value;
    tell();
  };
  client.on('colorScheme.changed', take);
  void client.get(['colorScheme']).then(
    (answer) => take(answer['colorScheme']),
    () => undefined,
  );
  page.addEventListener('online', tell);
  page.addEventListener('offline', tell);
  return {
    colorScheme: () => scheme,
    isOnline: () => page.navigator.onLine,
    onChanged: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
  };
}

/** Zendesk puts the scheme into the iframe's address, so that the first picture is right. */
function schemeInAddress({ search }: Pick<Location, 'search'>): 'light' | 'dark' {
  return new URLSearchParams(search).get('colorScheme') === 'dark' ? 'dark' : 'light';
}
