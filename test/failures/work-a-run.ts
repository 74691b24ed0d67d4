import type { NodeDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import type { ProposalView } from '../../src/app/proposal-view.ts';
import type { RunView } from '../../src/app/run-view.ts';
import type { SidebarCommand } from '../../src/app/sidebar-command.ts';
import type { WaitingView } from '../../src/app/waiting-view.ts';
import type { FactType } from '../../src/domain/facts/value.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';
import type { Outcome } from '../../src/domain/run/outcome.ts';
import { letTimersRun } from './quick-timers.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import type { ManualClock } from '../support/manual-clock.ts';

/** A run on a ticket of the desk, and who works on it. */
export type WorkedRun = {
  readonly desk: NodeDesk;
  readonly clock: ManualClock;
  readonly ticketId: number;
  /** What other teams fill in on the ticket while the run holds for it: custom fields by id, one set after the other. */
  readonly filledIn?: readonly Readonly<Record<number, string>>[];
};

/** `gone` where the tab vanished meanwhile; `stuck` where the run waits and this rep knows nothing more to do, with what it shows. */
export type Worked =
  | { readonly is: 'ended'; readonly outcome: Outcome }
  | { readonly is: 'gone' }
  | { readonly is: 'stuck'; readonly at: string };

/** Rounds without anything new after which a rep gives up. */
const patience = 40;

/**
 * Works on a run until it is over, as a rep would with the sidebar alone: approves what waits, answers what is asked or has a colleague with the
 * role answer it, gives facts, ticks manual steps, ends holds, and looks where no system can tell. Time goes on meanwhile.
 */
export async function workToTheEnd(
  { store }: DeskSidebar,
  run: WorkedRun,
  isGone: () => boolean = () => false,
): Promise<Worked> {
  let idle = 0;
  let last = '';
  for (let moves = 0; idle < patience && moves < 60;) {
    if (isGone()) return { is: 'gone' };
    const { phase } = store.getState();
    if (phase.is === 'ended') return { is: 'ended', outcome: phase.outcome };
    const next = phase.is === 'running' ? nextMove(phase.run, run) : undefined;
    const what = JSON.stringify(next);
    // What was sent is given time before it is sent again.
    if (next && (what !== last || idle % 7 === 6)) {
      last = what;
      idle = 0;
      moves += 1;
      await make(next, store, run);
    } else idle += 1;
    await pass(run.clock, idle > 5 ? 15_000 : 500);
  }
  return { is: 'stuck', at: whatIsShown(store) };
}

/** What a rep sees who knows nothing more to do, in short. */
function whatIsShown(store: DeskSidebar['store']): string {
  const { phase, notices } = store.getState();
  if (phase.is !== 'running') return JSON.stringify(phase).slice(0, 500);
  const waitingFor = phase.run.waitingFor.map(({ kind, id, isSending }) => ({ kind, id, isSending }));
  const proposals = phase.run.steps
    .flatMap((step) => step.proposals)
    .map(({ id, state, preparation, approver }) => ({ id, state, preparation: preparation.is, approver }));
  return JSON.stringify({ notices, waitingFor, proposals });
}

/** Time goes by, and with it whatever was asked. Needs `withQuickTimers`. */
export async function pass(clock: ManualClock, milliseconds: number): Promise<void> {
  await clock.advance(milliseconds);
  await letTimersRun();
}

async function make(move: Move, store: DeskSidebar['store'], run: WorkedRun): Promise<void> {
  switch (move.is) {
    case 'send':
      return store.send(move.command);
    case 'customer-writes':
      return customerAnswers(run);
    case 'fill-in':
      return fillIn(run, move.fields);
    case 'colleague':
      return haveColleagueAnswer(run, move.command);
  }
}

type Move =
  | { readonly is: 'send'; readonly command: SidebarCommand }
  | { readonly is: 'customer-writes' }
  | { readonly is: 'fill-in'; readonly fields: Readonly<Record<number, string>> }
  /** Somebody with the role is needed. */
  | { readonly is: 'colleague'; readonly command: string };

function nextMove(view: RunView, run: WorkedRun): Move | undefined {
  const waiting = view.waitingFor.find(({ isSending }) => !isSending);
  const proposals = view.steps.flatMap((step) => step.proposals);
  const unclear = proposals.find(({ state }) => state.is === 'unknown' && state.check.is === 'cannot-tell');
  if (unclear) return send({ type: 'settle-unknown', command: unclear.id, settlement: 'happened' });
  const open = proposals.find(isDecidable);
  if (open) return decide(open);
  return waiting && answerTo(waiting, run);
}

const send = (command: SidebarCommand): Move => ({ is: 'send', command });

function isDecidable({ state, preparation }: ProposalView): boolean {
  return ['waiting', 'stale', 'expired', 'refused'].includes(state.is) && preparation.is === 'ready';
}

function decide(proposal: ProposalView): Move {
  const { id, state, approver } = proposal;
  if (state.is === 'stale' || state.is === 'expired') return send({ type: 'compute-again', command: id });
  if (approver.is === 'role' && !approver.youHaveIt) return { is: 'colleague', command: id };
  return send({ type: 'approve', command: id, parameters: written(proposal) });
}

/** What the SOP leaves to the rep to write is written. */
function written({ parameters, fields }: ProposalView): ProposalView['parameters'] {
  const open = fields.filter(({ name, required, editable }) => required && editable && !parameters[name]);
  return { ...parameters, ...Object.fromEntries(open.map(({ name }) => [name, 'As we have agreed.'])) };
}

function answerTo(waiting: WaitingView, run: WorkedRun): Move | undefined {
  const command = waiting.id;
  switch (waiting.kind) {
    case 'gate':
      if (!waiting.answerer.youMay) return { is: 'colleague', command };
      return send({ type: 'answer-gate', command, answer: 'yes', reason: 'I have looked.' });
    case 'judgement':
      if (!waiting.answerer.youMay) return { is: 'colleague', command };
      return send({ type: 'answer-judgement', command, answer: 'yes', reason: 'I have looked.' });
    case 'question':
      return send({ type: 'answer-question', command, answer: 'yes' });
    case 'missing': {
      // An action failed for which the SOP has no answer: once more.
      if (waiting.because === 'failure') return send({ type: 'read-again', command });
      const facts = waiting.missing.map(({ name, type }) => ({ fact: name, value: sampleValue(type) }));
      return send({ type: 'give-facts', command, facts });
    }
    case 'extract': {
      if (waiting.reader.is === 'assistant') return undefined;
      const facts = waiting.facts.map(({ name }) => ({ fact: name, value: null }));
      return send({ type: 'give-facts', command, facts });
    }
    case 'deviation':
      return send({ type: 'choose-deviation', command, choice: 'go-on' });
    case 'hold': {
      if (waiting.until.is !== 'condition') return send({ type: 'end-hold', command });
      const fields = stillToFillIn(run);
      return fields ? { is: 'fill-in', fields } : send({ type: 'read-again', command });
    }
    case 'customer-answer':
      return { is: 'customer-writes' };
    case 'record': {
      const { system, record, candidates } = waiting.choice;
      const [first] = candidates;
      return send({
        type: 'choose-record',
        command,
        system,
        record,
        id: first?.id ?? null,
        name: first?.name ?? '',
      });
    }
    case 'manual':
      return send({ type: 'tick-manual', command, note: undefined });
  }
}

/** A value that a rep could give; the same each time. */
function sampleValue(type: FactType): FactJson {
  switch (type.kind) {
    case 'text':
      return 'as seen';
    case 'number':
    case 'count':
      return 1;
    case 'money':
      return `${type.currency ?? 'USD'} 10`;
    case 'yes-no':
      return true;
    case 'date':
      return '2026-11-19';
    case 'duration':
      return 'PT1H';
    case 'list':
      return [];
    case 'choice':
      return type.options[0] ?? '';
  }
}

function customerAnswers({ desk, ticketId }: WorkedRun): void {
  desk.customerWrites({ ticketId, text: 'Here is what you asked for.', attachments: [] });
}

/** The next set of fields that is not on the ticket yet. */
function stillToFillIn({ desk, ticketId, filledIn = [] }: WorkedRun) {
  const ticket = desk.state.systems.zendesk.state.tickets.get(ticketId);
  return filledIn.find((fields) => Object.keys(fields).some((id) => !ticket?.fields.get(Number(id))));
}

async function fillIn(
  { desk, ticketId }: WorkedRun,
  fields: Readonly<Record<number, string>>,
): Promise<void> {
  const custom_fields = Object.entries(fields).map(([id, value]) => ({ id: Number(id), value }));
  const path = `/api/v2/tickets/${ticketId}.json`;
  await desk.rest(AGENTS.specialist.id)({ method: 'PUT', path, body: { ticket: { custom_fields } } });
}

/** Members of the teams that answer gates, and who leads them. */
const colleagues = [AGENTS.specialist.id, AGENTS.teamLead.id];

/** Somebody with the role opens the ticket in a browser of their own, answers and leaves. */
async function haveColleagueAnswer(run: WorkedRun, command: string): Promise<void> {
  for (const user of colleagues) {
    const sidebar = await openDeskSidebar(run.desk, { ticketId: run.ticketId, user, clock: run.clock });
    const answered = await answerAs(sidebar, run, command);
    await sidebar.store.close();
    if (answered) return;
  }
}

async function answerAs({ store }: DeskSidebar, run: WorkedRun, command: string): Promise<boolean> {
  const { clock } = run;
  for (let turn = 0; turn < 40; turn += 1) {
    await pass(clock, 300);
    const { phase } = store.getState();
    if (phase.is !== 'running') continue;
    const move = nextMove(phase.run, run);
    if (move?.is === 'colleague') return false;
    if (move?.is !== 'send' || !('command' in move.command) || move.command.command !== command) continue;
    store.send(move.command);
    await pass(clock, 1000);
    await pass(clock, 3000);
    return true;
  }
  return false;
}
