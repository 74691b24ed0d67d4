import type { Clock } from '../../app/ports/clock.ts';
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
import { growingFields, logSize, longestLog, newRunRecord, runOfRecord } from './run-record.ts';
import { createSaveQueue } from './save-queue.ts';

export type RunRecordsOptions = {
  readonly records: CustomObjectRecords;
  readonly ids: ExternalIds;
  readonly clock: Pick<Clock, 'now'>;
};

/** What this page knows of a run's record: what it held, and when it was seen so. */
type Seen = { readonly recordId: string; readonly run: StoredRun; readonly at: number };
type Runs = RunRecordsOptions & { readonly seen: Map<string, Seen> };

/** Runs as records of a custom object, one each, found by an id that is made of the ticket and a number. */
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
  return latest && see(runs, ticketId, latest.number, latest.record);
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

function see({ seen, clock }: Runs, ticketId: string, number: number, record: ObjectRecord): StoredRun {
  const run = runOfRecord(ticketId, number, record);
  seen.set(run.id, { recordId: record.id, run, at: Date.parse(clock.now()) });
  return run;
}

/**
 * Whoever was first has started it: what is there afterwards is the run, for everybody. A record that was created is ours; should
 * Zendesk ever create two of them, both stand for the same run, and the claims of its actions still decide who carries them out.
 */
async function startRun(runs: Runs, run: StoredRun): Promise<StoredRun> {
  const created = await runs.records.create('signoff_run', newRunRecord(run, runs.ids.run(run.id)));
  if (created.is === 'unavailable') throw new Error(`Cannot start run ${run.id}: ${created.failure.reason}`);
  const own = parseRecord(created, `run ${run.id}`);
  if (own.is === 'parsed') return see(runs, run.ticketId, run.number, own.body);
  const record = (await readRecords(runs, [run.id])).get(run.id);
  if (record) return see(runs, run.ticketId, run.number, record);
  const why = created.is === 'answered' ? 'the record could not be read back.' : created.failure.reason;
  throw new Error(`Cannot start run ${run.id}: ${why}`);
}

/** Writes the whole log, if nothing of the stored one is left out: Zendesk itself would let the last writer win. */
async function saveRun(runs: Runs, run: StoredRun): Promise<SaveAnswer> {
  if (logSize(run) > longestLog) return failed(run, tooLong(run));
  try {
    const { recordId, run: stored } = await newestSeen(runs, run);
    if (!keepsAll(run.events, stored.events)) return failed(run, continuedElsewhere);
    const changed = await runs.records.change('signoff_run', recordId, growingFields(run));
    const parsed = parseRecord(changed, `run ${run.id}`);
    if (parsed.is === 'failed') {
      runs.seen.delete(run.id);
      return failed(run, parsed.failure.reason);
    }
    runs.seen.set(run.id, { recordId, run, at: Date.parse(runs.clock.now()) });
    return { is: 'saved' };
  } catch (error) {
    return failed(run, error instanceof Error ? error.message : String(error));
  }
}

/** What this page saw within this time is not read again before it is written over. */
const trustedFor = 3000;

async function newestSeen(runs: Runs, run: StoredRun): Promise<Seen> {
  const seen = runs.seen.get(run.id);
  if (seen && Date.parse(runs.clock.now()) - seen.at < trustedFor) return seen;
  const record = (await readRecords(runs, [run.id])).get(run.id);
  if (!record) throw new Error('it was never started.');
  const stored = see(runs, run.ticketId, run.number, record);
  return { recordId: record.id, run: stored, at: Date.parse(runs.clock.now()) };
}

const continuedElsewhere = 'it was continued in another tab. Reload to go on from there.';
const tooLong = (run: StoredRun) =>
  `its log has ${logSize(run)} bytes, and a record in Zendesk holds ${longestLog}. End this run, and run again.`;
const failed = (run: StoredRun, why: string): SaveAnswer => ({
  is: 'failed',
  reason: `Cannot save run ${run.id}: ${why}`,
});
