import type { Approval, Change } from '../domain/decisions/approval.ts';
import { digestInput } from '../domain/decisions/digest-input.ts';
import type { FreshState } from '../domain/decisions/verify-approval.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { isForGood } from './is-for-good.ts';
import { needOf } from './action-permission.ts';
import { kindOf } from './kind-of.ts';
import type { Ticket } from './ports/ticket-desk.ts';
import { askSystem } from './preparations.ts';
import { decidingFacts, decidingTicketFacts, olderThan, rereadFacts, tooOldFacts } from './reread-facts.ts';
import type { RunSession } from './run-session.ts';
import { waitingProposal } from './run-context.ts';
import { unreadWords } from './unread-words.ts';

/**
 * Looks at the world again right before an execution: the ticket, the target, and the facts that
 * decided. What is different is appended, so that the run decides anew. Rejects when the ticket cannot be read.
 */
export async function gatherFreshState(
  session: RunSession,
  approval: Approval,
  item: PlanItem,
): Promise<FreshState> {
  const before = session.context.ticket;
  session.ticket = await session.context.ports.desk.ticket();
  const { context } = session;
  const { ports, ticket, user, settings, sop } = context;
  const kind = kindOf(item, context);
  const approved = { ...item, parameters: approval.parameters };
  const [preparation, differences, digest] = await Promise.all([
    askSystem(approved, context, kind?.movesMoney === true ? 'newest' : 'shared'),
    changesSince(session, approval, { item, seen: before }),
    ports.hasher.sha256(digestInput(approval)),
  ]);
  return {
    at: ports.clock.now(),
    digest,
    sopHash: sop.hash,
    proposal: waitingProposal(session.context, approval.command),
    isUsed: context.events.some(
      (event) => event.type === 'execution-intended' && event.command === approval.command,
    ),
    need: needOf(item, context),
    teams: settings.teams,
    decider: user,
    ticket: { updatedAt: ticket.updatedAt, isClosed: ticket.status === 'closed' },
    kind: kind ?? { parameters: [] },
    preparation,
    ...differences,
  };
}

/** What was observed that short a time ago is not asked again. Milliseconds. */
const stillFresh = 30_000;

/** Without a word of the SOP on it, what is older than an approval may be has to be confirmed. Milliseconds. */
const longestTrust = 15 * 60 * 1000;

type Differences = Pick<FreshState, 'changedFacts' | 'unconfirmed'>;

/**
 * Reads again what the proposal rests on: what stands in the ticket where it was changed, what is older than the SOP allows, and
 * before anything that cannot be taken back every fact that decided. A system that does not answer keeps nobody from acting on what
 * it said a moment ago, but on what it said long ago it does.
 */
async function changesSince(
  session: RunSession,
  approval: Approval,
  { item, seen }: { readonly item: PlanItem; readonly seen: Ticket },
): Promise<Differences> {
  const { context } = session;
  // What people propose beside the SOP rests on no fact of it: its system says what has changed.
  if (item.added) return { changedFacts: [], unconfirmed: [] };
  const now = context.ports.clock.now();
  const deciding = decidingFacts(context, item);
  const mayHaveChanged = [
    ...(context.ticket.updatedAt === approval.ticketUpdatedAt ? [] : decidingTicketFacts(context)),
    ...tooOldFacts(context, now),
  ];
  const isFinal = isForGood(context.ports.actions.kind(item.operation));
  const old = isFinal ? olderThan(deciding, context, { now, milliseconds: stillFresh }) : [];
  const { events, changes, unread } = await rereadFacts(session, [...new Set([...mayHaveChanged, ...old])]);
  if (events.length > 0) session.journal.record(events);
  const needed = [...mayHaveChanged, ...olderThan(deciding, context, { now, milliseconds: longestTrust })];
  const isNeeded = ({ what }: Change) => needed.some((name) => what === `fact:${name}`);
  return { changedFacts: changes, unconfirmed: [...unread.filter(isNeeded), ...newWords(session, seen)] };
}

/** A new message may say something else than what was read from the ones before. */
function newWords(session: RunSession, seen: Ticket): readonly Change[] {
  const { context } = session;
  const decided = new Set(context.advanced.trace.flatMap(({ facts }) => facts.map(({ name }) => name)));
  const restsOnWords = context.sop.sop.inputs.some(
    ({ name, source }) => source.from === 'message' && decided.has(name),
  );
  return restsOnWords && unreadWords(session, seen).length > 0
    ? [{ what: 'message', before: '', after: '' }]
    : [];
}
