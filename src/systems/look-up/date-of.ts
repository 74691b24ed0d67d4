import type { Instant } from '../../domain/run/events.ts';
import type { IsoDate } from '../../domain/facts/value.ts';

/** The day of an instant in the zone of the account. */
export type DateOf = (instant: Instant) => IsoDate;
