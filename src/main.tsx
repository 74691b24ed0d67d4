import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Phase, SidebarStore } from './app/sidebar-view.ts';
import { Sidebar } from './ui/sidebar/sidebar.tsx';

const element = document.querySelector('#root');
if (!element) throw new Error('Cannot draw Signoff: iframe.html has no element with the id “root”.');
const root = createRoot(element);
const draw = (store: SidebarStore) =>
  root.render(
    <StrictMode>
      <Sidebar store={store} />
    </StrictMode>,
  );

// The picture comes first; what reads and decides is loaded beside it.
const opening = import('./open-sidebar.ts');
draw(storeWithoutTicket({ is: 'connecting' }));
draw(await opening.then(({ openSidebar }) => openSidebar(storeWithoutTicket)));

/** What stands there while no ticket is open, or where none can be. Nothing can be done in it but to load again. */
function storeWithoutTicket(phase: Phase): SidebarStore {
  const view = {
    now: new Date().toISOString(),
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    colorScheme:
      new URLSearchParams(location.search).get('colorScheme') === 'dark'
        ? ('dark' as const)
        : ('light' as const),
    notices: [],
    systems: undefined,
    phase,
  };
  return {
    getState: () => view,
    subscribe: () => () => undefined,
    send: ({ type }) => {
      if (type === 'retry-load') location.reload();
    },
  };
}
