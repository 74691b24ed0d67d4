import { isSameLog } from '../domain/ledger/merge-logs.ts';
import { mayStore } from './action-permission.ts';
import { runId } from '../domain/ledger/run-id.ts';
import type { FactJson } from '../domain/facts/fact-json.ts';
import type { RunEvent } from '../domain/run/events.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import type { AppPorts } from './app-ports.ts';
import type { StoredRun } from './ports/ledger.ts';
import type { PublishedSop } from './ports/library.ts';
import type { CurrentUser, Ticket } from './ports/ticket-desk.ts';
import type { Settings } from './read-settings.ts';
import { resumeExecutions } from './resume.ts';
import { stampEvent } from './run-context.ts';
import { startRefreshing } from './read-again.ts';
import { RunSession } from './run-session.ts';

/** Everything about a ticket that a run on it stands on. */
export type TicketBase = {
  readonly ports: AppPorts;
  readonly ticket: Ticket;
  readonly user: CurrentUser;
  readonly settings: Settings;
  readonly onChange: () => void;
};

/**
 * Begins a run of an SOP on this ticket, or takes up the one that another browser has begun at the same time. Facts are read ahead
 * while the run is stored. Rejects when the ledger does not take it.
 */
export async function beginRun(base: TicketBase, sop: PublishedSop, number: number): Promise<RunSession> {
  const { ports } = base;
  const fresh = freshRun(base, sop, number);
  const planned = createSession(base, sop, { run: fresh, isTakenUp: false });
  planned.reader.readAhead();
  if (!mayStore(base)) return goOn(planned);
  const stored = await ports.ledger.startRun(fresh);
  if (isSameLog(stored.events, fresh.events)) return goOn(planned);
  await planned.close();
  return stored.sop.hash === sop.hash
    ? resumeRun(base, sop, stored)
    : Promise.reject(new BegunElsewhere(stored));
}

/** Another browser was quicker, with another SOP. */
class BegunElsewhere extends Error {
  constructor({ id, sop }: StoredRun) {
    super(`Cannot begin run ${id}: it was begun elsewhere with “${sop.id}”. Open the ticket again.`);
    this.name = 'BegunElsewhere';
  }
}

/** Takes up a stored run with the SOP version that it started with. */
export async function resumeRun(base: TicketBase, sop: PublishedSop, run: StoredRun): Promise<RunSession> {
  const session = createSession(base, sop, { run, isTakenUp: true });
  if (session.journal.problem !== undefined) return session;
  const { outcome, plan } = session.context.advanced;
  if (outcome && !plan.some(needsAnEnd)) return session;
  await Promise.all([session.reader.readKeys(), resumeExecutions(session)]);
  session.goOn();
  if (!outcome) startRefreshing(session, 'taken-up');
  return session;
}

/**
 * What goes on after the end of the run: something that was begun and whose end nobody knows, and what a person has proposed beside
 * the SOP.
 */
function needsAnEnd({ added, state }: PlanItem): boolean {
  const isOpen = state.is === 'running' || (state.is === 'ended' && state.result.is === 'unknown');
  return isOpen || (added !== undefined && state.is !== 'rejected' && state.is !== 'ended');
}

function createSession(
  { ports, settings, user, ticket, onChange }: TicketBase,
  sop: PublishedSop,
  { run, isTakenUp }: { readonly run: StoredRun; readonly isTakenUp: boolean },
): RunSession {
  return new RunSession({ ports, sop, settings, user, ticket, run, isTakenUp, onChange });
}

function goOn(session: RunSession): RunSession {
  session.goOn();
  return session;
}

function freshRun(base: TicketBase, { sop, hash }: PublishedSop, number: number): StoredRun {
  const { ticket } = base;
  const reference = { id: sop.id, version: sop.version, hash };
  return {
    id: runId(ticket.id, number),
    ticketId: ticket.id,
    number,
    sop: reference,
    events: [startEvent(base, reference)],
  };
}

function startEvent({ ports, ticket, user }: TicketBase, sop: StoredRun['sop']): RunEvent {
  const by = { id: user.id, name: user.name };
  const locale = localeOf(ticket.facts['ticket language']);
  return stampEvent(
    {
      type: 'run-started',
      sop,
      today: ports.clock.today(user.timeZone),
      ...(locale === undefined ? {} : { locale }),
      by,
    },
    ports.clock,
  );
}

/** The customer's language, where the ticket says it as a language tag. */
function localeOf(language: FactJson | undefined): string | undefined {
  return typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)
    ? language
    : undefined;
}
