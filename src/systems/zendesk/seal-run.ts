import type { StoredRun } from '../../app/ports/ledger.ts';
import { cutLog } from './cut-log.ts';
import { recordSize } from './record-size.ts';
import { measuredFields, type RecordedLog } from './run-record.ts';
import { roomForText, type NotSealed, type Portion, type SealedPortions } from './sealed-portions.ts';

export type SealedRun = RecordedLog & { readonly is: 'sealed'; readonly portions: readonly Portion[] };

/** What is sealed already, and the bytes that a record may have. */
type Sealing = { readonly sealed: readonly Portion[]; readonly room: number };

/**
 * Stores the older events of a log in portions, as far as the run's record has no room for them, and says what is left for the record.
 * The record is not touched: it goes on saying what it said, so a crash in between loses nothing.
 */
export async function sealRun(
  portions: SealedPortions,
  run: StoredRun,
  { sealed, room }: Sealing,
): Promise<SealedRun | ({ readonly is: 'not-sealed' } & NotSealed)> {
  const cut = cutLog({
    events: run.events,
    sealed: sealed.map(({ text }) => text),
    room: roomForText(run.id, room),
    fits: (newest, count) => recordSize(measuredFields(run, newest, count)) <= room,
  });
  if (!cut) return { is: 'not-sealed', reason: tooLong, isTooLarge: false };
  const chained = await portions.chain(run.id, cut.portions);
  const problem = await portions.seal(run.id, chained);
  if (problem) return { is: 'not-sealed', ...problem };
  return { is: 'sealed', portions: chained, sealed: chained.map(({ hash }) => hash), newest: cut.newest };
}

const tooLong =
  'its log has more portions than one record can name. Take over by hand, and run again if there is more to do.';
