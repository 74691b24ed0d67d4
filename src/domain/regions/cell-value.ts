import { dateOfDay, dayNumber } from '../facts/calendar.ts';
import { decimalText } from '../facts/decimal.ts';
import type { IsoDate, Value } from '../facts/value.ts';
import type { Cell, Dimension } from './space.ts';

/** What a fact is in a cell, one value for all of them; undefined for unknown. Days since a date become the date. */
export function cellValue({ is, type }: Dimension, cell: Cell, today: IsoDate): Value | undefined {
  const value = cellAnswer(cell);
  if (is !== 'days-since' || type.kind !== 'date' || value?.kind !== 'number') return value;
  const date = dateOfDay(dayNumber(today) - Number(decimalText(value.number)));
  return date === undefined ? undefined : { kind: 'date', date };
}

/** The answer itself: a number of days for days since a date. */
function cellAnswer(cell: Cell): Value | undefined {
  switch (cell.is) {
    case 'value':
      return cell.value;
    case 'between':
    case 'other':
      return cell.sample;
    case 'unknown':
      return undefined;
  }
}
