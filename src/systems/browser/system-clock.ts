import type { Clock } from '../../app/ports/clock.ts';
import { calendarDay } from './calendar-day.ts';

const now = () => new Date().toISOString();

/** The platform's clock. */
export function createSystemClock(): Clock {
  return {
    now,
    today: (timeZone) => calendarDay(now(), timeZone),
    after: (milliseconds, then) => {
      const timer = setTimeout(then, Math.min(milliseconds, longestTimer));
      return () => clearTimeout(timer);
    },
  };
}

/** A longer timer fires at once. Source: https://developer.mozilla.org/en-US/docs/Web/API/Window/setTimeout#maximum_delay_value */
const longestTimer = 2 ** 31 - 1;
