import { laterBy, millisecondsBetween } from '../domain/decisions/instant.ts';
import type { Command } from '../domain/run/commands.ts';
import type { CommandId, Instant, Person } from '../domain/run/events.ts';
import { addedId } from '../domain/run/log-index.ts';
import { askOperation } from '../domain/run/plan-beside.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { mayAct, mayAnswer } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { approve } from './approve.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { askSystem } from './preparations.ts';
import { additionsTo, hasLedToNothing } from './propose-undo.ts';
import { planItem, type RunContext } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import type { SidebarCommand } from './sidebar-command.ts';

/** Seconds after which a colleague may be asked once more: people need time to answer. */
const askAgainAfter = '900';

/** Milliseconds: a colleague may have asked, or answered, a moment ago. */
const aMoment = 2000;

type Asked = Command & { readonly kind: 'gate' | 'judge'; readonly role: string };

/**
 * Asks a colleague to answer what the run asks of their role, by an internal note with exactly this text. Sending it is the approval
 * of exactly that: it goes the way of every other approval, once. What stands in the way is said on its card. Rejects when the
 * ledger is out of reach.
 */
export async function askColleague(
  session: RunSession,
  { command: about, note }: Extract<SidebarCommand, { type: 'ask-colleague' }>,
): Promise<void> {
  await catchUpAfterIdling(session, aMoment);
  const { context } = session;
  const asked = context.advanced.waitingFor.find(({ id }) => id === about);
  const message = note.trim();
  if (!asked || !isForRole(asked) || message === '' || !mayAsk(asked, context)) return;
  const parameters = { team: asked.role, message };
  const command = openAsk(about, context)?.id ?? addAsk(session, about, parameters);
  await session.journal.log.allSaved();
  const item = planItem(session.context, command);
  if (!item) return;
  session.preparations.set(item, await askSystem(item, session.context, 'shared'));
  await approve(session, { command, parameters });
}

/** Whether this person may ask somebody else to answer this now. */
export function mayAsk(command: Command, context: RunContext): boolean {
  if (!isForRole(command) || mayAct(context).is === 'no') return false;
  const may = mayAnswer(command, context);
  if (may === 'yes' || may === 'not-set') return false;
  const last = asksAbout(command.id, context).at(-1);
  if (!last || hasLedToNothing(last)) return true;
  if (last.state.is !== 'ended') return last.state.is === 'waiting' || last.state.is === 'approved';
  return last.state.result.is === 'succeeded' && isLongAgo(last.state.at, context.ports.clock.now());
}

/** Who has asked last for an answer to this, where the note was written. */
export function lastAsked(
  about: CommandId,
  context: Pick<RunContext, 'advanced'>,
): { readonly by: Person; readonly at: Instant } | undefined {
  return asksAbout(about, context)
    .flatMap(({ state }) =>
      state.is === 'ended' && state.result.is === 'succeeded' ? [{ by: state.by, at: state.at }] : [],
    )
    .at(-1);
}

function isForRole(command: Command): command is Asked {
  return (command.kind === 'gate' || command.kind === 'judge') && command.role !== undefined;
}

function addAsk(session: RunSession, about: CommandId, parameters: PlanItem['parameters']): CommandId {
  const command = addedId(about, 'ask-colleague', asksAbout(about, session.context).length);
  const action = { operation: askOperation, parameters };
  const by = personOf(session);
  session.journal.append(
    [{ type: 'proposal-added', command, about, because: 'ask-colleague', action, by }],
    'now',
  );
  return command;
}

/** One that was added and not sent, because something stood in the way: another text is an edit of it. */
function openAsk(about: CommandId, context: RunContext): PlanItem | undefined {
  return asksAbout(about, context).find(({ state }) => state.is === 'waiting' || state.is === 'approved');
}

function asksAbout(about: CommandId, context: Pick<RunContext, 'advanced'>): readonly PlanItem[] {
  return additionsTo(about, context).filter(({ added }) => added?.because === 'ask-colleague');
}

function isLongAgo(at: Instant, now: Instant): boolean {
  const left = millisecondsBetween(now, laterBy(at, askAgainAfter));
  return left !== undefined && left <= 0;
}
