import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';

type Line = Span & { readonly words: string; readonly indent: number };

const keyLine = /^\s*(?:"[^"]*"|'[^']*'|[^\s"'#&*|>{}[\]-][^:]*):(?:\s|$)/;

/**
 * The text of a header in which lines without a colon are blank. They are reported; the reader of YAML would take them together with the
 * line below, and lose both. A line that is indented further than the one above goes on with its value.
 */
export function withoutLooseLines(
  text: string,
  content: Span,
  { called, problems }: { readonly called: string; readonly problems: Problem[] },
): string {
  if (/[|>][+-]?\d?[ \t]*(?:[\r\n]|$)|[{["'][^\r\n]*$/m.test(withoutPlainValues(text))) return text;
  const loose: Line[] = [];
  let above: Line | undefined;
  let hasTab = false;
  for (const line of linesOf(text)) {
    if (line.words.trim() === '' || line.words.trimStart().startsWith('#')) continue;
    if (line.words.startsWith('\t')) {
      if (!hasTab) problems.push(tabbedLine(line, { text, offset: content.from }));
      hasTab = true;
      loose.push(line);
      continue;
    }
    const isLoose = above !== undefined && line.indent <= above.indent && isWords(line.words);
    if (isLoose) {
      problems.push(looseLine(line, { offset: content.from, called }));
      loose.push(line);
    } else if (keyLine.test(line.words)) above = line;
  }
  return withBlanks(text, loose);
}

/** Values that go on below in brackets, quotes or blocks are left to the reader of YAML; those that end on their line are not looked at. */
function withoutPlainValues(text: string): string {
  return text
    .replace(/"[^"\r\n]*"|'[^'\r\n]*'|\([^()\r\n]*\)|\[[^[\]\r\n]*[\])]/g, '')
    .replace(/(?<=\w)'(?=\w)/g, '');
}

function withBlanks(text: string, lines: readonly Line[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of lines) {
    pieces.push(text.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

function isWords(words: string): boolean {
  return /^\s*\p{L}/u.test(words) && !keyLine.test(words);
}

function looseLine(
  { from, to, words }: Line,
  { offset, called }: { readonly offset: number; readonly called: string },
): Problem {
  const written = words.trim();
  const span = { from: offset + from + words.indexOf(written), to: offset + to };
  const suggestion = withColon(written);
  const write = suggestion === undefined ? 'It has the form “name: …”.' : `Write ${quoted(suggestion)}.`;
  const message = `A colon is missing in this line of the ${called}: ${quoted(words)}. ${write}`;
  return errorAt(span, { id: 'header-invalid', message, values: { written, suggestion } });
}

const withKey = /^(?<name>sop|title|version|status|for|owner|reviewed|review_every|matches)\s+(?<rest>.+)$/;
const withType =
  /^(?<name>.*?\S)\s+(?<rest>(?:text|number|count|money(?: [A-Z]{3})?|yes\/no|date|duration|list|one of \(.*\))\s+from\s.+)$/;

function withColon(words: string): string | undefined {
  if (words.length > 300) return undefined;
  const { name, rest } = (withKey.exec(words) ?? withType.exec(words))?.groups ?? {};
  return name !== undefined && rest !== undefined ? `${name}: ${rest}` : undefined;
}

/** A line that begins with a tab, and the mend for all of them. */
function tabbedLine(
  { from, words }: Line,
  { text, offset }: { readonly text: string; readonly offset: number },
): Problem {
  const tabs = [...text.matchAll(/(?<=^|[\r\n])\t[ \t]*/g)];
  const edits = tabs.map(({ 0: indent, index }) => ({
    from: offset + index,
    to: offset + index + indent.length,
    text: '  ',
  }));
  const span = { from: offset + from, to: offset + from + (/^\s*/.exec(words)?.[0].length ?? 0) };
  const problem = errorAt(span, {
    id: 'header-invalid',
    message: 'Lines are indented with spaces, not with tabs.',
  });
  return { ...problem, fixes: [{ title: 'Indent with two spaces', edits }] };
}

function* linesOf(text: string): Generator<Line> {
  for (const { 0: words, index } of text.matchAll(/[^\r\n]+/g)) {
    const indent = words.length - words.trimStart().length;
    yield { from: index, to: index + words.trimEnd().length, words: words.trimEnd(), indent };
  }
}
