import { quoted } from '../facts/found-problem.ts';
import { foldSpace } from '../facts/fold-text.ts';

/** `now says “within three days” instead of “within five days”`: what of a text is another one, with a word or two around it. */
export function sayChangedWords(before: string, after: string): string {
  const [then, now] = changedWords(before, after);
  if (then === '') return `now says ${quoted(now)}`;
  return now === '' ? `no longer says ${quoted(then)}` : `now says ${quoted(now)} instead of ${quoted(then)}`;
}

/** What is left of two texts without the words with which both begin and end, but for a word or two. */
export function changedWords(before: string, after: string): readonly [string, string] {
  const [then, now] = [foldSpace(before).split(' '), foldSpace(after).split(' ')];
  let [from, cut] = [0, 0];
  const shorter = Math.min(then.length, now.length);
  while (from < shorter && then[from] === now[from]) from++;
  while (cut < shorter - from && then.at(-1 - cut) === now.at(-1 - cut)) cut++;
  const isReplaced = then.length > from + cut && now.length > from + cut;
  const [first, last] = isReplaced ? [Math.max(0, from - 1), Math.max(0, cut - 2)] : [from, cut];
  const between = (words: readonly string[]): string => words.slice(first, words.length - last).join(' ');
  return [between(then), between(now)];
}
