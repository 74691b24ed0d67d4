import type { Approval, Change } from '../domain/decisions/approval.ts';
import { digestInput } from '../domain/decisions/digest-input.ts';
import type { FreshState } from '../domain/decisions/verify-approval.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { needOf } from './action-permission.ts';
import type { Ticket } from './ports/ticket-desk.ts';
import { askSystem } from './preparations.ts';
import { decidingTicketFacts, rereadFacts, tooOldFacts } from './reread-facts.ts';
import type { RunSession } from './run-session.ts';
import { waitingProposal } from './run-context.ts';

/**
 * Looks at the world again right before an execution: the ticket, the target, and, where the ticket was changed, the facts that
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
  const kind = ports.actions.kind(item.operation);
  const approved = { ...item, parameters: approval.parameters };
  const [preparation, changedFacts, digest] = await Promise.all([
    askSystem(approved, context, kind?.movesMoney === true ? 'newest' : 'shared'),
    changedFactsSince(session, approval, before),
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
    changedFacts,
  };
}

async function changedFactsSince(
  session: RunSession,
  approval: Approval,
  seen: Ticket,
): Promise<readonly Change[]> {
  const { context } = session;
  const isChanged = context.ticket.updatedAt !== approval.ticketUpdatedAt;
  const names = [
    ...(isChanged ? decidingTicketFacts(context) : []),
    ...tooOldFacts(context, context.ports.clock.now()),
  ];
  const { events, changes, unread } = await rereadFacts(session, [...new Set(names)]);
  if (events.length > 0) session.journal.record(events);
  return [...changes, ...unread, ...newWords(session, seen)];
}

/** A new message may say something else than what was read from the ones before. */
function newWords({ context }: RunSession, seen: Ticket): readonly Change[] {
  const decided = new Set(context.advanced.trace.flatMap(({ facts }) => facts.map(({ name }) => name)));
  const restsOnWords = context.sop.sop.inputs.some(
    ({ name, source }) => source.from === 'message' && decided.has(name),
  );
  const isNew = ({ id, from }: Ticket['messages'][number]): boolean =>
    from === 'customer' && seen.messages.every((message) => message.id !== id);
  return restsOnWords && context.ticket.messages.some(isNew)
    ? [{ what: 'message', before: '', after: '' }]
    : [];
}
