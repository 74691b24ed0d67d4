import type { Hasher } from '../../app/ports/clock.ts';
import { RunNotTrusted, type Ledger, type StoredRun } from '../../app/ports/ledger.ts';
import { parseEvents } from '../memory/stored-run.ts';
import { changedByHand } from './changed-by-hand.ts';
import type { ObjectRecord } from './custom-object-records.ts';
import { commandsIn, provenBy } from './proven-by-claims.ts';
import { readRunRecord, type RecordedRun } from './run-record.ts';
import type { Portion, SealedPortions } from './sealed-portions.ts';

type Parts = {
  readonly portions: SealedPortions;
  readonly claims: Ledger['claims'];
  readonly hasher: Hasher;
};

type Asked = { readonly ticketId: string; readonly number: number; readonly record: ObjectRecord };

export type TrustedRun = { readonly run: StoredRun; readonly sealed: readonly Portion[] };

/**
 * The run out of its record and its portions, if its hash says that all of it is as it was written. Rejects with `RunNotTrusted` and what its
 * claims prove where somebody changed it by hand. The hash is no signature: whoever knows how it is made can make it. It is the claims that keep
 * everything from happening twice, and an approval counts only with the digest in its claim.
 */
export async function trustRun(parts: Parts, { ticketId, number, record }: Asked): Promise<TrustedRun> {
  const { hasher } = parts;
  const recorded = await readRunRecord(ticketId, number, { record, hasher });
  if (recorded.schema === 1)
    return { run: runOf(recorded, parseEvents(recorded.head.id, recorded.events)), sealed: [] };
  if (!recorded.isAsWritten)
    throw await notTrusted(parts, recorded, `its record was ${changedByHand(record)}`);
  const read = await readSealed(parts, recorded);
  if (read.is === 'changed') throw await notTrusted(parts, recorded, read.how);
  const older = eventsIn(recorded.head.id, read.portions);
  const newest = parseEvents(recorded.head.id, recorded.events);
  return { run: runOf(recorded, [...older, ...newest]), sealed: read.portions };
}

const runOf = ({ head }: RecordedRun, events: StoredRun['events']): StoredRun => ({ ...head, events });

async function readSealed({ portions }: Parts, { head, sealed }: RecordedRun) {
  return sealed.length === 0 ? ({ is: 'read', portions: [] } as const) : portions.read(head.id, sealed);
}

/** The texts of portions one after the other are events with a comma behind each. */
function eventsIn(runId: string, portions: readonly Portion[]): StoredRun['events'] {
  const text = portions.map((portion) => portion.text).join('');
  return parseEvents(runId, `[${text.replace(/,$/, '')}]`);
}

async function notTrusted(
  { claims }: Parts,
  { head, events }: RecordedRun,
  how: string,
): Promise<RunNotTrusted> {
  const proven = await provenBy(claims, head.id, commandsIn(events));
  return new RunNotTrusted(
    head.number,
    `Cannot read run ${head.id}: ${how}, so its log does not count. Nothing that was carried out is lost, because claims and results are records of their own: ${proven} Run again: the new run knows nothing of the approvals in this one, so compare what it proposes with what was carried out.`,
  );
}
