import * as z from 'zod/mini';
import type { StoredRun } from '../../app/ports/ledger.ts';
import { eventVersion, type RunEvent } from '../../domain/run/events.ts';
import { LedgerUnreadable, ledgerSchema, parseStored, requireSchema } from './ledger-unreadable.ts';
import { runEventSchema, sopReferenceSchema } from './stored-event.ts';

/** The events out of their text; rejects what does not parse, a newer version by name. */
export function parseEvents(runId: string, text: unknown): readonly RunEvent[] {
  return parseEventList(runId, parseStored(`run ${runId}`, text));
}

/** The same for events that were read already. */
function parseEventList(runId: string, raw: unknown): readonly RunEvent[] {
  const record = `run ${runId}`;
  if (!Array.isArray(raw)) throw new LedgerUnreadable(record, 'its log is not a list of events');
  return raw.map((event: unknown, index) => parseEvent(record, event, index));
}

function parseEvent(record: string, raw: unknown, index: number): RunEvent {
  const place = `event ${index + 1}`;
  const version = z.object({ v: z.number() }).safeParse(raw);
  if (version.success && version.data.v > eventVersion)
    throw new LedgerUnreadable(
      record,
      `${place} has version ${version.data.v}, this app knows ${eventVersion}. Reload, or update the app`,
    );
  const parsed = runEventSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new LedgerUnreadable(record, `${place} has another form than expected${path ? ` at “${path}”` : ''}`);
}

const storedRun = z.looseObject({
  id: z.string(),
  ticketId: z.string(),
  number: z.number(),
  sop: sopReferenceSchema,
});

/** A whole run as one text, for stores that know no fields. */
export const runText = (run: StoredRun): string => JSON.stringify({ schema: ledgerSchema, ...run });

/** A run out of such a text. */
export function parseRun(runId: string, text: unknown): StoredRun {
  const record = `run ${runId}`;
  const raw = z
    .looseObject({ schema: z.unknown(), events: z.unknown() })
    .safeParse(parseStored(record, text));
  if (!raw.success) throw new LedgerUnreadable(record, 'it has another form than expected');
  requireSchema(record, raw.data.schema);
  const head = storedRun.safeParse(raw.data);
  if (!head.success) throw new LedgerUnreadable(record, 'its head has another form than expected');
  const { id, ticketId, number, sop } = head.data;
  return { id, ticketId, number, sop, events: parseEventList(runId, raw.data.events) };
}
