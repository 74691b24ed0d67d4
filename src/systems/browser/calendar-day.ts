import type { IsoDate } from '../../domain/facts/value.ts';
import type { Instant } from '../../domain/run/events.ts';

/** The calendar day of an instant in a time zone (an IANA name). A zone that the platform does not know counts as UTC. */
export function calendarDay(instant: Instant, timeZone: string): IsoDate {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...day, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-US', { ...day, timeZone: 'UTC' });
    throw error;
  }
}
