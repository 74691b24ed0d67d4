import { didYouMean } from '../facts/found-problem.ts';
import { closestSpelling } from '../facts/closest-spelling.ts';
import type { Span } from '../facts/problem.ts';
import type { PlacedText } from './placed-text.ts';
import { warningAt } from './problem-at.ts';
import { insideOf, quotedRanges } from './quotes.ts';
import type { Reading } from './reading.ts';

const bracketed = /\[([^[\]\r\n]{1,80})\](?![([:])/g;
const looksLikeLabel = /^[A-Z]{1,4}[ .-]?\d{1,4}[a-z]?$/i;

/**
 * Takes the `[P1]` out of a text. A bracket cites if its label is defined, or looks like one; an undefined one is a warning.
 * What stands in quotes is the text of somebody and cites nothing.
 */
export function takeCites(
  placed: PlacedText,
  reading: Reading,
): { readonly rest: PlacedText; readonly cites: readonly string[] } {
  if (!placed.text.includes('[')) return { rest: placed, cites: [] };
  const cites = new Set<string>();
  const taken: Span[] = [];
  for (const { index, text } of findBrackets(placed.text)) {
    const label = text.slice(1, -1).trim().replace(/\s+/g, ' ');
    const defined = reading.findEvidence(label);
    if (!defined && !looksLikeLabel.test(label)) continue;
    const to = index + text.length;
    taken.push({ from: index, to });
    if (defined) cites.add(defined);
    else reportUndefined(placed.spanOf(index, to), label, reading);
  }
  return { rest: placed.without(taken), cites: [...cites] };
}

function* findBrackets(text: string): Generator<{ readonly index: number; readonly text: string }> {
  const isQuoted = insideOf(quotedRanges(text));
  for (const found of text.matchAll(bracketed)) {
    if (!isQuoted(found.index)) yield { index: found.index, text: found[0] };
  }
}

function reportUndefined(span: Span, label: string, reading: Reading): void {
  if (!reading.declared.hasHeader) return;
  const suggestion = closestSpelling(
    label,
    reading.declared.evidence.map((evidence) => evidence.label),
  );
  const message = `Nothing says what [${label}] is.${didYouMean(suggestion && `[${suggestion}]`)} Evidence is defined at the end of the document: [${label}]: https://… "Title".`;
  const values = { label, ...(suggestion === undefined ? {} : { suggestion }) };
  reading.report(warningAt(span, { id: 'undefined-evidence', message, values }));
}
