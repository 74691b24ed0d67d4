import { toFactJson } from '../facts/canonical-text.ts';
import { dateOfDay, dayNumber } from '../facts/calendar.ts';
import { decimalOf, decimalText } from '../facts/decimal.ts';
import type { FactItemJson, FactJson } from '../facts/fact-json.ts';
import type { FactName, IsoDate, Value } from '../facts/value.ts';
import { cellValue } from './cell-value.ts';
import type { Box, Cell, Contained, Dimension, Side } from './space.ts';

/** A list of more would be no example. */
const longestList = 100;

/**
 * Facts that lie in a box, one value for each of its sides; null is unknown. Undefined where a side rests on several facts, or on a
 * question for which no value can be made.
 */
export function sampleFacts(box: Box, today: IsoDate): ReadonlyMap<FactName, FactJson> | undefined {
  const facts = new Map<FactName, FactJson>();
  for (const side of box.sides) {
    const { fact } = side.dimension;
    if (fact === 'today') {
      if (!holdsDay(side, today)) return undefined;
      continue;
    }
    const cell = cellOf(side, box, today);
    const made = cell && fact !== undefined ? sampleOf(side, cell, today, facts.get(fact)) : undefined;
    if (made === undefined || fact === undefined) return undefined;
    facts.set(fact, made);
  }
  return facts;
}

/** The cell to take: the first, and where a date is asked for in two ways one in which both agree. */
function cellOf(side: Side, { sides }: Box, today: IsoDate): Cell | undefined {
  const { fact, is, type } = side.dimension;
  const other = sides.find((one) => one !== side && one.dimension.fact === fact);
  if (type.kind !== 'date' || !other) return side.cells[0];
  const days = [side, other].flatMap(({ dimension, cells }) =>
    cells.flatMap((cell) => daysNear(dimension, cell, today)),
  );
  const day = days.find((one) =>
    [side, other].every(({ dimension, cells }) =>
      cells.some((cell) => isDayIn(dimension, cell, { day: one, today })),
    ),
  );
  if (day === undefined) return undefined;
  const date = dateOfDay(day);
  const number = decimalOf(dayNumber(today) - day);
  if (date === undefined || !number) return undefined;
  return { is: 'value', value: is === 'days-since' ? { kind: 'number', number } : { kind: 'date', date } };
}

/** The days at which a cell begins and ends, and the one that stands for it. */
function daysNear(dimension: Dimension, cell: Cell, today: IsoDate): readonly number[] {
  const values =
    cell.is === 'between' ? [cell.from, cell.to, cell.sample] : cell.is === 'value' ? [cell.value] : [];
  return values.flatMap((value) => {
    const day = value && dayOf(dimension, value, today);
    return day === undefined ? [] : [day, day - 1, day + 1];
  });
}

function dayOf({ is }: Dimension, value: Value, today: IsoDate): number | undefined {
  if (value.kind === 'date') return dayNumber(value.date);
  if (is !== 'days-since' || value.kind !== 'number') return undefined;
  return dayNumber(today) - Number(decimalText(value.number));
}

function isDayIn(
  dimension: Dimension,
  cell: Cell,
  { day, today }: { readonly day: number; readonly today: IsoDate },
): boolean {
  if (cell.is === 'value') return dayOf(dimension, cell.value, today) === day;
  if (cell.is !== 'between') return false;
  const ends = [cell.from, cell.to].map((end) => end && dayOf(dimension, end, today));
  const [first, last] = dimension.is === 'days-since' ? ends.toReversed() : ends;
  return (first === undefined || first < day) && (last === undefined || day < last);
}

const holdsDay = ({ dimension, cells }: Side, today: IsoDate): boolean =>
  cells.some((cell) => isDayIn(dimension, cell, { day: dayNumber(today), today }));

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
