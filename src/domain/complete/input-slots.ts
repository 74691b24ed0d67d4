import { parseFactType } from '../facts/fact-type.ts';
import { itemsOf, type Slot } from './completion.ts';
import { wordSlots } from './operand-slots.ts';
import type { Outline } from './outline.ts';
import { sourceItems, titleItems } from './source-items.ts';

const types = [
  'text',
  'number',
  'count',
  'money',
  'money USD',
  'yes/no',
  'date',
  'duration',
  'list',
  'one of (',
];

/** A line below `inputs`, behind its colon: `<type> from <source> max age <duration>`. */
export function inputSlots(outline: Outline, from: number): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const join = /^[^()\r\n]{0,80}(?:\([^()]*\))?\s*\bfrom(?:\s+|$)/i.exec(written);
  const isBehindJoin = join !== null && /\s$/.test(join[0]);
  if (!isBehindJoin)
    return [{ at: from, items: itemsOf('type', types) }, ...wordSlots(outline, from, ['from '])];
  const type = parseFactType(join[0].replace(/\bfrom\s+$/i, ''));
  return sourceSlots(outline, from + join[0].length, type);
}

function sourceSlots(
  outline: Outline,
  from: number,
  type: ReturnType<typeof parseFactType>,
): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const title = /^([^\s"“]+)\.field\s*(["“])[^"”]*$/.exec(written);
  if (title) {
    const [, path = '', quote] = title;
    const at = from + written.lastIndexOf(quote ?? '"') + 1;
    return [{ at, items: titleItems(outline, path, quote === '“' ? '”' : '"') }];
  }
  const source = { at: from, items: sourceItems(outline, type) };
  const age = /\bmax\s+age\s+/i.exec(written);
  if (!age) return [source, ...wordSlots(outline, from, ['max age '])];
  const ages = itemsOf('value', ['1 minute', '10 minutes', '1 hour', '1 day']);
  return [{ at: from + age.index + age[0].length, items: ages }];
}
