import type { Instant } from '../../domain/run/events.ts';
import type { IsoDate } from '../../domain/facts/value.ts';

/** Time as an input. */
export interface Clock {
  now(): Instant;
  /** The calendar day in the time zone of the account (an IANA name such as `Europe/Berlin`). */
  today(timeZone: string): IsoDate;
  /** Resolves after so many milliseconds; the returned function gives it up. */
  after(milliseconds: number, then: () => void): () => void;
}

/** Randomness as an input: a fresh unguessable id. */
export interface Ids {
  next(): string;
}

/** SHA-256 as 64 hex digits; from the platform, because the domain has none. */
export interface Hasher {
  sha256(text: string): Promise<string>;
}
