import type { RecordChoice } from '../domain/decisions/proposal.ts';
import type { Command, ExtractCommand, ReadCommand } from '../domain/run/commands.ts';
import type { FactName } from '../domain/facts/value.ts';
import type { RunEvent } from '../domain/run/events.ts';
import type { FactReader } from './fact-reader.ts';
import { changedByRun } from './changed-by-run.ts';
import { isAnswered } from './chosen-record.ts';
import type { ReadAnswer, SystemSource } from './ports/records.ts';
import type { ExtractAnswer } from './ports/assistant.ts';
import { reasonOf } from './reason-of.ts';
import { inputOf, type EventBody, type RunContext } from './run-context.ts';

/** What came of an automatic command: events, or that people have to do it. */
export type AutomaticAnswer =
  /** `without`: the assistant should have done it, and the run asks the rep in its own way. */
  | { readonly is: 'answered'; readonly events: readonly EventBody[]; readonly without?: LeftToPeople }
  | { readonly is: 'left-to-people'; readonly because: LeftToPeople }
  /** Several records fit, and a person says which one is meant. */
  | { readonly is: 'choose'; readonly choice: RecordChoice };

/** Why people read the message themselves. */
export type LeftToPeople =
  { readonly is: 'assistant-off' } | { readonly is: 'assistant-failed'; readonly reason: string };

/**
 * Does what needs no person: reads facts, has the message read. Undefined for everything that waits for people or for time.
 * Never rejects.
 */
export function answerAutomatically(
  command: Command,
  context: RunContext,
  reader: FactReader,
): Promise<AutomaticAnswer> | undefined {
  switch (command.kind) {
    case 'read':
      return readFact(command, context, reader);
    case 'extract':
      return extractFacts(command, context);
    case 'question':
    case 'gate':
    case 'missing':
    case 'judge':
    case 'deviation':
    case 'manual':
    case 'wait':
    case 'write':
    case 'propose':
    case 'draft':
    case 'ask':
    case 'notify':
      return undefined;
  }
}

async function readFact(
  command: Command & ReadCommand,
  context: RunContext,
  reader: FactReader,
): Promise<AutomaticAnswer> {
  if (command.source.from !== 'system') return { is: 'answered', events: [] };
  const { fact, source } = command;
  const isOld = wasReadBefore(fact, context.events) || changedByRun(source.system, context);
  const freshness = isOld ? 'newest' : 'shared';
  const answer = await reader.read(fact, source, freshness);
  const choice = answer.is === 'read' ? answer.choice : undefined;
  // Whoever was asked and said that it is none of them is not asked again.
  if (choice && !isAnswered(context.events, choice)) return { is: 'choose', choice };
  return { is: 'answered', events: [readingEvent({ command: command.id, fact }, answer)] };
}

type Reading = {
  readonly command: string;
  readonly fact: FactName;
  readonly source: SystemSource;
  readonly freshness: 'shared' | 'newest';
};

/** Reads a fact and says what came of it as an event that answers `command`. */
export async function readAsEvent(
  reader: FactReader,
  { command, fact, source, freshness }: Reading,
): Promise<EventBody> {
  return readingEvent({ command, fact }, await reader.read(fact, source, freshness));
}

function readingEvent(
  { command, fact }: { readonly command: string; readonly fact: FactName },
  answer: ReadAnswer,
): EventBody {
  if (answer.is === 'failed')
    return { type: 'fact-failed', command, fact, system: answer.system, failure: answer.failure };
  const { reading, source: from, observedAt } = answer;
  return { type: 'fact-read', command, fact, reading, source: from, observedAt };
}

function wasReadBefore(fact: FactName, events: readonly RunEvent[]): boolean {
  return events.some(
    (event) => (event.type === 'fact-read' || event.type === 'fact-failed') && event.fact === fact,
  );
}

/** Without an assistant an edge case puts its question to the rep by itself; an instruction waits for the rep to read. */
async function extractFacts(
  command: Command & ExtractCommand,
  context: RunContext,
): Promise<AutomaticAnswer> {
  const answer = await askAssistant(command.facts, context);
  if (answer.is === 'read') return { is: 'answered', events: extractions(command, answer) };
  const because =
    answer.is === 'off'
      ? ({ is: 'assistant-off' } as const)
      : ({ is: 'assistant-failed', reason: answer.reason } as const);
  if (command.neededBy === 'edge-case') {
    const events = command.facts.map((fact) => nobodyRead(command.id, fact));
    return { is: 'answered', events, without: because };
  }
  return { is: 'left-to-people', because };
}

/** Asks the assistant what the customer's messages say about these facts. Never rejects. */
export async function askAssistant(
  facts: readonly FactName[],
  { ports, sop, ticket }: Pick<RunContext, 'ports' | 'sop' | 'ticket'>,
): Promise<ExtractAnswer> {
  if (!ports.assistant.isOn) return { is: 'off' };
  const asked = facts.flatMap((name) => {
    const input = inputOf(sop, name);
    return input ? [{ name, type: input.type }] : [];
  });
  try {
    return await ports.assistant.extract({ facts: asked, messages: ticket.messages });
  } catch (error) {
    return { is: 'failed', reason: reasonOf(error) };
  }
}

/** One event for each fact that was asked for, and for no other, whatever the answer holds. */
function extractions(
  { id, facts }: Command & ExtractCommand,
  { facts: read }: Extract<ExtractAnswer, { is: 'read' }>,
): readonly EventBody[] {
  return facts.map((fact): EventBody => {
    const found = read.find(({ name }) => name === fact);
    const quote = found?.quote === undefined ? {} : { quote: found.quote };
    return {
      type: 'fact-extracted',
      command: id,
      fact,
      value: found?.value ?? null,
      ...quote,
      by: 'assistant',
    };
  });
}

const nobodyRead = (command: string, fact: FactName): EventBody => ({
  type: 'fact-extracted',
  command,
  fact,
  value: null,
  by: 'nobody',
});
