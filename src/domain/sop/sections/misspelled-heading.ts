import { spellingDistance } from '../../facts/closest-spelling.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { Reading } from '../reading.ts';
import type { Section } from './section.ts';

const wholeNames = ['Steps', 'Edge cases', 'Examples'];
const firstWords = ['Decision', 'Reply'];

/**
 * A section of notes that was probably meant to be run, because its heading is nearly one that the app knows. Without this, a slip
 * in `## Edge cases` would silently take every edge case away.
 */
export function misspelledHeading(section: Section, reading: Reading): Problem | undefined {
  if (section.kind !== 'notes' || !section.heading || !reading.declared.isCodified) return undefined;
  const words = section.name;
  const whole = wholeNames.find((name) => isNear(words, name));
  const named = firstWords.find((name) => isNear(/^\p{L}+/u.exec(words)?.[0] ?? '', name) && !/\s\w+\s\w+\s\w+/.test(words));
  const suggestion = whole ?? (named && `${named}: …`);
  if (suggestion === undefined || !holdsWork(section)) return undefined;
  const message = `${quoted(words)} is a heading of notes, and nothing below it is run. Did you mean ${quoted(suggestion)}?`;
  return errorAt(section.heading.text, { id: 'syntax', message, values: { name: words, suggestion } });
}

function isNear(words: string, name: string): boolean {
  const allowed = name.length > 5 ? 2 : 1;
  if (Math.abs(words.length - name.length) > allowed) return false;
  return spellingDistance(words.toLowerCase(), name.toLowerCase()) <= allowed;
}

function holdsWork({ blocks }: Section): boolean {
  return blocks.some(({ type }) => type === 'list' || type === 'table' || type === 'paragraph');
}
