import type { Clock, Hasher } from '../../app/ports/clock.ts';
import type { Ledger, SaveAnswer, StoredRun } from '../../app/ports/ledger.ts';
import { keepsAll } from '../memory/same-json.ts';
import { runId as runIdOf } from '../../domain/ledger/run-id.ts';
import {
  lowestId,
  parseRecord,
  type CustomObjectRecords,
  type ObjectRecord,
} from './custom-object-records.ts';
import type { ExternalIds } from './external-id.ts';
import { recordRefusal } from './record-refusal.ts';
import { isTooLarge, recordRooms } from './record-size.ts';
import { growingFields, runFields } from './run-record.ts';
import { createSaveQueue } from './save-queue.ts';
import { sealRun } from './seal-run.ts';
import type { Portion, SealedPortions } from './sealed-portions.ts';
import { trustRun } from './trust-run.ts';

export type RunRecordsOptions = {
  readonly records: CustomObjectRecords;
  readonly ids: ExternalIds;
  readonly hasher: Hasher;
  readonly clock: Pick<Clock, 'now'>;
  readonly portions: SealedPortions;
  /** What a run that is not to be trusted has carried out all the same. */
  readonly claims: Ledger['claims'];
};

/** What this page knows of a run's record: what it held, and when it was seen so. */
type Seen = {
  readonly recordId: string;
  readonly run: StoredRun;
  readonly sealed: readonly Portion[];
  readonly at: number;
};
type Runs = RunRecordsOptions & { readonly seen: Map<string, Seen> };

/** Runs as records of a custom object, one each, found by an id that is made of the ticket and a number; older events in portions beside them. */
export function createZendeskRuns(
  options: RunRecordsOptions,
): Pick<Ledger, 'latestRun' | 'startRun' | 'save'> {
  const runs: Runs = { ...options, seen: new Map() };
  const queue = createSaveQueue((run) => saveRun(runs, run));
  return {
    latestRun: (ticketId) => latestRun(runs, ticketId),
    startRun: (run) => startRun(runs, run),
    save: (run) => queue.save(run),
  };
}

/** So many numbers are asked for at once; only a ticket that was run that often costs a second request. */
const numbersAtOnce = 8;

async function latestRun(runs: Runs, ticketId: string): Promise<StoredRun | undefined> {
  let latest: { readonly number: number; readonly record: ObjectRecord } | undefined;
  for (let first = 1; ; first += numbersAtOnce) {
    const numbers = Array.from({ length: numbersAtOnce }, (_, index) => first + index);
    const found = await readRecords(
      runs,
      numbers.map((number) => runIdOf(ticketId, number)),
    );
    for (const number of numbers) {
      const record = found.get(runIdOf(ticketId, number));
      if (record) latest = { number, record };
    }
    if (latest?.number !== first + numbersAtOnce - 1) break;
  }
  return latest && (await see(runs, ticketId, latest.number, latest.record)).run;
}

async function readRecords(
  { records, ids }: Runs,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, ObjectRecord>> {
  const found = await records.byExternalIds(
    'signoff_run',
    runIds.map((id) => ids.run(id)),
  );
  if (found.is === 'failed') throw new Error(`Cannot read the runs of the ticket: ${found.failure.reason}`);
  const byRun = new Map<string, ObjectRecord>();
  for (const runId of runIds) {
    const record = lowestId(found.body, ids.run(runId));
    if (record) byRun.set(runId, record);
  }
  return byRun;
}

/** Rejects with `RunNotTrusted` where the log was changed by hand. */
async function see(runs: Runs, ticketId: string, number: number, record: ObjectRecord): Promise<Seen> {
  const { run, sealed } = await trustRun(runs, { ticketId, number, record });
  const seen = { recordId: record.id, run, sealed, at: Date.parse(runs.clock.now()) };
  runs.seen.set(run.id, seen);
  return seen;
}

/**
 * Whoever was first has started it: what is there afterwards is the run, for everybody. A record that was created is ours; should
 * Zendesk ever create two of them, both stand for the same run, and the claims of its actions still decide who carries them out.
 */
async function startRun(runs: Runs, run: StoredRun): Promise<StoredRun> {
  const sealed = await sealRun(runs.portions, run, { sealed: [], room: recordRooms[0] });
  if (sealed.is === 'not-sealed') throw new Error(`Cannot start run ${run.id}: ${sealed.reason}`);
  const created = await runs.records.create('signoff_run', {
    name: `Ticket ${run.ticketId}, run ${run.number}`,
    externalId: runs.ids.run(run.id),
    fields: await runFields(run, sealed, runs.hasher),
  });
  if (created.is === 'unavailable') throw new Error(`Cannot start run ${run.id}: ${created.failure.reason}`);
  const own = parseRecord(created, `run ${run.id}`);
  const record = own.is === 'parsed' ? own.body : (await readRecords(runs, [run.id])).get(run.id);
  if (!record) throw new Error(`Cannot start run ${run.id}: ${recordRefusal(created, 'signoff_run')}`);
  if (own.is === 'parsed' && !isKept(record, { hash: own.body.custom_object_fields['hash'] }))
    throw new Error(`Cannot start run ${run.id}: ${fieldsMissing}`);
  return (await see(runs, run.ticketId, run.number, record)).run;
}

/** Writes the whole log, if nothing of the stored one is left out: Zendesk itself would let the last writer win. */
async function saveRun(runs: Runs, run: StoredRun): Promise<SaveAnswer> {
  try {
    const stored = await newestSeen(runs, run);
    if (!keepsAll(run.events, stored.run.events)) return failed(run, continuedElsewhere);
    for (const room of recordRooms) {
      const written = await write(runs, run, { stored, room });
      if (written.is !== 'too-large') return written.is === 'saved' ? written : failed(run, written.reason);
    }
    return failed(run, tooLarge);
  } catch (error) {
    return failed(run, error instanceof Error ? error.message : String(error));
  }
}

type Written = SaveAnswer | { readonly is: 'too-large' };

/** Seals what is too much for the record, and changes the record last: until then it says what it said before. */
async function write(
  runs: Runs,
  run: StoredRun,
  { stored, room }: { readonly stored: Seen; readonly room: number },
): Promise<Written> {
  const sealed = await sealRun(runs.portions, run, { sealed: stored.sealed, room });
  if (sealed.is === 'not-sealed') return sealed.isTooLarge ? { is: 'too-large' } : notWritten(sealed.reason);
  const fields = await runFields(run, sealed, runs.hasher);
  const changed = await runs.records.change('signoff_run', stored.recordId, growingFields(fields));
  if (isTooLarge(changed)) return { is: 'too-large' };
  const parsed = parseRecord(changed, `run ${run.id}`);
  if (parsed.is === 'failed') {
    runs.seen.delete(run.id);
    return notWritten(
      changed.is === 'answered' ? parsed.failure.reason : recordRefusal(changed, 'signoff_run'),
    );
  }
  if (!isKept(parsed.body, fields)) return notWritten(fieldsMissing);
  const at = Date.parse(runs.clock.now());
  runs.seen.set(run.id, { recordId: stored.recordId, run, sealed: sealed.portions, at });
  return { is: 'saved' };
}

/** What this page saw within this time is not read again before it is written over. */
const trustedFor = 3000;

async function newestSeen(runs: Runs, run: StoredRun): Promise<Seen> {
  const seen = runs.seen.get(run.id);
  if (seen && Date.parse(runs.clock.now()) - seen.at < trustedFor) return seen;
  const record = (await readRecords(runs, [run.id])).get(run.id);
  if (!record) throw new Error(seen ? recordDeleted : 'it was never started.');
  return see(runs, run.ticketId, run.number, record);
}

/** Zendesk may drop what it has no field for; then nobody could tell later that the log is whole. */
const isKept = ({ custom_object_fields: kept }: ObjectRecord, { hash }: Readonly<Record<string, unknown>>) =>
  typeof hash === 'string' && kept['hash'] === hash;

const continuedElsewhere = 'it was continued in another tab. Reload to go on from there.';
const recordDeleted =
  'somebody deleted its record in Zendesk. Nothing that was carried out is lost: its claims are records of their own. Reload to begin the run again; what was carried out is found by its claims.';
const fieldsMissing =
  'the custom object “signoff_run” lacks the fields “hash” and “sealed”. An admin updates the app, which adds them, or adds them as text fields by hand.';
const tooLarge = 'Zendesk takes no record of that size.';
const notWritten = (reason: string): SaveAnswer => ({ is: 'failed', reason });
const failed = (run: StoredRun, why: string): SaveAnswer => ({
  is: 'failed',
  reason: `Cannot save run ${run.id}: ${why}`,
});
