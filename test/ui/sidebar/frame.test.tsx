import { act, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { SidebarView } from '../../../src/app/sidebar-view.ts';
import { states } from '../fixtures/states.ts';
import { showSidebar, words } from '../show-sidebar.tsx';

describe('the frame around everything', () => {
  test('follows Zendesk from light to dark', () => {
    const { show } = showSidebar({ ...states.waiting, colorScheme: 'light' });
    const colour = () => getComputedStyle(screen.getByText('Then: Closed as “resolved”')).color;
    const light = colour();
    show({ ...states.waiting, colorScheme: 'dark' });
    expect(colour()).not.toBe(light);
  });

  test('ages go on as time does', () => {
    const { show, container } = showSidebar(states.waiting);
    expect(container.textContent).toContain('Shopify (opens in a new tab)\u00A0·\u00A02m');
    show({ ...states.waiting, now: '2026-11-20T15:05:00Z' });
    expect(container.textContent).toContain('Shopify (opens in a new tab)\u00A0·\u00A02h');
  });

  test('a fault in drawing is said, and drawing can be tried again', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { ...states.waiting, notices: undefined } as unknown as SidebarView;
    const { user, store } = showSidebar(broken);
    expect(screen.getByRole('heading', { name: words.t('broken.title') })).toBeVisible();
    act(() => store.show(states.off));
    await user.click(screen.getByRole('button', { name: words.t('broken.retry') }));
    expect(screen.getByRole('heading', { name: words.t('off.title') })).toBeVisible();
    silent.mockRestore();
  });
});
