import type { FactJson } from '../facts/fact-json.ts';
import { foldName } from '../facts/fact-name.ts';
import type { FactName, FactType, IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import type { Example, Expectation } from '../sop/example.ts';
import type { Command } from './commands.ts';
import type { Advanced } from './plan.ts';
import { textParameter } from './text-parameter.ts';
import { simulate, type SimulatedAnswer } from './simulate.ts';

/** What a row came to: it passes, or the first difference. */
export type ExampleResult =
  | { readonly is: 'passed' }
  /** `expected` is undefined where nothing more was expected, `got` where nothing more happened. */
  | {
      readonly is: 'failed';
      readonly expected: string | undefined;
      readonly got: string | undefined;
      readonly because: readonly FactName[];
    };

/**
 * Runs a row with every proposal and gate approved, up to its first hold. It passes if the expected commands happen in order
 * and no other proposal, gate or escalation happens. Source: SOP language, section 5.
 */
export function runExample(sop: Sop, example: Example, today: IsoDate): ExampleResult {
  const types = new Map(sop.inputs.map(({ name, type }) => [name, type]));
  const { advanced, happened } = simulate(sop, {
    today,
    answer: (fact) => answerOf(example, fact, types.get(fact)),
    fails: (name) => example.fails.includes(name),
    decide: (command) => decisionOf(command),
  });
  return compare(example.expect, [...happened.flatMap(decisiveOf), ...endingOf(advanced)], advanced);
}

/** A fact that the row does not give is unknown to conditions, and a sample value where it is only filled in. */
function answerOf({ facts }: Example, fact: FactName, type: FactType | undefined): SimulatedAnswer {
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

type Decisive = { readonly text: string; readonly isAllowed: boolean };

const surprising = (text: string): readonly Decisive[] => [{ text, isAllowed: false }];
const allowed = (text: string): readonly Decisive[] => [{ text, isAllowed: true }];

/** `set`, tags, notes and `notify` are not decisive. */
function decisiveOf(command: Command): readonly Decisive[] {
  switch (command.kind) {
    case 'propose':
      if (command.operation === 'zendesk.escalate')
        return surprising(`escalate to ${textParameter(command.parameters, 'team')}`);
      return command.action === undefined ? [] : surprising(`propose ${command.action}`);
    case 'gate':
      return surprising(`gate ${command.role}`);
    case 'missing':
      return surprising(
        command.missing.length > 0
          ? `a gate, because ${command.missing.join(', ')} is unknown`
          : `a gate, because of ${command.about}`,
      );
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

function endingOf({ outcome }: Advanced): readonly Decisive[] {
  if (outcome?.is === 'closed') return allowed(`close as ${outcome.as}`);
  return outcome?.is === 'stopped' ? allowed('stop') : [];
}

function compare(
  expected: readonly Expectation[],
  happened: readonly Decisive[],
  advanced: Advanced,
): ExampleResult {
  const because = advanced.trace.flatMap(({ result, facts }) =>
    result === 'unknown' ? facts.flatMap(({ value }) => (value.is === 'unknown' ? value.missing : [])) : [],
  );
  let next = 0;
  for (const { text, isAllowed } of happened) {
    const wanted = expected[next];
    if (wanted && foldName(wordsOf(wanted)) === foldName(text)) next++;
    else if (!isAllowed)
      return { is: 'failed', expected: wanted && wordsOf(wanted), got: text, because: [...new Set(because)] };
  }
  const missing = expected[next];
  return missing
    ? { is: 'failed', expected: wordsOf(missing), got: undefined, because: [...new Set(because)] }
    : { is: 'passed' };
}

function wordsOf(expectation: Expectation): string {
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
