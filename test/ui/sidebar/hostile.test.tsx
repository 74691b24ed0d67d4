import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { states } from '../fixtures/states.ts';
import { showSidebar } from '../show-sidebar.tsx';

describe('text of customers and systems', () => {
  test('is plain text: no element comes of it', () => {
    const { container } = showSidebar(states.hostile);
    expect(container.querySelector('script, img, b')).toBeNull();
    expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeVisible();
  });

  test('cannot hide or turn round what it says', () => {
    const { container } = showSidebar(states.hostile);
    expect(container.textContent).toContain('⟨U+202E⟩0042#⟨U+202C⟩');
    expect(container.textContent).not.toMatch(/[\u202A-\u202E\u200B]/);
  });

  test('is never filled in as a message of ours', () => {
    showSidebar(states.hostile);
    expect(
      screen.getByRole('heading', { name: 'Refund $142.10 to Visa {amount} ··2424⟨U+202E⟩' }),
    ).toBeVisible();
  });

  test('only https addresses become links', () => {
    const { container } = showSidebar(states.hostile);
    for (const link of container.querySelectorAll('a')) expect(link.protocol).toBe('https:');
    expect(screen.getByText(/in Stripe$/).closest('a')).toBeNull();
  });
});
