import { foldName } from '../facts/fact-name.ts';
import { itemsOf, type CompletionItem, type Slot } from './completion.ts';
import type { Outline } from './outline.ts';
import { evidenceSlots } from './reference-slots.ts';
import type { TextLine } from './text-lines.ts';

const sections: readonly CompletionItem[] = [
  { label: 'Steps', insert: 'Steps', kind: 'section', detail: 'numbered steps with bullets' },
  { label: 'Decision:', insert: 'Decision: ', kind: 'section', detail: 'a table that decides' },
  {
    label: 'Edge cases',
    insert: 'Edge cases',
    kind: 'section',
    detail: 'checked before every step, and failures',
  },
  { label: 'Reply:', insert: 'Reply: ', kind: 'section', detail: 'the text of a reply' },
  { label: 'Examples', insert: 'Examples', kind: 'section', detail: 'rows that are run' },
];

/** What can stand in a heading: a section of the language, and the name that a bullet already uses. */
export function headingSlots(outline: Outline, line: TextLine): readonly Slot[] {
  const { text, offset } = outline;
  const evidence = evidenceSlots(outline, line.from);
  if (evidence.length > 0) return evidence;
  const signs = /^#{1,6}\s+/.exec(text.slice(line.from, offset));
  if (!signs) return [];
  const from = line.from + signs[0].length;
  const named = /^(decision|reply)\s*:\s*/i.exec(text.slice(from, offset));
  if (!named) return [{ at: from, items: sections.filter(({ label }) => !isThere(outline, label, line)) }];
  const isReply = /^r/i.test(named[0]);
  const wanted = isReply
    ? missingNames(outline, /\bdraft\s+reply\s+(?=[^\s"“])/gi, outline.replies)
    : missingNames(outline, /\bdecide\s+(?=[^\s"“])/gi, outline.tables);
  const at = from + named[0].length;
  const mode = /\(?[^(]*$/.exec(text.slice(at, offset))?.[0].length ?? 0;
  const modes = itemsOf('keyword', ['(first match)', '(exactly one)']);
  const isBehindName = text.slice(at, offset).includes('(');
  const name = { at, items: itemsOf(isReply ? 'reply' : 'table', wanted) };
  return isReply || !isBehindName ? [name] : [{ at: offset - mode, items: modes }];
}

/** Decisions and replies can stand there several times. */
function isThere({ lines }: Outline, label: string, own: TextLine): boolean {
  return (
    !label.endsWith(':') &&
    lines.some(
      (line) => line.from !== own.from && new RegExp(`^#{1,6}\\s+${label}\\s*:?\\s*$`, 'i').test(line.words),
    )
  );
}

/** What bullets speak of and no section defines yet. */
function missingNames({ text }: Outline, before: RegExp, defined: readonly string[]): readonly string[] {
  const known = new Set(defined.map(foldName));
  const names = [...text.matchAll(before)].map(({ index, 0: words }) => {
    const rest = text.slice(index + words.length, index + words.length + 80);
    return rest.split(/[.;:|"\r\n]|\s(?:and|then)\s/, 1)[0]?.trim() ?? '';
  });
  return [...new Set(names)].filter((name) => name !== '' && !known.has(foldName(name)));
}
