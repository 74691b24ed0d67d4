import { eventVersion } from '../run/events.ts';
import type { RunEvent } from '../run/events.ts';
import { runEventSchema } from './event-schema.ts';

/** A log as it was found, or why it cannot be used. Nothing is guessed: a run with an unreadable log is not resumed. */
export type StoredEvents =
  | { readonly is: 'read'; readonly events: readonly RunEvent[] }
  /** Written by a newer version of Signoff: this one must not go on with it. */
  | { readonly is: 'newer-version'; readonly version: number; readonly index: number }
  /** Not a log of events; `index` is the first event that does not fit, undefined where it is no list at all. */
  | { readonly is: 'malformed'; readonly index: number | undefined };

/** Reads a log that was stored as text. A log begins with `run-started`, and with nothing else. */
export function readStoredEvents(text: string): StoredEvents {
  const list = parseJson(text);
  if (!Array.isArray(list)) return { is: 'malformed', index: undefined };
  const events: RunEvent[] = [];
  for (const [index, item] of list.entries()) {
    const version = versionOf(item);
    if (version !== undefined && version > eventVersion) return { is: 'newer-version', version, index };
    const parsed = runEventSchema.safeParse(item);
    if (!parsed.success || (parsed.data.type === 'run-started') !== (index === 0))
      return { is: 'malformed', index };
    events.push(parsed.data);
  }
  return events.length === 0 ? { is: 'malformed', index: undefined } : { is: 'read', events };
}

/** The text to store; `readStoredEvents` gives the same events back. */
export function storedEventsText(events: readonly RunEvent[]): string {
  return JSON.stringify(events);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function versionOf(item: unknown): number | undefined {
  if (typeof item !== 'object' || item === null || !('v' in item)) return undefined;
  return typeof item.v === 'number' ? item.v : undefined;
}
