import { millisecondsBetween } from '../domain/decisions/instant.ts';
import type { Command } from '../domain/run/commands.ts';
import type { Instant } from '../domain/run/events.ts';
import { mayAnswer, mayAnswerFor } from './action-permission.ts';
import { nextWaitEnd } from './immediate-events.ts';
import type { RunSession } from './run-session.ts';

const minute = 60_000;
const second = 1000;

/** Milliseconds until the time in the view is renewed: a minute, and a second in the last two minutes of a hold. */
export function nextTick(session: RunSession | undefined, now: Instant): number {
  const end = session && nextWaitEnd(session.context);
  const left = end === undefined ? undefined : millisecondsBetween(now, end);
  return left !== undefined && left <= 2 * minute ? second : minute;
}

/** Whether somebody else may have gone on with this run, and it was not looked at for a minute. */
export function waitsForColleague({ context, notes, journal }: RunSession, now: Instant): boolean {
  const idle = millisecondsBetween(journal.log.touchedAt, now) ?? 0;
  const isForColleague = context.advanced.waitingFor.some((command) => !isForThisPerson(command, context));
  return idle >= minute && (isForColleague || [...notes.values()].some(({ is }) => is === 'elsewhere'));
}

/** Whether this person may answer it or, where it is an action that the SOP keeps for a role, approve it. */
function isForThisPerson(command: Command, context: RunSession['context']): boolean {
  const may = command.kind === 'propose' ? mayAnswerFor(command.needs, context) : mayAnswer(command, context);
  return may === 'yes';
}
