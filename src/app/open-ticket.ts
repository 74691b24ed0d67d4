import type { Failure } from '../domain/run/events.ts';
import { beginRun, resumeRun, type TicketBase } from './begin-run.ts';
import type { MatchView } from './match-view.ts';
import { matchTicket, type TicketMatch } from './match-ticket.ts';
import type { AppPorts } from './app-ports.ts';
import { RunNotTrusted, type StoredRun } from './ports/ledger.ts';
import type { LibraryContents, PublishedSop } from './ports/library.ts';
import { readSettings } from './read-settings.ts';
import { reasonOf } from './reason-of.ts';
import type { RunSession } from './run-session.ts';
import type { Loaded } from './sidebar-view.ts';

/** A ticket with everything that its runs stand on. */
export type OpenTicket = {
  readonly base: TicketBase;
  readonly library: LibraryContents;
  /** The newest run on the ticket when it was opened; its number alone where its log does not count. */
  readonly latest: Pick<StoredRun, 'number'> | undefined;
  readonly match: TicketMatch | undefined;
};

export type Opened =
  | { readonly is: 'could-not-load'; readonly what: Loaded; readonly failure: Failure }
  /** No run: the match says why, and the rep may choose. */
  | {
      readonly is: 'without-run';
      readonly ticket: OpenTicket;
      readonly match: TicketMatch;
      /** What has to be known before another run is begun: the last one was changed by hand. */
      readonly warning?: string;
    }
  | {
      readonly is: 'run';
      readonly ticket: OpenTicket;
      readonly session: RunSession;
      readonly match: MatchView | undefined;
    };

export type OpeningHooks = {
  readonly onChange: () => void;
  /** The ticket and the user are known. */
  readonly onBase: (base: TicketBase) => void;
  /** The SOP of the run is known; its facts are being read. */
  readonly onSop: (sop: PublishedSop) => void;
};

/**
 * Opens the ticket that the app stands beside. A run that is not over goes on with the SOP version that it started with; one that
 * is over is shown; without a run the SOP that fits begins one. The plan is on the screen after three answers one after the
 * other: the library, the facts by which others are looked up, the others. Never rejects.
 */
export async function openTicket(ports: AppPorts, hooks: OpeningHooks): Promise<Opened> {
  try {
    const base = await readBase(ports, hooks);
    hooks.onBase(base);
    const [library, latest] = await Promise.all([
      loading('library', ports.library.published()),
      loading('run', latestRun(base)),
    ]);
    const ticket = { base, library, latest, match: undefined };
    if (latest instanceof RunNotTrusted) return { ...(await chooseAfter(ticket)), warning: latest.message };
    return latest ? await reopen(ticket, latest, hooks) : await openFirst(ticket, hooks);
  } catch (error) {
    if (error instanceof NotLoaded) return { is: 'could-not-load', what: error.what, failure: error.failure };
    return { is: 'could-not-load', what: 'run', failure: { code: 'unreadable', reason: reasonOf(error) } };
  }
}

/** Begins a run of this SOP after the newest one. Rejects when it cannot be stored. */
export function beginNext({ base, latest }: OpenTicket, sop: PublishedSop): Promise<RunSession> {
  return loading('run', beginRun(base, sop, (latest?.number ?? 0) + 1));
}

/** Something without which nothing can be shown. */
class NotLoaded extends Error {
  readonly what: Loaded;
  readonly failure: Failure;
  constructor(what: Loaded, failure: Failure) {
    super(`Cannot load the ${what}: ${failure.reason}`);
    this.name = 'NotLoaded';
    this.what = what;
    this.failure = failure;
  }
}

/** The newest run; where its log was changed by hand, why it does not count. */
async function latestRun({ ports, ticket }: TicketBase): Promise<StoredRun | RunNotTrusted | undefined> {
  try {
    return await ports.ledger.latestRun(ticket.id);
  } catch (error) {
    if (error instanceof RunNotTrusted) return error;
    throw error;
  }
}

async function readBase(ports: AppPorts, { onChange }: OpeningHooks): Promise<TicketBase> {
  const [ticket, user, raw] = await Promise.all([
    loading('ticket', ports.desk.ticket()),
    loading('user', ports.desk.currentUser()),
    loading('settings', ports.settings.read()),
  ]);
  return { ports, ticket, user, settings: readSettings(raw, ports.settings.allowedHosts), onChange };
}

async function openFirst(ticket: OpenTicket, hooks: OpeningHooks): Promise<Opened> {
  const match = await matchTicket(ticket.base, ticket.library);
  const matched = { ...ticket, match };
  if (match.is !== 'one') return { is: 'without-run', ticket: matched, match };
  hooks.onSop(match.sop);
  return { is: 'run', ticket: matched, session: await beginNext(matched, match.sop), match: match.view };
}

async function reopen(ticket: OpenTicket, latest: StoredRun, hooks: OpeningHooks): Promise<Opened> {
  const sop = await versionOf(ticket, latest);
  const isOver = latest.events.some(({ type }) => type === 'run-ended');
  if (!sop && isOver) return chooseAfter(ticket);
  if (!sop) return instead(ticket, latest, missingVersion(latest));
  if (!isOver) hooks.onSop(sop);
  const session = await loading('run', resumeRun(ticket.base, sop, latest));
  if (session.journal.problem !== undefined) {
    await session.close();
    return instead(ticket, latest, session.journal.problem);
  }
  return { is: 'run', ticket, session, match: undefined };
}

/** Nothing begins by itself after a run that is over: it could do the same a second time. */
async function chooseAfter(ticket: OpenTicket): Promise<Extract<Opened, { is: 'without-run' }>> {
  const match = await matchTicket(ticket.base, ticket.library);
  return { is: 'without-run', ticket: { ...ticket, match }, match };
}

/** A run that cannot go on is not in the way of another one; what was done in it is said first. */
async function instead(ticket: OpenTicket, run: StoredRun, problem: string): Promise<Opened> {
  const begun = run.events.filter(({ type }) => type === 'execution-intended').length;
  const done =
    begun === 0
      ? 'Nothing was carried out in it.'
      : `${begun === 1 ? 'One action was' : `${begun} actions were`} carried out in it: look at the ticket and the systems before you begin again.`;
  return { ...(await chooseAfter(ticket)), warning: `${problem} ${done}` };
}

function versionOf({ base, library }: OpenTicket, { sop }: StoredRun): Promise<PublishedSop | undefined> {
  const published = library.sops.find(({ hash }) => hash === sop.hash);
  return published ? Promise.resolve(published) : loading('library', base.ports.library.version(sop));
}

const missingVersion = ({ id, sop }: StoredRun): string =>
  `Run ${id} was begun with version ${sop.version} of “${sop.id}”, which is not kept any more.`;

async function loading<T>(what: Loaded, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotLoaded) throw error;
    // The ledgers say with this name that a stored run is there and cannot be read.
    const isUnreadable = error instanceof Error && error.name === 'LedgerUnreadable';
    throw new NotLoaded(what, { code: isUnreadable ? 'unreadable' : 'unavailable', reason: reasonOf(error) });
  }
}
