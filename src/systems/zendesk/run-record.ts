import type { StoredRun } from '../../app/ports/ledger.ts';
import type { Hasher } from '../../app/ports/clock.ts';
import {
  LedgerUnreadable,
  ledgerSchema,
  requireSchema,
  type LedgerSchema,
} from '../memory/ledger-unreadable.ts';
import { sortedText } from '../memory/same-json.ts';
import { sopReferenceSchema } from '../memory/stored-event.ts';
import { runId } from '../../domain/ledger/run-id.ts';
import type { RunEvent } from '../../domain/run/events.ts';
import type { ObjectRecord } from './custom-object-records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a run's record holds of its log: the hashes of the older portions, in order, and the newest events. */
export type RecordedLog = { readonly sealed: readonly string[]; readonly newest: readonly RunEvent[] };

/** All fields of a run's record, as requirements.json declares them. */
export async function runFields(run: StoredRun, log: RecordedLog, hasher: Hasher): Promise<Fields> {
  const fields = unhashedFields(run, log);
  return { ...fields, hash: await hashOf(run, { sealed: log.sealed, events: fields.events }, hasher) };
}

/** The same with a hash of the right length: for measuring. */
export const measuredFields = (run: StoredRun, newest: readonly RunEvent[], portions: number): Fields => {
  const hash = '0'.repeat(64);
  return { ...unhashedFields(run, { newest, sealed: Array.from({ length: portions }, () => hash) }), hash };
};

const unhashedFields = (run: StoredRun, { sealed, newest }: RecordedLog) => ({
  ticket_id: run.ticketId,
  sop_id: run.sop.id,
  sop_version: run.sop.version,
  sop_hash: run.sop.hash,
  status: run.events.some(({ type }) => type === 'run-ended') ? 'ended' : 'running',
  schema: ledgerSchema,
  sealed: sealed.join(' '),
  events: sortedText(newest),
});

/** What changes while a run goes on. */
export function growingFields({ status, schema, sealed, events, hash }: Fields): Fields {
  return { status, schema, sealed, events, hash };
}

/** The log is chained: the hash of the last portion stands for all of them. */
function hashOf(
  { id, sop }: Omit<StoredRun, 'events'>,
  { sealed, events }: { readonly sealed: readonly string[]; readonly events: unknown },
  hasher: Hasher,
): Promise<string> {
  return hasher.sha256(JSON.stringify([id, sop.id, sop.version, sop.hash, sealed.at(-1) ?? '', events]));
}

/** A run's record, read and not yet believed. */
export type RecordedRun = {
  readonly head: Omit<StoredRun, 'events'>;
  /** Schema 1 knows neither portions nor a hash. */
  readonly schema: LedgerSchema;
  readonly sealed: readonly string[];
  readonly events: unknown;
  /** Whether the hash in the record is that of its log. */
  readonly isAsWritten: boolean;
};

/** Reads the fields of a run's record; rejects what this version of the app cannot read. */
export async function readRunRecord(
  ticketId: string,
  number: number,
  { record, hasher }: { readonly record: ObjectRecord; readonly hasher: Hasher },
): Promise<RecordedRun> {
  const id = runId(ticketId, number);
  const fields = record.custom_object_fields;
  const schema = requireSchema(`run ${id}`, fields['schema']);
  const sop = sopReferenceSchema.safeParse({
    id: fields['sop_id'],
    version: fields['sop_version'],
    hash: fields['sop_hash'],
  });
  if (!sop.success) throw new LedgerUnreadable(`run ${id}`, 'it does not say which SOP it runs');
  const head = { id, ticketId, number, sop: sop.data };
  const { events } = fields;
  if (schema === 1) return { head, schema, sealed: [], events, isAsWritten: true };
  const sealed = hashesIn(fields['sealed']);
  const isAsWritten = fields['hash'] === (await hashOf(head, { sealed, events }, hasher));
  return { head, schema, sealed, events, isAsWritten };
}

/** An empty text field comes back as nothing. */
const hashesIn = (text: unknown): readonly string[] =>
  typeof text === 'string' ? text.split(/\s+/).filter((hash) => hash !== '') : [];
