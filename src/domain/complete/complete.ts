import type { Catalogue } from '../sop/catalogue.ts';
import { bodySlots } from './body-slots.ts';
import type { Completion } from './completion.ts';
import { fillSlot } from './fill-slot.ts';
import { headerLineAt, headerSlots } from './header-slots.ts';
import { readOutline } from './outline.ts';

/**
 * What can stand at an offset of an SOP that is being typed: names that the document declares, what the catalogue offers, and
 * the words of the language, the likeliest first and at most 50. Accepting an item replaces the text from `from` to `to` by
 * its `insert`. Any text and any offset is fine, broken ones too. Source: SOP language, sections 1 to 5.
 */
export function complete(
  text: string,
  offset: number,
  { catalogue = { systems: [] } }: { readonly catalogue?: Catalogue } = {},
): Completion {
  const at = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  const outline = readOutline(text, { offset: at, catalogue });
  const line = headerLineAt(outline);
  return fillSlot(text, at, line ? headerSlots(outline, line) : bodySlots(outline));
}
