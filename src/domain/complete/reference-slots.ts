import type { CompletionItem, Slot } from './completion.ts';
import { factItems } from './fact-items.ts';
import type { Outline } from './outline.ts';

/** A reference is short; a bracket that opened further back is only a bracket. */
const longestReference = 80;

/** A fact behind `{`, in a text that goes to somebody. */
export function placeholderSlots(outline: Outline, from: number): readonly Slot[] {
  const { text, offset } = outline;
  const written = text.slice(Math.max(from, offset - longestReference), offset);
  const open = /(?<!\\)\{\s*([^{}\r\n]*)$/.exec(written);
  if (!open) return [];
  const items: readonly CompletionItem[] = factItems(outline).map((fact) => ({
    ...fact,
    insert: `${fact.label}}`,
  }));
  return [{ at: offset - (open[1] ?? '').length, items }];
}

/** The label of a link definition behind `[`; behind `in`, and where a cell begins, the bracket opens a range. */
export function evidenceSlots({ text, offset, evidence }: Outline, from: number): readonly Slot[] {
  const start = Math.max(from, offset - longestReference);
  const written = text.slice(start, offset);
  const open = /\[\s*([^[\]\r\n"“”]*)$/.exec(written);
  if (!open || /\b(?:in|of)\s*$/i.test(written.slice(0, open.index))) return [];
  const items: readonly CompletionItem[] = evidence.map(({ label, title }) => ({
    label,
    insert: `${label}]`,
    kind: 'evidence',
    detail: title,
  }));
  return [{ at: offset - (open[1] ?? '').length, items }];
}
