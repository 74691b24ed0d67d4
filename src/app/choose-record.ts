import type { RecordChoice } from '../domain/decisions/proposal.ts';
import { mayAct } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { planItem } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import type { SidebarCommand } from './sidebar-command.ts';

type Chosen = Extract<SidebarCommand, { type: 'choose-record' }>;

/** Something else was chosen than what was asked about. */
class NotToChoose extends Error {
  constructor(name: string) {
    super(`Cannot use “${name}”: the choice between the records is no longer open. Look at the card again.`);
    this.name = 'NotToChoose';
  }
}

/**
 * Records which of several records a person means, or that it is none of them; the run then reads on, with that record or with an
 * unknown fact. Only what was offered can be chosen. Rejects where the choice is no longer open.
 */
export async function chooseRecord(session: RunSession, chosen: Chosen): Promise<void> {
  await catchUpAfterIdling(session);
  if (mayAct(session.context).is === 'no') return;
  const { command, system, record, id, name } = chosen;
  const choice = openChoice(session, command);
  const isOffered = id === null || choice?.candidates.some((candidate) => candidate.id === id);
  if (choice?.system !== system || choice.record !== record || isOffered !== true)
    throw new NotToChoose(name);
  const by = personOf(session);
  session.journal.append([{ type: 'record-chosen', command, system, record, id, name, by }], 'now');
}

/** The records between which a reading or a proposal cannot decide; undefined where nothing is to be chosen. */
function openChoice(session: RunSession, command: string): RecordChoice | undefined {
  const reading = session.undecided.get(command);
  if (reading) return reading;
  const item = planItem(session.context, command);
  const preparation = item && session.preparations.get(item);
  return preparation?.is === 'impossible' ? preparation.choice : undefined;
}
