import type { Command } from '../../domain/run/commands.ts';
import { displayText } from '../../domain/facts/display-text.ts';
import { readValue } from '../../domain/facts/read-value.ts';
import type { FactName } from '../../domain/facts/value.ts';
import type { Words } from '../i18n/words.ts';
import { revealHidden } from './reveal-hidden.ts';

/** What the plan meets further on, in one line: `Team lead decides — Refund?`. */
export function aheadText(command: Command, words: Words): string {
  switch (command.kind) {
    case 'gate':
      return decisionText(deciderOf(command, words), command.question, words);
    case 'judge':
      return decisionText(command.role, command.question, words);
    case 'question':
    case 'missing':
      return missingText(command, words);
    case 'extract':
      return words.t('ahead.facts', { facts: factList(command.facts, words) });
    case 'read':
      return words.t('ahead.facts', { facts: factList([command.fact], words) });
    case 'wait':
      return waitText(command.until, words);
    case 'manual':
      return words.t('ahead.manual', { text: revealHidden(command.text) });
    case 'deviation':
    case 'propose':
    case 'draft':
    case 'ask':
    case 'notify':
      return words.t('ahead.decision');
    case 'write':
      return words.t('ahead.write', { text: revealHidden(command.text) });
  }
}

/** Where the SOP says so, another person than who began the run or asked. */
function deciderOf({ role, notBy }: Extract<Command, { kind: 'gate' }>, words: Words): string {
  return notBy ? words.t('ahead.another', { role }) : role;
}

function decisionText(role: string | undefined, question: string | undefined, words: Words): string {
  const who = role ?? words.t('ahead.somebody');
  return question === undefined
    ? words.t('ahead.decides', { role: who })
    : words.t('ahead.decides-question', { role: who, question: revealHidden(question) });
}

type Missing = Extract<Command, { kind: 'question' | 'missing' }>;

function missingText(command: Missing, words: Words): string {
  if (command.missing.length > 0) return words.t('ahead.facts', { facts: factList(command.missing, words) });
  const about = command.kind === 'question' ? command.condition : command.about;
  return words.t('ahead.about', { about: revealHidden(about) });
}

type Until = Extract<Command, { kind: 'wait' }>['until'];

function waitText(until: Until, words: Words): string {
  switch (until.is) {
    case 'time':
      return words.t('ahead.time', { duration: durationText(until.seconds, words) });
    case 'condition':
      return words.t('ahead.condition', { condition: revealHidden(until.condition) });
    case 'answer':
      return words.t('ahead.answer');
  }
}

function durationText(seconds: string, words: Words): string {
  const value = readValue({ kind: 'duration' }, `PT${seconds}S`);
  return value ? displayText(value, words.locale) : seconds;
}

function factList(names: readonly FactName[], { locale }: Words): string {
  return new Intl.ListFormat(locale).format(names.map((name) => revealHidden(name)));
}
