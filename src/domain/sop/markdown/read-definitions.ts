import type { Span } from '../../facts/problem.ts';
import type { Definition } from './block.ts';

const label = /[ \t]*\[((?:[^\\[\]]|\\.){1,999})\]:\s*/y;
const destination = /<((?:[^<>\\\r\n]|\\.)*)>|([^\s<]\S*)/y;
const title =
  /[ \t]*(?:\s)[ \t]*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))[ \t]*(?=[\r\n]|$)/y;
const restOfLine = /[ \t]*(?=[\r\n]|$)/y;
const lineEnd = /\r\n|\n|\r|$/y;

/**
 * The link definitions at the start of a paragraph, and where its text begins behind them. Source: CommonMark 0.31,
 * "Link reference definitions".
 */
export function readDefinitions(
  text: string,
  paragraph: Span,
): { readonly definitions: readonly Definition[]; readonly textFrom: number } {
  const definitions: Definition[] = [];
  if (text[paragraph.from] !== '[') return { definitions, textFrom: paragraph.from };
  const words = text.slice(paragraph.from, paragraph.to);
  let at = 0;
  for (;;) {
    const found = readDefinition(words, at);
    if (!found) break;
    const { next, from, to, ...definition } = found;
    definitions.push({
      type: 'definition',
      ...definition,
      from: paragraph.from + from,
      to: paragraph.from + to,
    });
    at = next;
  }
  return { definitions, textFrom: paragraph.from + at };
}

function readDefinition(
  text: string,
  at: number,
): (Omit<Definition, 'type'> & { readonly next: number }) | undefined {
  const labelled = matchAt(label, text, at);
  if (!labelled?.[1]?.trim()) return undefined;
  const target = matchAt(destination, text, at + labelled[0].length);
  if (!target) return undefined;
  const urlTo = at + labelled[0].length + target[0].length;
  const titled = matchAt(title, text, urlTo);
  const to = titled ? urlTo + titled[0].trimEnd().length : urlTo;
  const rest = matchAt(restOfLine, text, to);
  if (!rest) return undefined;
  const end = matchAt(lineEnd, text, to + rest[0].length);
  return {
    label: labelled[1].trim().replace(/\s+/g, ' '),
    url: unescape(target[1] ?? target[2] ?? ''),
    title: titled ? unescape(titled[1] ?? titled[2] ?? titled[3] ?? '') : undefined,
    from: at + labelled[0].indexOf('['),
    to,
    next: to + rest[0].length + (end?.[0].length ?? 0),
  };
}

function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
