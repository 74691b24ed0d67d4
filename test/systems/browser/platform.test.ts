import { describe, expect, test } from 'vitest';
import { calendarDay } from '../../../src/systems/browser/calendar-day.ts';
import { createRandomIds } from '../../../src/systems/browser/random-ids.ts';
import { createSystemClock } from '../../../src/systems/browser/system-clock.ts';
import { createWebHasher } from '../../../src/systems/browser/web-hasher.ts';

describe('a calendar day', () => {
  test.each([
    ['2026-11-19T23:30:00Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-19T23:30:00Z', 'Etc/UTC', '2026-11-19'],
    ['2026-11-19T03:30:00Z', 'America/Los_Angeles', '2026-11-18'],
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-01-05T12:00:00.123Z', 'Asia/Kolkata', '2026-01-05'],
    ['2026-01-05T12:00:00Z', 'Mars/Olympus', '2026-01-05'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(calendarDay(instant, zone)).toBe(day);
  });
});

describe('the platform', () => {
  test('hashes as the standard says', async () => {
    expect(await createWebHasher().sha256('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await createWebHasher().sha256('“ä”')).toHaveLength(64);
  });

  test('gives ids that differ', () => {
    const ids = createRandomIds();
    expect(new Set(Array.from({ length: 100 }, () => ids.next())).size).toBe(100);
  });

  test('tells the time, and calls back unless it is given up', async () => {
    const clock = createSystemClock();
    expect(Math.abs(Date.parse(clock.now()) - Date.now())).toBeLessThan(1000);
    expect(clock.today('Etc/UTC')).toBe(clock.now().slice(0, 10));
    const called: string[] = [];
    const giveUp = clock.after(1, () => called.push('given up'));
    giveUp();
    await new Promise<void>((resolve) => {
      clock.after(5, resolve);
    });
    expect(called).toEqual([]);
  });
});
