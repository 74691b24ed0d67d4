import { bulletSlots } from './bullet-slots.ts';
import type { Slot } from './completion.ts';
import { evidenceSlots, placeholderSlots } from './reference-slots.ts';
import { headingSlots } from './heading-slots.ts';
import type { Outline } from './outline.ts';
import { sectionAt } from './section-at.ts';
import { tableSlots } from './table-slots.ts';
import type { TextLine } from './text-lines.ts';

/** What can stand at the cursor below the header. */
export function bodySlots(outline: Outline): readonly Slot[] {
  const { lines, offset } = outline;
  const index = lines.findLastIndex(({ from }) => from <= offset);
  const line = lines[index];
  if (!line) return [];
  if (line.words.startsWith('#')) return headingSlots(outline, line);
  const section = sectionAt(lines, index);
  const from = startOfBlock(lines, index);
  const placeholder = placeholderSlots(outline, from);
  if (placeholder.length > 0) return placeholder;
  if (line.words.trimStart().startsWith('|')) return tableSlots(outline, { index, section });
  const evidence = evidenceSlots(outline, from);
  if (evidence.length > 0 || section === 'reply') return evidence;
  const bullet = bulletFrom(lines, index);
  const isBehindMarker = bullet !== undefined && bullet <= offset;
  return isBehindMarker
    ? bulletSlots(outline, bullet, { isEdgeCase: section === 'edge-cases', isCell: false })
    : [];
}

/** A bullet of more lines than this is none. */
const mostLines = 50;
const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?!\*\*|__)/;
const otherBlock = /^\s*(?:$|#|\||---)/;

/** Where the words of the bullet begin that the line belongs to; undefined where it belongs to none. */
function bulletFrom(lines: readonly TextLine[], index: number): number | undefined {
  for (let at = index; at >= 0 && at > index - mostLines; at -= 1) {
    const { words, from } = lines[at] ?? { words: '', from: 0 };
    const start = marker.exec(words);
    if (start) return from + start[0].length;
    if (otherBlock.test(words) || /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(words)) return undefined;
  }
  return undefined;
}

/** Where the lines begin that belong together with this one, without an empty line between them. */
function startOfBlock(lines: readonly TextLine[], index: number): number {
  let at = index;
  while (at > 0 && at > index - mostLines && lines[at - 1]?.words.trim() !== '') at -= 1;
  return lines[at]?.from ?? 0;
}
