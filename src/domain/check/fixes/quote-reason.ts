import { quoted } from '../../facts/found-problem.ts';
import type { Fix, Problem } from '../../facts/problem.ts';

const reason = /\bbecause\s+(?<written>[^\r\n]*?[^\s.])\.?\s*$/i;
const marks = /^["'“”„‘’‚«»`]+|["'“”„‘’‚«»`]+$/g;

const longestBullet = 500;

/** Puts the reason of an escalation in quotes: `because several orders`, `because „several orders“`. Nothing may follow the reason. */
export function quoteReason(source: string, { id, from, to }: Problem): Fix | undefined {
  if (to - from > longestBullet) return undefined;
  const place = source.slice(from, to);
  const found =
    (id === 'manual-step' || id === 'syntax') && /^escalate\s+to\s[^"“”„:;\r\n]*?\sbecause\s/i.test(place)
      ? reason.exec(place)
      : null;
  const written = found?.groups?.['written'];
  if (!found || written === undefined) return undefined;
  const words = written.replaceAll(marks, '').trim();
  if (
    words === '' ||
    /["“”„{};]|\b(?:and|then)\s+(?:get|propose|set|draft|gate|judge|close|hold|notify|stop|add)\b/i.test(
      words,
    )
  )
    return undefined;
  const start = from + found.index + found[0].indexOf(written, 'because'.length);
  const text = `"${words}"`;
  return { title: `Write ${quoted(text)}`, edits: [{ from: start, to: start + written.length, text }] };
}
