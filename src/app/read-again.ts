import type { Command } from '../domain/run/commands.ts';
import type { CommandId } from '../domain/run/events.ts';
import { mayAct } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { askAssistant, readAsEvent } from './automatic-answers.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { askSystem } from './preparations.ts';
import { decidingFacts, decidingTicketFacts, rereadFacts, tooOldFacts } from './reread-facts.ts';
import { planItem, sourceOf, type EventBody } from './run-context.ts';
import type { RunSession } from './run-session.ts';

/** Asks the systems, or the assistant, once more for what the run waits for. */
export async function readAgain(session: RunSession, command: CommandId): Promise<void> {
  await catchUpAfterIdling(session);
  const waiting = session.context.advanced.waitingFor.find(({ id }) => id === command);
  if (!waiting || mayAct(session.context).is === 'no') return;
  if (waiting.kind === 'extract') session.extractAgain(command);
  if (waiting.kind === 'wait') session.journal.append(await holdReadings(session, [waiting]), 'now');
  if (waiting.kind === 'missing') {
    session.journal.append(
      [{ type: 'gate-answered', command, answer: 'again', by: personOf(session) }],
      'now',
    );
  }
}

/** Prepares and shows a proposal anew, after something has changed under an approval: with the newest that the systems say. */
export async function computeAgain(session: RunSession, command: CommandId): Promise<void> {
  session.ticket = await session.context.ports.desk.ticket();
  const { context } = session;
  const shown = planItem(context, command);
  if (!shown?.added) {
    const names = new Set([
      ...(shown ? decidingFacts(context, shown) : decidingTicketFacts(context)),
      ...tooOldFacts(context, context.ports.clock.now()),
    ]);
    const { events } = await rereadFacts(session, [...names]);
    session.journal.append(events, 'soon');
  }
  const item = planItem(session.context, command);
  if (item) session.preparations.set(item, await askSystem(item, session.context, 'newest'));
  session.notes.delete(command);
  session.goOn();
}

/**
 * The ticket was changed, or the run is taken up again: reads what may have changed with it, and what the run holds for. The run
 * then decides anew. What is known stays as it is where a system does not answer.
 */
async function refresh(session: RunSession, because: 'ticket-changed' | 'taken-up'): Promise<void> {
  const before = session.context.ticket;
  session.ticket = await session.context.ports.desk.ticket();
  const { context } = session;
  const isChanged = because === 'taken-up' || before.updatedAt !== context.ticket.updatedAt;
  if (context.advanced.outcome) {
    // What a run that is over has decided stays as it was; what people propose beside it is looked at anew.
    if (isChanged) session.preparations.askAgain('zendesk');
    return session.goOn();
  }
  const now = context.ports.clock.now();
  const names = new Set([...(isChanged ? decidingTicketFacts(context) : []), ...tooOldFacts(context, now)]);
  const [reread, held] = await Promise.all([
    rereadFacts(session, [...names]),
    holdReadings(session, context.advanced.waitingFor),
  ]);
  session.journal.append([...reread.events, ...held], 'soon');
  if (isChanged) session.preparations.askAgain('zendesk');
  session.goOn();
}

/** Refreshes, and once more if the ticket was changed again meanwhile. */
export function startRefreshing(session: RunSession, because: 'ticket-changed' | 'taken-up'): void {
  session.hasNews = true;
  session.work.start('refresh', async () => {
    while (session.hasNews) {
      session.hasNews = false;
      await refresh(session, because);
    }
  });
}

/** Readings of the facts for which the run holds, numbered as `run-hold.ts` counts them. */
async function holdReadings(
  session: RunSession,
  commands: readonly Command[],
): Promise<readonly EventBody[]> {
  const readings = commands.map(async (command) =>
    command.kind === 'wait' && command.until.is === 'condition'
      ? Promise.all(command.until.facts.map((fact) => holdReading(session, command.id, fact)))
      : [],
  );
  return (await Promise.all(readings)).flat(2);
}

async function holdReading(
  session: RunSession,
  hold: CommandId,
  fact: string,
): Promise<readonly EventBody[]> {
  const { context } = session;
  const source = sourceOf(context.sop, fact);
  const prefix = `${hold}/read:${fact}#`;
  const count = context.events.filter(
    (event) => 'command' in event && event.command.startsWith(prefix),
  ).length;
  const command = `${prefix}${count}`;
  if (source?.from === 'system')
    return [await readAsEvent(session.reader, { command, fact, source, freshness: 'newest' })];
  if (source?.from !== 'message') return [];
  const answer = await askAssistant([fact], context);
  const found = answer.is === 'read' ? answer.facts.find(({ name }) => name === fact) : undefined;
  if (!found) return [];
  const quote = found.quote === undefined ? {} : { quote: found.quote };
  return [{ type: 'fact-extracted', command, fact, value: found.value, ...quote, by: 'assistant' }];
}
