import type { Slot } from './completion.ts';
import type { BulletPosition } from './bullet-position.ts';
import { conditionSlots } from './condition-slots.ts';
import { instructionAt } from './instruction-words.ts';
import type { Outline } from './outline.ts';
import { titleItems } from './source-items.ts';

/** What can stand in quotation marks that are still open; `from` and `quote` are places in the document. */
export function quoteSlots(
  outline: Outline,
  { is, from, quote }: Pick<BulletPosition, 'is' | 'from'> & { readonly quote: number },
): readonly Slot[] {
  const { text, outcomes } = outline;
  if (is === 'condition') return conditionSlots(outline, from);
  const closing = text[quote] === '“' ? '”' : '"';
  const before = text.slice(from, quote);
  const field = /([\w-]+\.\w+)\.field\s*$/.exec(before);
  if (field) return [{ at: quote + 1, items: titleItems(outline, field[1] ?? '', closing) }];
  const until = /\bhold\s+until\s+/i.exec(before);
  if (until) return conditionSlots(outline, from + until.index + until[0].length);
  const last = /(?:^|[\s;])(close\s+as)\s*$/i.exec(before);
  if (!last || !instructionAt(before, last.index + last[0].search(/\S/))) return [];
  return [
    {
      at: quote + 1,
      items: outcomes.map((outcome) => ({
        label: outcome,
        insert: `${outcome}${closing}`,
        kind: 'value',
        detail: 'used in this SOP',
      })),
    },
  ];
}
