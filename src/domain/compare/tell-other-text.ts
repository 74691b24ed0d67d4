import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import { changeOf } from './change-of.ts';
import type { Change, LineDifference } from './difference.ts';
import type { Versions } from './same-parts.ts';

/** Lines that no other sentence speaks of and that differ in more than spaces and new names. */
export function tellOtherText(
  { before, after, renamed }: Versions,
  told: readonly Change[],
  lines: readonly LineDifference[],
): readonly Change[] {
  const old = lineSpans(before.source);
  const current = lineSpans(after.source);
  const places = {
    before: told.flatMap((change) => change.before),
    after: told.flatMap((change) => change.after),
  };
  const gone: Line[] = [];
  const added: Line[] = [];
  for (const line of lines) {
    if (line.is === 'removed')
      addUntold(gone, { text: renamed(line.text), span: old[line.before - 1] }, places.before);
    if (line.is === 'added')
      addUntold(added, { text: line.text, span: current[line.after - 1] }, places.after);
  }
  const texts = new Set(added.map(({ text }) => text));
  const [first] = [...added, ...gone];
  if (!first || (gone.length === added.length && gone.every(({ text }) => texts.has(text)))) return [];
  const count = Math.max(added.length, gone.length);
  const where = count === 1 ? 'one line' : `${String(count)} lines`;
  const sentence = `Text that is not run changed in ${where}: ${quoted(first.text)}.`;
  return [changeOf('note', sentence, { before: gone[0]?.span, after: added[0]?.span })];
}

type Line = { readonly text: string; readonly span: Span | undefined };

function addUntold(lines: Line[], line: Line, told: readonly Span[]): void {
  const { text, span } = line;
  if (text.trim() === '' || !span || told.some(({ from, to }) => from <= span.to && span.from <= to)) return;
  lines.push(line);
}

function lineSpans(source: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const line of source.split(/(?<=\r\n|\r(?!\n)|\n)/)) {
    spans.push({ from, to: from + line.trimEnd().length });
    from += line.length;
  }
  return spans;
}
