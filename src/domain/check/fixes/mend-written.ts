import { quoted } from '../../facts/found-problem.ts';
import type { Fix, Problem } from '../../facts/problem.ts';

/** Writes what a problem suggests in place of the words that it names as written, where these stand at its beginning, or once in it. */
export function mendWritten(source: string, { from, to, values }: Problem): Fix | undefined {
  const { written, suggestion } = values;
  if (!written || suggestion === undefined || /[\r\n]/.test(suggestion)) return undefined;
  const place = source.slice(from, to);
  const at = place.indexOf(written);
  if (at < 0 || (at > 0 && place.includes(written, at + 1))) return undefined;
  const edit = { from: from + at, to: from + at + written.length, text: suggestion };
  return { title: `Write ${quoted(suggestion)}`, edits: [edit] };
}
