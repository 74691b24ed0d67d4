import type { Clock } from '../../src/app/ports/clock.ts';
import { calendarDay } from '../../src/systems/browser/calendar-day.ts';

export type ManualClock = Clock & {
  /** Lets time pass and calls what was waiting for it, in order; lets promises settle in between. */
  advance(milliseconds: number): Promise<void>;
};

/** A clock that stands still until a test moves it. */
export function createManualClock(start = '2026-11-20T09:00:00.000Z'): ManualClock {
  let time = Date.parse(start);
  let waiting: { readonly at: number; readonly call: () => void }[] = [];
  const now = () => new Date(time).toISOString();
  return {
    now,
    today: (timeZone) => calendarDay(now(), timeZone),
    after: (milliseconds, then) => {
      const entry = { at: time + milliseconds, call: then };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance: async (milliseconds) => {
      const end = time + milliseconds;
      await settle();
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        time = Math.max(time, next.at);
        next.call();
        await settle();
      }
      time = end;
      await settle();
    },
  };
}

/** Lets everything that is already decided run to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
