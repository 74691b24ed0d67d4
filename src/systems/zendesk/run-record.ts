import type { StoredRun } from '../../app/ports/ledger.ts';
import { LedgerUnreadable, ledgerSchema, requireSchema } from '../memory/ledger-unreadable.ts';
import { sopReferenceSchema } from '../memory/stored-event.ts';
import { runId } from '../../domain/ledger/run-id.ts';
import { eventsText, parseEvents } from '../memory/stored-run.ts';
import type { NewRecord, ObjectRecord } from './custom-object-records.ts';

/** A record holds 32 KB in all; the rest is for its other fields. Source: https://support.zendesk.com/hc/en-us/articles/6034260247066 */
export const longestLog = 31_000;

/** Bytes of a run's log in UTF-8. */
export const logSize = (run: StoredRun): number => new TextEncoder().encode(eventsText(run.events)).length;

/** The record of a new run. The fields are those of requirements.json. */
export function newRunRecord(run: StoredRun, externalId: string): NewRecord {
  return {
    name: `Ticket ${run.ticketId}, run ${run.number}`,
    externalId,
    fields: {
      ticket_id: run.ticketId,
      sop_id: run.sop.id,
      sop_version: run.sop.version,
      sop_hash: run.sop.hash,
      ...growingFields(run),
    },
  };
}

/** What changes while a run goes on. */
export const growingFields = (run: StoredRun): Readonly<Record<string, unknown>> => ({
  status: run.events.some(({ type }) => type === 'run-ended') ? 'ended' : 'running',
  schema: ledgerSchema,
  events: eventsText(run.events),
});

/** The run out of its record; rejects what this version of the app cannot read. */
export function runOfRecord(ticketId: string, number: number, record: ObjectRecord): StoredRun {
  const id = runId(ticketId, number);
  const fields = record.custom_object_fields;
  requireSchema(`run ${id}`, fields['schema']);
  const sop = sopReferenceSchema.safeParse({
    id: fields['sop_id'],
    version: fields['sop_version'],
    hash: fields['sop_hash'],
  });
  if (!sop.success) throw new LedgerUnreadable(`run ${id}`, 'it does not say which SOP it runs');
  return { id, ticketId, number, sop: sop.data, events: parseEvents(id, fields['events']) };
}
