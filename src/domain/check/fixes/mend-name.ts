import { foldName } from '../../facts/fact-name.ts';
import { quoted } from '../../facts/found-problem.ts';
import type { Fix, Problem, ProblemId, Span } from '../../facts/problem.ts';
import { spellingDistance } from '../../facts/closest-spelling.ts';
import { placeOfName } from '../place-of-name.ts';

/** Where a suggestion stands for the misspelt words alone. */
const misspelt: ReadonlySet<ProblemId> = new Set<ProblemId>([
  'unknown-fact',
  'unknown-action',
  'unknown-table',
  'unknown-reply',
  'unknown-team',
  'not-a-choice',
  'syntax',
  'header-invalid',
]);

/** Writes the name that was probably meant in place of the misspelt one, and changes nothing else. */
export function mendName(source: string, problem: Problem): Fix | undefined {
  const { name, suggestion } = firstWordOfHeading(problem.values) ?? problem.values;
  if (name === undefined || suggestion === undefined || !misspelt.has(problem.id)) return undefined;
  if (/[|"“”{}`*\\\r\n]/.test(suggestion) || !isSameName(name, suggestion)) return undefined;
  if (problem.id === 'header-invalid' && !standsForItself(source, problem)) return undefined;
  const place = placeOf(source, problem, name);
  if (!place) return undefined;
  const written = source.slice(place.from, place.to);
  const text = problem.id === 'syntax' ? inCaseOf(written, suggestion) : suggestion;
  return { title: `Write ${quoted(text)}`, edits: [{ ...place, text }] };
}

/** The misspelt words: all that stands in the quotes of a choice; the last of several in the cell of an example. */
function placeOf(source: string, { id, from, to }: Problem, name: string): Span | undefined {
  const isQuoted = id === 'not-a-choice' && /^["“]/.test(source[from] ?? '');
  if (isQuoted) return { from: from + 1, to: Math.max(from + 1, to - 1) };
  return placeOfName(source, { from, to }, { name, which: id === 'unknown-action' ? 'last' : 'only' });
}

/** `Descision: remedy` is to be `Decision: …`: only the word before the colon is misspelt. */
function firstWordOfHeading(values: Problem['values']): { name?: string; suggestion?: string } | undefined {
  const suggestion = /^(\p{L}+): …$/u.exec(values['suggestion'] ?? '')?.[1];
  if (suggestion === undefined) return undefined;
  const name = /^(\p{L}+)\s*:/u.exec(values['name'] ?? '')?.[1];
  return name === undefined ? {} : { name, suggestion };
}

/**
 * Whether a suggestion says what was written with other letters, or completes it: `order valu`, `chargebacks` for `prior chargebacks`,
 * `USD 200` for `200 USD`. Where more was written than is suggested, the rest may be a condition that must not get lost.
 */
function isSameName(name: string, suggestion: string): boolean {
  const [written, meant] = [foldName(name), foldName(suggestion)];
  const words = wordsOf(written);
  const isShort = words.length + 2 >= wordsOf(meant).length;
  if (words.every((word) => wordsOf(meant).includes(word))) return isShort;
  const longer = Math.max(written.length, meant.length);
  if (longer > 100) return false;
  if (words.join('') === wordsOf(meant).join('')) return true;
  return (
    spellingDistance(written, meant) <= Math.max(1, Math.floor(longer / 3)) &&
    words.length <= wordsOf(meant).length
  );
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
}

/** A key or a value of the header; the name of a fact or an action is used elsewhere and is not changed at one place only. */
function standsForItself(source: string, { from, values }: Problem): boolean {
  const isAtLineStart = from === 0 || /[\r\n]/.test(source[from - 1] ?? '');
  return (
    isAtLineStart ||
    values['key'] !== undefined ||
    /(?:^|[\r\n])sop\s*:\s*$/.test(source.slice(Math.max(0, from - 20), from))
  );
}

/** Keywords and headings have no case; what was written with a capital keeps it. */
function inCaseOf(written: string, suggestion: string): string {
  const [first = ''] = written;
  const isCapital = first !== first.toLowerCase();
  return isCapital ? suggestion.slice(0, 1).toUpperCase() + suggestion.slice(1) : suggestion;
}
