import type { Instant } from '../run/events.ts';

/** Milliseconds from one given instant to another; negative when `to` is earlier, undefined where one is not an instant. */
export function millisecondsBetween(from: Instant, to: Instant): number | undefined {
  const difference = Date.parse(to) - Date.parse(from);
  return Number.isFinite(difference) ? difference : undefined;
}

/** The latest instant that the calendar of the SOP language has. */
const lastInstant: Instant = '9999-12-31T23:59:59.999Z';

/**
 * The instant so many seconds later, rounded up to the millisecond: a wait is never cut short. `seconds` is a plain decimal; beyond
 * the calendar it is the calendar's last instant. Works on the given instant only: the clock is a port.
 */
export function laterBy(instant: Instant, seconds: string): Instant {
  const time = Date.parse(instant) + Math.ceil(Number(seconds) * 1000);
  return time <= Date.parse(lastInstant) ? new Date(time).toISOString() : lastInstant;
}
