import { dayNumber } from '../facts/calendar.ts';
import { amountOf } from './amount-forms.ts';
import type { Diagram } from './diagram.ts';
import type { Cell, Dimension, Region } from './space.ts';

/**
 * All but what lies behind: a day before that of the check, and a date with so few days since it that they would be over. A rule for a
 * day that has passed is no mistake, but neither is there a hole in it.
 */
export function stillToCome(diagram: Diagram, dimensions: readonly Dimension[], today: string): Region {
  const now = dayNumber(today);
  let region = diagram.everything;
  for (const [level, { is, fact, cells }] of dimensions.entries()) {
    if (fact === 'today') {
      const ahead = diagram.cells(level, (cell) => lastOf(cells[cell]) >= now);
      region = diagram.intersect(region, ahead);
    }
    const other =
      is === 'days-since' ? dimensions.findIndex((one) => one.fact === fact && one.is === 'fact') : -1;
    const dates = dimensions[other]?.cells ?? [];
    const possible = dates.reduce((sum, date, at) => {
      const days = diagram.cells(level, (cell) => lastOf(date) + lastOf(cells[cell]) >= now);
      return diagram.union(
        sum,
        diagram.intersect(
          diagram.cells(other, (cell) => cell === at),
          days,
        ),
      );
    }, diagram.nothing);
    if (other >= 0) region = diagram.intersect(region, possible);
  }
  return region;
}

/** The last day of a cell, or the most days: without an end where it has none, or where nobody knows. */
function lastOf(cell: Cell | undefined): number {
  const last = cell?.is === 'value' ? cell.value : cell?.is === 'between' ? cell.to : undefined;
  const amount = last && amountOf(last);
  if (!amount) return Infinity;
  return Number(amount.toFixed()) - (cell?.is === 'between' ? 1 : 0);
}
