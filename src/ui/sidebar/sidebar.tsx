import { useEffect } from 'react';
import type { SidebarStore } from '../../app/sidebar-view.ts';
import { GardenRoot } from '../garden/garden-root.tsx';
import { WordsProvider } from '../i18n/use-words.tsx';
import { ShortcutsProvider } from '../shortcuts/use-shortcut.tsx';
import { StoreProvider, useView } from '../store.tsx';
import { Broken } from './broken.tsx';
import { preloadLater } from './preload.ts';
import { PhasePage } from './phase-page.tsx';

/** The ticket sidebar over its one store. */
export function Sidebar({ store }: { readonly store: SidebarStore }) {
  useEffect(preloadLater, []);
  return (
    <StoreProvider store={store}>
      <Dressed />
    </StoreProvider>
  );
}

/** In Zendesk's colours and the user's language. */
function Dressed() {
  const colorScheme = useView((view) => view.colorScheme);
  const locale = useView((view) => view.locale);
  const timeZone = useView((view) => view.timeZone);
  return (
    <GardenRoot colorScheme={colorScheme}>
      <WordsProvider locale={locale} timeZone={timeZone}>
        <Broken>
          <ShortcutsProvider>
            <PhasePage />
          </ShortcutsProvider>
        </Broken>
      </WordsProvider>
    </GardenRoot>
  );
}
