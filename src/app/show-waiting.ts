import type { FactName } from '../domain/facts/value.ts';
import type { Command, WaitCommand } from '../domain/run/commands.ts';
import { mayAnswer } from './action-permission.ts';
import { lastAsked, mayAsk } from './ask-colleague.ts';
import { typeOfFact } from './give-facts.ts';
import { heldEvent } from './immediate-events.ts';
import { sourceOf, type RunContext } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import { leadingFacts } from './show-proposal.ts';
import type { Answerer, AskedFact, Asking, WaitingView } from './waiting-view.ts';

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
        isByAnother: command.notBy !== undefined,
        answerer: answererOf(command, context),
        asking: askingOf(command, context),
      };
    case 'judge':
      return {
        kind: 'judgement',
        role: command.role,
        question: command.question,
        answerer: answererOf(command, context),
        asking: askingOf(command, context),
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
      return shownChoice(session, command);
    case 'write':
    case 'propose':
    case 'draft':
    case 'ask':
    case 'notify':
      return undefined;
  }
}

function answererOf(command: Command, context: RunContext): Answerer {
  const may = mayAnswer(command, context);
  return { youMay: may === 'yes', isKnown: may !== 'not-set', hasRequested: may === 'requested' };
}

function askingOf(command: Command, context: RunContext): Asking {
  return {
    isOffered: mayAsk(command, context),
    asked: lastAsked(command.id, context),
    basis: leadingFacts(command, context),
  };
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

/** One card for all readings that wait for the same choice: the first of them asks. */
function shownChoice({ undecided, context }: RunSession, { id }: Command): Shown | undefined {
  const choice = undecided.get(id);
  if (!choice) return undefined;
  const waiting = context.advanced.waitingFor.filter((command) => {
    const other = undecided.get(command.id);
    return other?.system === choice.system && other.record === choice.record;
  });
  const facts = waiting.flatMap((command) => (command.kind === 'read' ? [command.fact] : []));
  return waiting[0]?.id === id ? { kind: 'record', choice, facts } : undefined;
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
