import type { Ids } from '../../app/ports/clock.ts';

/** Ids that nobody can guess, from the platform's own source of randomness. */
export function createRandomIds(): Ids {
  return { next: () => crypto.randomUUID() };
}
