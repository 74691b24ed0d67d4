import type { FactJson } from '../facts/fact-json.ts';
import { foldName } from '../facts/fact-name.ts';
import type { FactName, FactType, IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import type { Example, Expectation } from '../sop/example.ts';
import type { Command } from './commands.ts';
import type { Advanced } from './plan.ts';
import { simulate, type SimulatedAnswer } from './simulate.ts';
import { textParameter } from './text-parameter.ts';

/** What a row gives: facts, and what fails. */
export type Situation = Pick<Example, 'facts' | 'fails'>;

/** A run of a row, with every proposal and gate approved, up to its first hold. */
export type Course = {
  /** What an example can expect, and what it may not be silent about, in order. */
  readonly happened: readonly Happening[];
  /** Everything that people and the world were asked for, in order; what was only read is not among it. */
  readonly commands: readonly Command[];
  readonly advanced: Advanced;
};

/** Something decisive that happened, in the words of an expectation: `escalate to Tier 2`; `a gate` where a fact is missing. */
export type Happening = {
  readonly text: string;
  /** A row may be silent about it. */
  readonly isAllowed: boolean;
  /** The run ends with it, in the words of the document. */
  readonly isEnd: boolean;
  /** Undefined for the end of the run. */
  readonly command: Command | undefined;
};

/** What a row came to: it passes, or the first difference. */
export type ExampleResult =
  | { readonly is: 'passed' }
  /** `expected` is undefined where nothing more was expected, `got` where nothing more happened. */
  | {
      readonly is: 'failed';
      readonly expected: Expectation | undefined;
      readonly got: Happening | undefined;
    };

/**
 * Runs a row. It passes if the expected commands happen in order and no other proposal, gate or escalation happens.
 * Source: SOP language, section 5.
 */
export function runExample(sop: Sop, example: Example, today: IsoDate): Course & { result: ExampleResult } {
  const course = runSituation(sop, example, today);
  return { ...course, result: compare(example.expect, course.happened) };
}

/** What an SOP does with the facts of a row. */
export function runSituation(sop: Sop, situation: Situation, today: IsoDate): Course {
  const types = new Map(sop.inputs.map(({ name, type }) => [name, type]));
  const { advanced, happened } = simulate(sop, {
    today,
    answer: (fact) => answerOf(situation, fact, types.get(fact)),
    fails: (name) => situation.fails.includes(name),
    decide: decisionOf,
    mostRounds: mostRoundsOf(sop),
  });
  return {
    happened: [...happened.flatMap(decisiveOf), ...endingOf(advanced)],
    commands: happened,
    advanced,
  };
}

/** One for each line and some for what is tried again: a loop of hundreds of rounds is left where it is. */
function mostRoundsOf({ source }: Sop): number {
  return source.split('\n').length + 50;
}

/** A fact that the row does not give is unknown to conditions, and a sample value where it is only filled in. */
function answerOf({ facts }: Situation, fact: FactName, type: FactType | undefined): SimulatedAnswer {
  const given = facts.get(fact);
  if (given === undefined) return { is: 'filler', value: sampleOf(type) };
  return given === null ? { is: 'unknown' } : { is: 'value', value: given };
}

function sampleOf(type: FactType | undefined): FactJson {
  switch (type?.kind) {
    case 'number':
    case 'count':
      return 1;
    case 'money':
      return `${type.currency ?? 'USD'} 1`;
    case 'yes-no':
      return false;
    case 'date':
      return '2026-01-01';
    case 'duration':
      return '1 hours';
    case 'list':
      return ['sample'];
    case 'choice':
      return type.options[0] ?? '';
    default:
      return 'sample';
  }
}

/** Nobody gives a missing fact, and the customer does not mention what the row does not say. */
function decisionOf(command: Command): 'yes' | 'no' | undefined {
  if (command.kind === 'missing') return undefined;
  if (command.kind === 'question') return 'no';
  return command.kind === 'wait' && command.because === 'hold' ? undefined : 'yes';
}

/** `set`, tags, notes and `notify` are not decisive. */
function decisiveOf(command: Command): readonly Happening[] {
  const surprising = (text: string): readonly Happening[] => [
    { text, isAllowed: false, isEnd: false, command },
  ];
  const allowed = (text: string): readonly Happening[] => [
    { text, isAllowed: true, isEnd: text === 'hold', command },
  ];
  switch (command.kind) {
    case 'propose':
      if (command.operation === 'zendesk.escalate')
        return surprising(`escalate to ${textParameter(command.parameters, 'team')}`);
      return command.action === undefined ? [] : surprising(`propose ${command.action}`);
    case 'gate':
      return surprising(`gate ${command.role}`);
    case 'missing':
      return surprising('a gate');
    case 'judge':
    case 'ask':
      return allowed(command.kind);
    case 'draft':
      return command.reply === undefined ? [] : allowed(`draft reply ${command.reply}`);
    case 'wait':
      return command.because === 'hold' ? allowed('hold') : [];
    default:
      return [];
  }
}

/** A document may end without saying how. */
function endingOf({ outcome, trace }: Advanced): readonly Happening[] {
  if (outcome?.is !== 'closed' && outcome?.is !== 'stopped') return [];
  const text = outcome.is === 'closed' ? `close as ${outcome.as}` : 'stop';
  const result = trace.at(-1)?.result;
  return [{ text, isAllowed: true, isEnd: result === 'closed' || result === 'stopped', command: undefined }];
}

function compare(expected: readonly Expectation[], happened: readonly Happening[]): ExampleResult {
  let next = 0;
  let passedOver: readonly Happening[] = [];
  for (const happening of happened) {
    const wanted = expected[next];
    if (wanted && foldName(expectationText(wanted)) === foldName(happening.text)) {
      next++;
      passedOver = [];
    } else if (!happening.isAllowed) return { is: 'failed', expected: wanted, got: happening };
    else passedOver = [...passedOver, happening];
  }
  const missing = expected[next];
  if (!missing) return { is: 'passed' };
  const inItsPlace =
    passedOver.find(({ text }) => isOfKind(text, missing)) ?? passedOver.findLast(({ isEnd }) => isEnd);
  return { is: 'failed', expected: missing, got: inItsPlace };
}

/** Another reply, another outcome. */
function isOfKind(text: string, { is }: Expectation): boolean {
  return text.split(' ')[0] === is.split('-')[0];
}

/** The words of an expectation: `gate Team lead`. */
export function expectationText(expectation: Expectation): string {
  switch (expectation.is) {
    case 'propose':
      return `propose ${expectation.action}`;
    case 'gate':
      return `gate ${expectation.role}`;
    case 'escalate':
      return `escalate to ${expectation.team}`;
    case 'draft-reply':
      return `draft reply ${expectation.reply}`;
    case 'close':
      return `close as ${expectation.as}`;
    default:
      return expectation.is;
  }
}
