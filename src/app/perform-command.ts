import { answerPerson } from './answer-people.ts';
import { approve } from './approve.ts';
import { approveAll } from './approve-all.ts';
import { chooseRecord } from './choose-record.ts';
import { askColleague } from './ask-colleague.ts';
import { giveFacts } from './give-facts.ts';
import { proposeUndo } from './propose-undo.ts';
import { computeAgain, readAgain } from './read-again.ts';
import type { RunSession } from './run-session.ts';
import { settleUnknown } from './settle-unknown.ts';
import type { SidebarCommand } from './sidebar-command.ts';
import { takeOver } from './take-over.ts';

/** What a person can do inside a run. The others open another one, or load again. */
export type RunCommand = Exclude<
  SidebarCommand,
  {
    type: 'choose-sop' | 'run-again' | 'retry-load' | 'check-systems';
  }
>;

/** Does what a person wants in a run. Rejects when the ledger is out of reach. */
export async function performInRun(session: RunSession, command: RunCommand): Promise<void> {
  switch (command.type) {
    case 'approve':
      return void (await approve(session, command));
    case 'approve-all':
      return void (await approveAll(session, command.approvals));
    case 'propose-undo':
      return proposeUndo(session, command.command);
    case 'ask-colleague':
      return askColleague(session, command);
    case 'choose-record':
      return chooseRecord(session, command);
    case 'compute-again':
      return computeAgain(session, command.command);
    case 'give-facts':
      return void (await giveFacts(session, command.command, command.facts));
    case 'read-again':
      return readAgain(session, command.command);
    case 'take-over':
      return void (await takeOver(session, command.reason));
    case 'settle-unknown':
      return settleUnknown(session, command.command, command.settlement);
    case 'reject':
    case 'choose-deviation':
    case 'answer-gate':
    case 'answer-judgement':
    case 'answer-question':
    case 'tick-manual':
    case 'end-hold':
      return void (await answerPerson(session, command));
  }
}

/** What the command answers, to be shown as being recorded. */
export function answeredCommand(command: SidebarCommand): string | undefined {
  return 'command' in command ? command.command : undefined;
}
