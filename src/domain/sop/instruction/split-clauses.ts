import { startsInstruction } from './keywords.ts';
import type { Phrase } from './phrase.ts';

/** What a part of a bullet is, by the words that it starts with. */
export type ClauseKind =
  'plain' | 'if' | 'else-if' | 'else' | 'if-unknown' | 'if-refused' | 'when' | 'on-failure' | 'on-rejection';

/** `rest` are the words behind `If`, `Else:` and the like. */
export type Clause = { readonly kind: ClauseKind; readonly whole: Phrase; readonly rest: Phrase };

const separator = String.raw`\s*(?::|,?\s*then\b,?|,)\s*`;
const starts: readonly { readonly kind: ClauseKind; readonly words: RegExp }[] = [
  {
    kind: 'if-unknown',
    words: new RegExp(String.raw`(?:(?:else|otherwise)\s*,?\s*)?if\s+unknown\b(?:${separator}|\s*)`, 'iy'),
  },
  { kind: 'if-refused', words: new RegExp(String.raw`if\s+refused\b(?:${separator}|\s*)`, 'iy') },
  { kind: 'else-if', words: /(?:else|otherwise)\s*,?\s*if\b\s*/iy },
  { kind: 'else', words: new RegExp(String.raw`(?:else|otherwise)\b(?:${separator}|\s*)`, 'iy') },
  { kind: 'if', words: /if\b\s*/iy },
  { kind: 'when', words: /when\b\s*/iy },
  { kind: 'on-failure', words: /on\s+failure\s+of\b\s*/iy },
  { kind: 'on-rejection', words: /on\s+rejection\s+of\b\s*/iy },
];

const furtherBranches: readonly ClauseKind[] = ['else-if', 'else', 'if-unknown'];

/** What may follow in the same line. An `If refused` behind a condition belongs to its body. */
const following: Readonly<Record<ClauseKind, readonly ClauseKind[]>> = {
  plain: ['if-refused'],
  if: furtherBranches,
  'else-if': furtherBranches,
  else: furtherBranches,
  'if-unknown': furtherBranches,
  'if-refused': [],
  when: [],
  'on-failure': [],
  'on-rejection': [],
};

/** Splits a line into the parts that start with `If`, `Else if`, `Else`, `If unknown` and the like. */
export function splitClauses(phrase: Phrase): readonly Clause[] {
  const first = clauseStart(phrase, phrase.from);
  const boundaries = [...findBoundaries(phrase, following[first.kind])];
  return [phrase.from, ...boundaries].map((from, index) => {
    const { kind, restFrom } = index === 0 ? first : clauseStart(phrase, from);
    const next = boundaries[index];
    const whole =
      next === undefined ? phrase.part(from, phrase.to) : phrase.part(from, next).withoutSeparator();
    return { kind, whole, rest: phrase.part(Math.min(restFrom, whole.to), whole.to) };
  });
}

function clauseStart(phrase: Phrase, from: number): { readonly kind: ClauseKind; readonly restFrom: number } {
  for (const { kind, words } of starts) {
    const found = phrase.isOuter(from) ? phrase.match(words, from) : undefined;
    const restFrom = from + (found?.[0].length ?? 0);
    if (found && (!isAlone(kind) || standsAlone(phrase, from, restFrom))) return { kind, restFrom };
  }
  return { kind: 'plain', restFrom: from };
}

/** `If unknown` and `If refused` have no condition: `If refused amount > 5` is an ordinary `If`. */
function isAlone(kind: ClauseKind): boolean {
  return kind === 'if-unknown' || kind === 'if-refused';
}

function standsAlone(phrase: Phrase, from: number, restFrom: number): boolean {
  if (restFrom >= phrase.to || startsInstruction(phrase, restFrom)) return true;
  return /(?:[:,]|\bthen\b,?)\s*$/i.test(phrase.whole.slice(from, restFrom));
}

function* findBoundaries(phrase: Phrase, kinds: readonly ClauseKind[]): Generator<number> {
  for (const word of phrase.outerMatches(/\b(?:else|otherwise|if)\b/gi)) {
    if (word.index === phrase.from) continue;
    const { kind, restFrom } = clauseStart(phrase, word.index);
    if (kinds.includes(kind) && isBoundary(phrase, { kind, from: word.index, restFrom })) yield word.index;
  }
}

/**
 * An `else` can also belong to an expression, `if a then 1 else 2`. It starts a clause if it is set off by a sign, or if a
 * colon or an instruction follows it.
 */
function isBoundary(phrase: Phrase, start: { kind: ClauseKind; from: number; restFrom: number }): boolean {
  const { kind, from, restFrom } = start;
  if (isAlone(kind)) return true;
  if (/[.,;:]\s*$/.test(phrase.whole.slice(Math.max(phrase.from, from - 100), from))) return true;
  if (kind === 'else-if') return hasColonBeforeBranch(phrase, restFrom);
  return /:\s*$/.test(phrase.whole.slice(from, restFrom)) || startsInstruction(phrase, restFrom);
}

function hasColonBeforeBranch(phrase: Phrase, from: number): boolean {
  for (const sign of phrase.outerMatches(/:|\b(?:then|else|otherwise)\b/gi, from)) return sign.text === ':';
  return false;
}
