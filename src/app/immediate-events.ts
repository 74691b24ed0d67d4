import { laterBy, millisecondsBetween } from '../domain/decisions/instant.ts';
import type { Command, WaitCommand } from '../domain/run/commands.ts';
import type { Held, Instant, RunEvent } from '../domain/run/events.ts';
import type { Message } from './ports/ticket-desk.ts';
import type { EventBody, RunContext } from './run-context.ts';

type Wait = Command & WaitCommand;
type Situation = Pick<RunContext, 'advanced' | 'events' | 'ticket'> & { readonly now: Instant };

/** What is to be noted at once, without asking anybody: waits that begin or are over, sections, the end of the run. */
export function immediateEvents(situation: Situation): readonly EventBody[] {
  const { outcome, waitingFor } = situation.advanced;
  if (outcome) return hasEnded(situation.events) ? [] : [{ type: 'run-ended', outcome }];
  return waitingFor.flatMap((command) => {
    if (command.kind === 'wait') return waitEvents(command, situation);
    return command.kind === 'write' ? [{ type: 'section-written', command: command.id } as const] : [];
  });
}

/** The next instant at which a wait is over; undefined where none has a time. */
export function nextWaitEnd({
  advanced,
  events,
}: Pick<Situation, 'advanced' | 'events'>): Instant | undefined {
  const ends = advanced.waitingFor.flatMap((command) => heldEvent(command.id, events)?.until ?? []);
  return ends.toSorted()[0];
}

/** When a wait began, and until when where it has a time. */
export function heldEvent(command: string, events: readonly RunEvent[]): (RunEvent & Held) | undefined {
  return events.findLast(
    (event): event is RunEvent & Held => event.type === 'held' && event.command === command,
  );
}

function waitEvents(command: Wait, { events, ticket, now }: Situation): readonly EventBody[] {
  const held = heldEvent(command.id, events);
  if (!held) return [beginning(command, now)];
  if (held.until !== undefined) {
    const left = millisecondsBetween(now, held.until);
    return left !== undefined && left <= 0 ? [{ type: 'hold-ended', command: command.id }] : [];
  }
  if (command.until.is !== 'answer') return [];
  const answer = ticket.messages.find((message) => isAnswerSince(message, held.at));
  return answer ? [{ type: 'customer-answered', command: command.id, comment: answer.id }] : [];
}

function beginning(command: Wait, now: Instant): EventBody {
  if (command.until.is !== 'time') return { type: 'held', command: command.id };
  return { type: 'held', command: command.id, until: laterBy(now, command.until.seconds) };
}

/** A message without a time may be an old one, and unknown is never yes. */
function isAnswerSince({ from, at }: Message, since: Instant): boolean {
  if (from !== 'customer' || at === undefined) return false;
  const later = millisecondsBetween(since, at);
  return later !== undefined && later > 0;
}

function hasEnded(events: readonly RunEvent[]): boolean {
  return events.some(({ type }) => type === 'run-ended');
}
