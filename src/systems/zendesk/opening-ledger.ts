import type { Ledger, StoredRun } from '../../app/ports/ledger.ts';
import { chooseLedger, type ChooseLedgerOptions } from './choose-ledger.ts';

export type OpeningLedgerOptions = ChooseLedgerOptions & { readonly ticketId: string | undefined };

/**
 * The ledger of the account, found out when the app opens: where the account answers for the runs of the open ticket, it keeps them,
 * and only where it does not is it asked why. While it cannot be told where the account keeps its runs, nothing is stored: a
 * second ledger beside the account's would let two people do the same thing.
 */
export function createOpeningLedger(options: OpeningLedgerOptions): Ledger {
  const { zendesk, ticketId } = options;
  let readAhead = ticketId === undefined ? undefined : settled(zendesk.latestRun(ticketId));
  let chosen: Promise<Ledger> | undefined;
  let keptIn: Ledger['keptIn'] = 'zendesk';
  const ledger = (): Promise<Ledger> => {
    chosen ??= choose(options, readAhead).then(
      (found) => {
        ({ keptIn } = found);
        return found;
      },
      (error: unknown) => {
        chosen = undefined;
        throw error;
      },
    );
    return chosen;
  };
  void ledger().catch(() => undefined);
  return {
    get keptIn() {
      return keptIn;
    },
    latestRun: async (id) => {
      const found = await ledger();
      const ahead = id === ticketId && found === zendesk ? readAhead : undefined;
      readAhead = undefined;
      return ahead ? answerOf(await ahead) : found.latestRun(id);
    },
    startRun: async (run) => (await ledger()).startRun(run),
    save: async (run) => (await ledger()).save(run),
    claim: async (claim) => (await ledger()).claim(claim),
    recordResult: async (claim, result) => (await ledger()).recordResult(claim, result),
    claims: async (runId, commands) => (await ledger()).claims(runId, commands),
  };
}

async function choose(
  options: ChooseLedgerOptions,
  readAhead: Promise<Settled> | undefined,
): Promise<Ledger> {
  const answer = await readAhead;
  if (answer && 'run' in answer) return options.zendesk;
  const chosen = await chooseLedger(options);
  if (chosen.is === 'unavailable') throw new LedgerNotChosen(chosen.reason);
  return chosen.ledger;
}

/** It cannot be told where the account keeps its runs. */
class LedgerNotChosen extends Error {
  constructor(reason: string) {
    super(
      `Cannot find out where this account keeps its runs: ${reason.replace(/\.$/, '')}. Nothing can be stored until it answers.`,
    );
    this.name = 'LedgerNotChosen';
  }
}

type Settled = { readonly run: StoredRun | undefined } | { readonly error: unknown };

/** A rejection that nobody waits for yet is no unhandled one. */
async function settled(reading: Promise<StoredRun | undefined>): Promise<Settled> {
  try {
    return { run: await reading };
  } catch (error) {
    return { error };
  }
}

function answerOf(answer: Settled): StoredRun | undefined {
  if ('error' in answer) throw answer.error;
  return answer.run;
}
