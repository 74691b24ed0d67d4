import type { Clock } from '../../app/ports/clock.ts';
import type { Claim, Ledger, StoredClaim, StoredRun } from '../../app/ports/ledger.ts';
import type { CommandId } from '../../domain/run/events.ts';
import type { KeyValueStore } from './key-value-store.ts';
import { keepsAll } from './same-json.ts';
import { claimText, parseClaim, parseResult, resultText } from './stored-claim.ts';
import { runId } from '../../domain/ledger/run-id.ts';
import { parseRun, runText } from './stored-run.ts';

export type StoreLedgerOptions = {
  readonly store: KeyValueStore;
  readonly keptIn: Ledger['keptIn'];
  readonly clock: Pick<Clock, 'now'>;
};

/** A ledger in a store of this device: for plans without custom objects, and for tests. Claims bind the tabs of one browser only. */
export function createStoreLedger({ store, keptIn, clock }: StoreLedgerOptions): Ledger {
  const readRun = async (runId: string): Promise<StoredRun | undefined> => {
    const text = await store.get(runKey(runId));
    return text === undefined ? undefined : parseRun(runId, text);
  };
  const readClaim = async (runId: string, command: CommandId): Promise<StoredClaim | undefined> => {
    const stored = await store.get(eventKey('claim', runId, command));
    if (!isStamped(stored)) return undefined;
    const claim = parseClaim(command, stored.text);
    const ended = await store.get(eventKey('result', runId, command));
    const result = isStamped(ended) ? parseResult(command, ended.text) : undefined;
    return { claim, by: claim.approval.by, at: stored.at, result };
  };
  const create = (key: string, text: string) =>
    store.update(key, (present) => present ?? { at: clock.now(), text });

  return {
    keptIn,
    latestRun: async (ticketId) => {
      let latest: StoredRun | undefined;
      for (let number = 1; ; number += 1) {
        const run = await readRun(runId(ticketId, number));
        if (!run) return latest;
        latest = run;
      }
    },
    startRun: async (run) => {
      await store.update(runKey(run.id), (present) => present ?? runText(run));
      return (await readRun(run.id)) ?? run;
    },
    save: (run) => answered(() => store.update(runKey(run.id), (present) => grown(run, present))),
    claim: async (claim) => {
      try {
        await create(eventKey('claim', claim.runId, claim.command), claimText(claim));
        const stored = await readClaim(claim.runId, claim.command);
        if (!stored) return { is: 'unavailable', reason: notKept(claim) };
        return stored.claim?.nonce === claim.nonce ? { is: 'ours' } : { is: 'taken', ...stored };
      } catch (error) {
        return { is: 'unavailable', reason: reasonOf(error) };
      }
    },
    recordResult: (claim, result) =>
      answered(() => create(eventKey('result', claim.runId, claim.command), resultText(result))),
    claims: async (runId, commands) => {
      const found = new Map<CommandId, StoredClaim>();
      for (const command of commands) {
        const stored = await readClaim(runId, command);
        if (stored) found.set(command, stored);
      }
      return found;
    },
  };
}

const runKey = (runId: string) => `signoff:run:${runId}`;
const eventKey = (kind: 'claim' | 'result', runId: string, command: CommandId) =>
  `signoff:${kind}:${runId}:${command}`;

type Stamped = { readonly at: string; readonly text: unknown };
const isStamped = (value: unknown): value is Stamped =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'text' in value;

/** The run in its new form, if nothing of the stored one is left out. */
function grown(run: StoredRun, present: unknown): string {
  if (present === undefined) throw new Error(`Cannot save run ${run.id}: it was never started.`);
  const stored = parseRun(run.id, present);
  if (!keepsAll(run.events, stored.events))
    throw new Error(
      `Cannot save run ${run.id}: it was continued in another tab. Reload to go on from there.`,
    );
  return runText(run);
}

async function answered(work: () => Promise<void>) {
  try {
    await work();
    return { is: 'saved' } as const;
  } catch (error) {
    return { is: 'failed', reason: reasonOf(error) } as const;
  }
}

const notKept = (claim: Claim) => `Cannot claim ${claim.command}: the browser did not keep the record.`;
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
