import type { Command } from '../domain/run/commands.ts';
import type { Person } from '../domain/run/events.ts';
import { mayActOn, mayAnswer } from './action-permission.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { planItem, type EventBody, type RunContext } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import type { SidebarCommand } from './sidebar-command.ts';

/** What a person answers besides approvals and facts. */
export type PersonAnswer = Extract<
  SidebarCommand,
  {
    type:
      | 'answer-gate'
      | 'answer-judgement'
      | 'answer-question'
      | 'choose-deviation'
      | 'tick-manual'
      | 'end-hold'
      | 'reject';
  }
>;

/**
 * Records what a person has answered, if the run still waits for it and this person may answer it. False where it was not
 * recorded; the next state shows what the run waits for instead.
 */
export async function answerPerson(session: RunSession, answer: PersonAnswer): Promise<boolean> {
  await catchUpAfterIdling(session);
  const { context } = session;
  const command = askedCommand(context, answer);
  if (!command || mayActOn(planItem(context, answer.command), context).is === 'no') return false;
  const may = mayAnswer(command, context);
  if (may === 'requested') throw new AnsweredByRequester(roleOf(command) ?? '');
  if (may !== 'yes') return false;
  const event = answerEvent(answer, command, personOf(session));
  if (!event) return false;
  session.notes.delete(answer.command);
  session.journal.append([event], 'now');
  return true;
}

export function personOf({ context: { user } }: RunSession): Person {
  return { id: user.id, name: user.name };
}

/** The SOP says “by another person”, and this one began the run or asked for the answer. */
class AnsweredByRequester extends Error {
  constructor(role: string) {
    super(
      `The SOP wants another person to answer this: you began the run or asked for the answer. Ask a colleague who is ${role}.`,
    );
    this.name = 'AnsweredByRequester';
  }
}

/** What the run waits for, or a proposal beside the SOP that is still open. */
function askedCommand({ advanced }: RunContext, answer: PersonAnswer): Command | undefined {
  const waiting = advanced.waitingFor.find(({ id }) => id === answer.command);
  const added = planItem({ advanced }, answer.command);
  const isOpen = added?.added && (added.state.is === 'waiting' || added.state.is === 'approved');
  return waiting ?? (isOpen ? added : undefined);
}

const roleOf = (asked: Command): string | undefined =>
  asked.kind === 'gate' || asked.kind === 'judge' ? asked.role : undefined;

/** Undefined where the answer is not one to this kind of command. */
function answerEvent(answer: PersonAnswer, asked: Command, by: Person): EventBody | undefined {
  const { kind, id: command } = asked;
  switch (answer.type) {
    case 'answer-gate':
      return kind === 'gate' || kind === 'missing'
        ? {
            type: 'gate-answered',
            command,
            answer: answer.answer,
            by,
            ...reasonIn(answer),
            ...questionIn(asked),
            ...roleIn(asked),
          }
        : undefined;
    case 'answer-judgement':
      return kind === 'judge'
        ? {
            type: 'judgement-answered',
            command,
            answer: answer.answer,
            by,
            ...reasonIn(answer),
            ...questionIn(asked),
            ...roleIn(asked),
          }
        : undefined;
    case 'answer-question':
      return kind === 'question'
        ? { type: 'question-answered', command, answer: answer.answer, by }
        : undefined;
    case 'choose-deviation':
      return kind === 'deviation'
        ? { type: 'deviation-chosen', command, choice: answer.choice, by }
        : undefined;
    case 'tick-manual':
      return kind === 'manual'
        ? {
            type: 'manual-step-done',
            command,
            by,
            ...(answer.note === undefined ? {} : { note: answer.note }),
          }
        : undefined;
    case 'end-hold':
      return kind === 'wait' ? { type: 'hold-ended', command } : undefined;
    case 'reject':
      return isProposal(kind)
        ? { type: 'proposal-decided', command, by, decision: 'rejected', reason: answer.reason }
        : undefined;
  }
}

/** The answer counts for the question that was asked, with the values that it named. */
const questionIn = (asked: Command): { readonly question?: string } =>
  (asked.kind === 'gate' || asked.kind === 'judge') && asked.question !== undefined
    ? { question: asked.question }
    : {};

/** In which role it was answered: of the gate, which `mayAnswer` has looked for. */
function roleIn(asked: Command): { readonly role?: string } {
  const role = roleOf(asked);
  return role === undefined ? {} : { role };
}

const reasonIn = ({ reason }: { readonly reason: string | undefined }) =>
  reason === undefined ? {} : { reason };

const isProposal = (kind: Command['kind']): boolean =>
  kind === 'propose' || kind === 'draft' || kind === 'ask' || kind === 'notify';
