import { act, configure, render, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, vi } from 'vitest';
import type { SidebarView } from '../../src/app/sidebar-view.ts';
import { english } from '../../src/ui/i18n/messages.ts';
import { createWords } from '../../src/ui/i18n/words.ts';
import { preloadParts } from '../../src/ui/sidebar/preload.ts';
import { Sidebar } from '../../src/ui/sidebar/sidebar.tsx';
import { fakeStore } from './fixtures/fake-store.ts';

// What is loaded on demand is there at once, and a machine that is busy with other things fails nothing.
await preloadParts();
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });

/** The words that the sidebar of the fixtures speaks. */
export const words = createWords({ messages: english, locale: 'en-US', timeZone: 'America/New_York' });

/** Draws the sidebar over a view; what a person does to it ends in `store.sent`. */
export function showSidebar(view: SidebarView) {
  const store = fakeStore(view);
  const user = userEvent.setup();
  const show = (next: SidebarView) => act(() => store.show(next));
  return { store, user, show, ...render(<Sidebar store={store} />) };
}

/** Until every key that stands on a button counts. */
export async function keysReady(): Promise<void> {
  await waitFor(() => {
    const keys = [...document.querySelectorAll('button kbd')];
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key.closest('button')).toHaveAttribute('aria-keyshortcuts');
  });
}

/** Until a button that has to be looked at first can be pressed. */
export async function ready(button: HTMLElement): Promise<HTMLElement> {
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'));
  return button;
}

/** Longer than any card needs to count as seen: after it, a key that does nothing does nothing. */
export function seen(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500);
  });
}
