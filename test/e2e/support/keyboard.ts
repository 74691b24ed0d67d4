import { expect } from '@playwright/test';
import type { DeskPage } from './desk-page.ts';

/** Presses Tab until what has this name has the focus, as somebody without a mouse does. */
export async function tabTo(desk: DeskPage, name: RegExp): Promise<void> {
  const frame = await desk.frame();
  const focused = () =>
    frame.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  for (let presses = 0; presses < 80 && !name.test(await focused()); presses += 1)
    await desk.page.keyboard.press('Tab');
  expect(await focused()).toMatch(name);
}
