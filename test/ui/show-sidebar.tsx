import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { SidebarView } from '../../src/app/sidebar-view.ts';
import { english } from '../../src/ui/i18n/messages.ts';
import { createWords } from '../../src/ui/i18n/words.ts';
import { Sidebar } from '../../src/ui/sidebar/sidebar.tsx';
import { fakeStore } from './fixtures/fake-store.ts';

/** The words that the sidebar of the fixtures speaks. */
export const words = createWords({ messages: english, locale: 'en-US', timeZone: 'America/New_York' });

/** Draws the sidebar over a view; what a person does to it ends in `store.sent`. */
export function showSidebar(view: SidebarView) {
  const store = fakeStore(view);
  const user = userEvent.setup();
  const show = (next: SidebarView) => act(() => store.show(next));
  return { store, user, show, ...render(<Sidebar store={store} />) };
}

/** Long enough for a card to count as seen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 350);
  });
}
