import type { FactName } from '../domain/facts/value.ts';
import type { Command, WaitCommand } from '../domain/run/commands.ts';
import { mayAnswerFor } from './action-permission.ts';
import { typeOfFact } from './give-facts.ts';
import { heldEvent } from './immediate-events.ts';
import { sourceOf, type RunContext } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import type { Answerer, AskedFact, WaitingView } from './waiting-view.ts';

type Shown = WaitingView extends infer View
  ? View extends WaitingView
    ? Omit<View, 'id' | 'span' | 'cites' | 'step' | 'isSending'>
    : never
  : never;

/** What the run waits for besides proposals and readings; undefined for what stands elsewhere or begins in this moment. */
export function showWaiting(session: RunSession, command: Command): WaitingView | undefined {
  const shown = shownAs(session, command);
  const { id, span, cites, step } = command;
  return shown && { id, span, cites, step, isSending: session.sending.has(id), ...shown };
}

function shownAs(session: RunSession, command: Command): Shown | undefined {
  const { context } = session;
  switch (command.kind) {
    case 'gate':
      return {
        kind: 'gate',
        role: command.role,
        question: command.question,
        answerer: answererOf(command.role, context),
      };
    case 'judge':
      return {
        kind: 'judgement',
        role: command.role,
        question: command.question,
        answerer: answererOf(command.role, context),
      };
    case 'question':
      return {
        kind: 'question',
        condition: command.condition,
        missing: askedFacts(command.missing, context),
      };
    case 'missing': {
      const { because, about } = command;
      return { kind: 'missing', missing: askedFacts(command.missing, context), because, about };
    }
    case 'extract':
      return {
        kind: 'extract',
        facts: askedFacts(command.facts, context),
        messages: context.ticket.messages,
        reader: readerOf(session, command.id),
      };
    case 'deviation':
      return { kind: 'deviation', rejected: command.rejected };
    case 'manual':
      return { kind: 'manual', text: command.text };
    case 'wait':
      return shownWait(command, context);
    case 'read':
    case 'write':
    case 'propose':
    case 'draft':
    case 'ask':
    case 'notify':
      return undefined;
  }
}

function answererOf(role: string | undefined, context: RunContext): Answerer {
  const may = mayAnswerFor(role, context);
  return { youMay: may === 'yes', isKnown: may !== 'not-set' };
}

/** What is missing and no fact, such as an exchange rate, cannot be given. */
function askedFacts(names: readonly FactName[], { sop }: RunContext): readonly AskedFact[] {
  return names.flatMap((name) => {
    const type = typeOfFact(sop, name);
    return type ? [{ name, type, source: sourceOf(sop, name) }] : [];
  });
}

function readerOf(
  { leftToPeople }: RunSession,
  command: string,
): Extract<WaitingView, { kind: 'extract' }>['reader'] {
  const left = leftToPeople.get(command);
  return left ? { is: 'rep', because: left.is } : { is: 'assistant' };
}

function shownWait(command: Command & WaitCommand, { events, advanced }: RunContext): Shown | undefined {
  const held = heldEvent(command.id, events);
  const { until, because } = command;
  switch (until.is) {
    case 'answer':
      return { kind: 'customer-answer', question: questionBefore(command.id, advanced), askedAt: held?.at };
    case 'condition':
      return {
        kind: 'hold',
        because: 'hold',
        until: { is: 'condition', condition: until.condition, facts: until.facts },
      };
    case 'time':
      if (held?.until === undefined) return undefined;
      return {
        kind: 'hold',
        because: because === 'retry' ? 'retry' : 'hold',
        until: { is: 'time', at: held.until },
      };
  }
}

/** The wait for an answer stands behind the question: `<question>/answer`. */
function questionBefore(wait: string, { plan }: RunContext['advanced']): string {
  const asked = plan.find(({ id }) => wait === `${id}/answer`);
  const parameters = asked && 'parameters' in asked.state ? asked.state.parameters : asked?.parameters;
  const text = parameters?.['text'];
  return typeof text === 'string' ? text : '';
}
