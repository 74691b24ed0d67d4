import { toFactJson } from '../facts/canonical-text.ts';
import { decimalText } from '../facts/decimal.ts';
import type { FactItemJson, FactJson } from '../facts/fact-json.ts';
import type { FactName, IsoDate, Value } from '../facts/value.ts';
import { cellValue } from './cell-value.ts';
import type { Box, Cell, Contained, Side } from './space.ts';

/** A list of more would be no example. */
const longestList = 100;

/**
 * Facts that lie in a box, one value for each of its sides; null is unknown. Undefined where a side rests on several facts, or on a
 * question for which no value can be made.
 */
export function sampleFacts(box: Box, today: IsoDate): ReadonlyMap<FactName, FactJson> | undefined {
  const facts = new Map<FactName, FactJson>();
  for (const side of box.sides) {
    const [cell] = side.cells;
    const { fact } = side.dimension;
    const made = cell && fact !== undefined ? sampleOf(side, cell, today, facts.get(fact)) : undefined;
    if (made === undefined || fact === undefined) return undefined;
    facts.set(fact, made);
  }
  return facts;
}

function sampleOf(
  { dimension }: Side,
  cell: Cell,
  today: IsoDate,
  present: FactJson | undefined,
): FactJson | undefined {
  if (cell.is === 'unknown') return null;
  const value = cellValue(dimension, cell, today);
  if (dimension.contains) return value && holding(dimension.contains, value, present);
  if (!value || dimension.is === 'question') return undefined;
  return dimension.is === 'count' ? listOf(value, present) : toFactJson(value);
}

/** A list or a text with the item, or without it, and with what it has to hold already. */
function holding(
  { in: whole, item }: Contained,
  answer: Value,
  present: FactJson | undefined,
): FactJson | undefined {
  const isIn = answer.kind === 'yes-no' && answer.yes;
  if (whole === 'list') {
    const items = isList(present) ? present : [];
    return isIn ? [...items, ...itemOf(item)] : items;
  }
  const text = typeof present === 'string' ? present : '';
  if (!isIn) return text;
  return item.kind === 'text' ? `${text} ${item.text}`.trim() : undefined;
}

/** An item as it stands in a list: as the only one of it. */
function itemOf(item: Value): readonly FactItemJson[] {
  const json = item.kind === 'list' ? undefined : toFactJson({ kind: 'list', items: [item] });
  return isList(json) ? json : [];
}

function listOf(count: Value, present: FactJson | undefined): FactJson | undefined {
  const length = count.kind === 'number' ? Number(decimalText(count.number)) : Number.NaN;
  const items = isList(present) ? present : [];
  if (!(length >= items.length && length <= longestList)) return undefined;
  return [...items, ...Array.from({ length: length - items.length }, (_, at) => `item ${String(at + 1)}`)];
}

function isList(json: FactJson | undefined): json is readonly FactItemJson[] {
  return Array.isArray(json);
}
