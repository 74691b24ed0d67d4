import type { Problem } from '../../facts/problem.ts';
import type { Simple } from '../document.ts';
import type { Reading } from '../reading.ts';
import { joinAt, keywordAt, type Keyword } from './keywords.ts';
import type { Phrase } from './phrase.ts';
import { readSimple } from './read-simple.ts';

/** A simple instruction with the words that say it. */
export type PlacedSimple = { readonly simple: Simple; readonly words: Phrase };

/** What a line says that holds no condition. */
export type InstructionsResult =
  | {
      readonly is: 'read';
      readonly instructions: readonly PlacedSimple[];
      readonly problems: readonly Problem[];
    }
  /** Clearly instructions, of which at least one has a mistake. */
  | { readonly is: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly is: 'unread'; readonly because: string | undefined };

/**
 * Reads instructions that are joined with ` and `, `, then ` or `; `. They are understood all together or not at all, so that
 * half of a sentence is never run without the other half.
 */
export function readInstructions(
  phrase: Phrase,
  options: { readonly reading: Reading; readonly step: number | undefined },
): InstructionsResult {
  const { result, problems } = options.reading.attempt(() => readJoined(phrase, options));
  if (result.is !== 'read') return result.is === 'wrong' ? { is: 'wrong', problems } : result;
  return { ...result, problems };
}

function readJoined(
  phrase: Phrase,
  { reading, step }: { readonly reading: Reading; readonly step: number | undefined },
): InstructionsResult {
  const instructions: PlacedSimple[] = [];
  let isWrong = false;
  let at = phrase.from;
  for (;;) {
    const start = keywordAt(phrase, at);
    if (!start) return { is: 'unread', because: undefined };
    const result = readSimple(start.keyword, { phrase, from: start.to, step, reading });
    if (result.is === 'unread') return { is: 'unread', because: explain(start.keyword, result.because) };
    if (result.is === 'wrong') isWrong = true;
    else instructions.push({ simple: result.simple, words: phrase.part(at, result.to) });
    const next = joinAt(phrase, result.to);
    if (next !== undefined) at = next;
    else if (isOver(phrase, result.to))
      return isWrong ? { is: 'wrong', problems: [] } : { is: 'read', instructions, problems: [] };
    else return { is: 'unread', because: explainRest(phrase.part(result.to, phrase.to).words) };
  }
}

function isOver(phrase: Phrase, at: number): boolean {
  return /^[.!]?$/.test(phrase.part(at, phrase.to).words);
}

const starts: Readonly<Record<Keyword, string>> = {
  get: 'Get',
  extract: 'Extract',
  ask: 'Ask the customer',
  propose: 'Propose',
  set: 'Set',
  'add-tag': 'Add tag',
  'remove-tag': 'Remove tag',
  'add-note': 'Add note',
  'apply-macro': 'Apply macro',
  'draft-reply': 'Draft reply',
  gate: 'Gate',
  judge: 'Judge',
  decide: 'Decide',
  escalate: 'Escalate to',
  'hold-for': 'Hold for',
  'hold-until': 'Hold until',
  notify: 'Notify',
  'go-to-step': 'Go to step',
  write: 'Write',
  close: 'Close as',
  stop: 'Stop',
};

function explain(keyword: Keyword, because: string): string {
  return `It starts like “${starts[keyword]}”, but ${because}.`;
}

function explainRest(rest: string): string {
  const line = rest.replace(/\s+/g, ' ');
  return `The app does not know what “${line.length > 40 ? `${line.slice(0, 40)}…` : line}” adds. Put it in a bullet of its own, or behind an “If”.`;
}
