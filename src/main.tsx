import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { SidebarStore, SidebarView } from './app/sidebar-view.ts';
import { Sidebar } from './ui/sidebar/sidebar.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('Cannot draw Signoff: iframe.html has no element with the id “root”.');
createRoot(root).render(
  <StrictMode>
    <Sidebar store={storeOutsideZendesk()} />
  </StrictMode>,
);

/** What stands there as long as no Zendesk answers. */
function storeOutsideZendesk(): SidebarStore {
  const view: SidebarView = {
    now: new Date().toISOString(),
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    colorScheme: new URLSearchParams(location.search).get('colorScheme') === 'dark' ? 'dark' : 'light',
    notices: [],
    phase: { is: 'outside-zendesk' },
  };
  return { getState: () => view, subscribe: () => () => undefined, send: () => undefined };
}
