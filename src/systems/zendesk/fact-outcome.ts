import type { Failure, Instant, Reading } from '../../domain/run/events.ts';
import { calendarDay } from '../browser/calendar-day.ts';
import { toInstant } from './to-instant.ts';

/** What asking for one fact came to. `observedAt` where it was kept from an earlier question. */
export type Outcome = (Reading | { readonly is: 'failed'; readonly failure: Failure }) & {
  readonly observedAt?: Instant;
};

export const failed = (code: Failure['code'], reason: string) =>
  ({ is: 'failed', failure: { code, reason } }) as const;

export const unreadable = (what: string) =>
  failed('unreadable', `Cannot read ${what}: it has another form than expected.`);

/** A text that is there; empty for null and nothing. */
export const textOutcome = (value: string | number | null | undefined): Reading =>
  value === null || value === undefined || value === ''
    ? { is: 'empty' }
    : { is: 'value', value: String(value) };

export const listOutcome = (items: readonly string[]): Reading =>
  items.length === 0 ? { is: 'empty' } : { is: 'value', value: items };

/** The day of a moment in the zone of the account. */
export function dayOutcome(moment: string | null | undefined, timeZone: string): Reading {
  const instant = toInstant(moment);
  return instant === undefined ? { is: 'empty' } : { is: 'value', value: calendarDay(instant, timeZone) };
}

/** When an answer was given that several facts share. */
export const askedAt = ({ observedAt }: { readonly observedAt?: Instant }) =>
  observedAt === undefined ? {} : { observedAt };
