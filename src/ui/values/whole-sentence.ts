import type { Span } from '../../domain/facts/problem.ts';
import { sopSentence } from './sop-sentence.ts';

/**
 * The whole sentence of the SOP that a place stands in: its bullet, with the condition above it where that is a bullet of its
 * own, or the row of its table, cell by cell.
 */
export function wholeSentence(source: string, span: Span): string {
  const lines = linesOf(source);
  const first = lines.findLastIndex(({ from }) => from <= span.from);
  const last = lines.findLastIndex(({ from }) => from < Math.max(span.to, span.from + 1));
  if (first === -1) return sopSentence(source, span);
  if (first === last && isRow(lines, first)) return rowText(lines[first]?.text ?? '');
  const start = bulletStart(lines, first);
  if (start === undefined) return sopSentence(source, span);
  const parts = [...conditionsAbove(lines, start), [start, Math.max(last, bulletEnd(lines, start))] as const];
  return parts.map(([from, to]) => sopSentence(source, spanOf(lines, from, to))).join(' ');
}

type Line = Span & { readonly text: string };
/** The first and the last line of a piece. */
type Piece = readonly [number, number];

function linesOf(source: string): readonly Line[] {
  let from = 0;
  return source.split('\n').map((text) => {
    const line = { from, to: from + text.length, text: text.replace(/\r$/, '') };
    from = line.to + 1;
    return line;
  });
}

function spanOf(lines: readonly Line[], from: number, to: number): Span {
  return { from: lines[from]?.from ?? 0, to: lines[to]?.to ?? 0 };
}

const mark = /^\s*(?:[-*+]|\d+[.)])\s/;
const isBlank = ({ text }: Line): boolean => text.trim() === '';

/** Where the bullet of a line begins; undefined outside a list. A bullet's text may go on over lines. */
function bulletStart(lines: readonly Line[], at: number): number | undefined {
  for (let line = at; line >= 0; line -= 1) {
    const { [line]: here } = lines;
    if (!here || isBlank(here) || here.text.startsWith('#')) return undefined;
    if (mark.test(here.text)) return line;
  }
  return undefined;
}

function bulletEnd(lines: readonly Line[], start: number): number {
  const next = lines.findIndex((line, at) => at > start && (isBlank(line) || mark.test(line.text)));
  return (next === -1 ? lines.length : next) - 1;
}

/** The bullets around a nested one that end in a colon: it is said under their condition. */
function conditionsAbove(lines: readonly Line[], start: number): readonly Piece[] {
  const depth = depthOf(lines[start]);
  const above = lines.findLastIndex(
    (line, at) => at < start && mark.test(line.text) && depthOf(line) < depth,
  );
  const between = above === -1 ? [] : lines.slice(above, bulletEnd(lines, above) + 1);
  const isCondition = withoutCites(between.map(({ text }) => text).join(' ')).endsWith(':');
  return isCondition ? [...conditionsAbove(lines, above), [above, bulletEnd(lines, above)]] : [];
}

function withoutCites(text: string): string {
  return text.replaceAll(/\s*\[[A-Z]\w*\]/gi, '').trimEnd();
}

function depthOf(line: Line | undefined): number {
  return line ? line.text.search(/\S/) : 0;
}

const rule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A table has the line with the dashes somewhere above its rows. */
function isRow(lines: readonly Line[], at: number): boolean {
  for (let line = at; line >= 0; line -= 1) {
    const { [line]: here } = lines;
    if (!here?.text.includes('|')) return false;
    if (rule.test(here.text)) return true;
  }
  return false;
}

function rowText(text: string): string {
  const cells = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
  const said = cells.map((cell) => cell.replaceAll(String.raw`\|`, '|'));
  return said
    .map((cell) => sopSentence(cell, { from: 0, to: cell.length }))
    .filter((cell) => cell !== '')
    .join(' · ');
}
