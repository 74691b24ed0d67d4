import type { Span } from '../../facts/problem.ts';

/** A line of a header: the key in lower case with single spaces for hyphens and underscores, and the place of its value. */
export type HeaderEntry = Span & { readonly key: string; readonly value: Span; readonly words: string };

const opening = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;
const entryLine = /^[ \t]*([\p{L}][\p{L}\p{N} _.-]{0,60}?)[ \t]*[:=][ \t]*(.*)$/gmu;

/**
 * The lines `key: value` between the `---` or `+++` lines of a handbook page, a blog or an SOP, read line by line because
 * such headers come in every state of order; and where the body begins.
 */
export function readFrontMatter(text: string): {
  readonly entries: readonly HeaderEntry[];
  readonly bodyFrom: number;
} {
  const open = opening.exec(text);
  const fence = open?.[1];
  if (!open || !fence) return { entries: [], bodyFrom: 0 };
  const closing = fence === '---' ? /^---[ \t]*$/gm : /^\+\+\+[ \t]*$/gm;
  closing.lastIndex = open[0].length;
  const close = closing.exec(text);
  if (!close) return { entries: [], bodyFrom: 0 };
  return {
    entries: readEntries(text.slice(0, close.index), open[0].length),
    bodyFrom: close.index + close[0].length,
  };
}

function readEntries(header: string, from: number): readonly HeaderEntry[] {
  const entries: HeaderEntry[] = [];
  entryLine.lastIndex = from;
  for (let line = entryLine.exec(header); line; line = entryLine.exec(header)) {
    const [whole, key = '', rest = ''] = line;
    const words = rest.trim().replaceAll(/^["']|["']$/g, '');
    const valueFrom = line.index + whole.length - rest.length + Math.max(rest.indexOf(words), 0);
    entries.push({
      key: key.toLowerCase().replaceAll(/[\s_-]+/g, ' '),
      words,
      value: { from: valueFrom, to: valueFrom + words.length },
      from: line.index,
      to: line.index + whole.trimEnd().length,
    });
  }
  return entries;
}
