import { addExamples } from '../../../src/domain/examples/add-examples.ts';
import { coverExamples, type Coverage } from '../../../src/domain/examples/cover-examples.ts';
import { differenceInWords } from '../../../src/domain/examples/difference.ts';
import { explainDifference } from '../../../src/domain/examples/explain-difference.ts';
import { suggestExamples } from '../../../src/domain/examples/suggest-examples.ts';
import type { Suggestions } from '../../../src/domain/examples/suggestion.ts';
import { applyEdits } from '../../../src/domain/facts/apply-edits.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { readExamples } from '../../../src/domain/sop/read-examples.ts';

export const today = '2026-11-20';

/** A document without errors, in its examples neither. */
export function runnable(text: string): Sop {
  const { sop, problems } = parseSop(text);
  const errors = [...problems, ...(sop ? readExamples(sop, today).problems : [])].filter(
    ({ level }) => level === 'error',
  );
  if (!sop || errors.length > 0)
    throw new Error(`The document has problems: ${errors.map(({ message }) => message).join(' ')}\n${text}`);
  return sop;
}

export function coverageOf(text: string): Coverage {
  const sop = runnable(text);
  return coverExamples(sop, readExamples(sop, today).examples, today);
}

/** The first difference of the first row that fails, as a sentence. */
export function differenceOf(text: string): string | undefined {
  const sop = runnable(text);
  for (const tested of coverageOf(text).results) {
    const difference = explainDifference(sop, tested, today);
    if (difference) return differenceInWords(difference);
  }
  return undefined;
}

/** A document with all that is suggested for it. */
export function completed(text: string): { readonly text: string; readonly suggestions: Suggestions } {
  const sop = runnable(text);
  const suggestions = suggestExamples(sop, today);
  const edits = addExamples(sop, suggestions.rows, today);
  if (!edits) throw new Error('A table cannot say the suggested rows.');
  return { text: applyEdits(text, edits), suggestions };
}

/** What no row reaches: branches, failure paths and borders. */
export function openOf({ branches, failures, borders }: Coverage): readonly string[] {
  const open = [...branches, ...failures].filter(({ rows }) => rows.length === 0).map(({ text }) => text);
  return [
    ...open,
    ...borders.filter(({ rows }) => rows.length === 0).map(({ name, text }) => `${name} ${text}`),
  ];
}

/** The rows of a table as its lines. */
export const tableOf = (text: string): readonly string[] =>
  text
    .slice(text.indexOf('## Examples'))
    .split('\n')
    .filter((line) => line.startsWith('|'));
