import { afterAll, beforeAll, vi } from 'vitest';

/**
 * In a whole test file: what waits for a moment of the real clock, such as the next try of a request, waits for `letTimersRun` instead.
 * Thousands of runs then take no time that nobody needs, and come out the same on a slow machine.
 */
export function withQuickTimers(): void {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterAll(() => {
    vi.useRealTimers();
  });
}

/** Lets everything run that waits for the next turn. */
export async function letTimersRun(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
}
