import type { Instant } from '../../domain/run/events.ts';

/**
 * A moment as the app framework or the API writes it, in one form: whole seconds in UTC. Both forms of `ticket.updatedAt` have been
 * seen, ISO and a JavaScript date as text. Undefined for anything else.
 */
export function toInstant(value: unknown): Instant | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const time = typeof value === 'number' ? value : Date.parse(value.replace(/\s*\([^)]*\)$/, ''));
  return Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 19)}Z` : undefined;
}
