import { endsName, foldName } from '../facts/fact-name.ts';
import type { Completion, CompletionItem, Slot } from './completion.ts';

/** More than this nobody reads. */
const mostItems = 50;
/** What is longer than any name has begun something else. */
const longestName = 200;

/**
 * The first slot of which something fits what was typed there: what begins with it, else what has a word that begins with it.
 * Slots at the same place are one.
 */
export function fillSlot(text: string, offset: number, slots: readonly Slot[]): Completion {
  const typed = new Map<number, CompletionItem[]>();
  for (const { at, items } of slots) typed.set(at, [...(typed.get(at) ?? []), ...items]);
  for (const isFitting of [beginsWith, hasWordWith]) {
    for (const [at, items] of typed) {
      if (offset - at > longestName) continue;
      const folded = foldTyped(text.slice(at, offset));
      const fitting = withoutTwins(items.filter((item) => isFitting(item, folded)));
      if (fitting.length > 0) return replacing(text, { at, offset, items: fitting.slice(0, mostItems) });
    }
  }
  return { from: offset, to: offset, items: [] };
}

/** Whether an item begins with what was typed of it, folded. */
export function beginsWith({ label }: CompletionItem, folded: string): boolean {
  return foldName(label).startsWith(folded);
}

function hasWordWith({ label }: CompletionItem, folded: string): boolean {
  return folded !== '' && foldName(label).includes(` ${folded}`);
}

/** What was typed as names are compared; a space at the end stays, because a name can go on behind it. */
export function foldTyped(typed: string): string {
  const folded = foldName(typed);
  return folded !== '' && /\s$/.test(typed) ? `${folded} ` : folded;
}

function withoutTwins(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label }) => {
    const isNew = !seen.has(foldName(label));
    seen.add(foldName(label));
    return isNew;
  });
}

type Filling = { readonly at: number; readonly offset: number; readonly items: readonly CompletionItem[] };

function replacing(text: string, { at, offset, items }: Filling): Completion {
  const to = at === offset ? offset : endOfReplaced(text, { at, offset, items });
  return { from: at, to, items: items.map((item) => withoutRepetition(item, text[to] ?? '')) };
}

/** In the middle of a name the whole name is replaced, in the middle of another word the word. */
function endOfReplaced(text: string, { at, offset, items }: Filling): number {
  const standing = items.flatMap(({ label }) => {
    const to = at + label.length;
    if (/[\r\n]/.test(text.slice(offset, to))) return [];
    return to >= offset && endsName(text, to) && foldName(text.slice(at, to)) === foldName(label) ? [to] : [];
  });
  if (standing.length > 0) return Math.max(...standing);
  const isPath = items.some(({ label }) => /^\w+\.\w/.test(label));
  const rest = isPath ? /[\w.]*/y : /[\p{L}\p{M}\p{N}_]*/uy;
  rest.lastIndex = offset;
  return offset + (rest.exec(text)?.[0].length ?? 0);
}

/** What already stands behind the place is not written again: a space, or the sign that closes. */
function withoutRepetition(item: CompletionItem, next: string): CompletionItem {
  const isThere = next !== '' && /[ "}\]]$/.test(item.insert) && item.insert.endsWith(next);
  return isThere ? { ...item, insert: item.insert.slice(0, -1) } : item;
}
