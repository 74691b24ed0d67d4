import { quoted } from '../../facts/found-problem.ts';
import type { Fix, Problem } from '../../facts/problem.ts';

/** `1,200` where a comma also separates values: one number or two, which only the writer knows. */
export function tellNumbersApart(source: string, { id, from, to }: Problem): readonly Fix[] {
  const written = source.slice(from, to);
  if (id !== 'syntax' || !/^\d{1,3}(?:,\d{3})+$/.test(written)) return [];
  return [
    { title: `Write ${quoted(written.replaceAll(',', ''))}, one number`, text: written.replaceAll(',', '') },
    {
      title: `Write ${quoted(written.replaceAll(',', ', '))}, several numbers`,
      text: written.replaceAll(',', ', '),
    },
  ].map(({ title, text }) => ({ title, edits: [{ from, to, text }] }));
}
