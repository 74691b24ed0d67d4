import { canonicalText } from '../../../src/domain/facts/canonical-text.ts';
import type { Value } from '../../../src/domain/facts/value.ts';
import type { Box, Cell } from '../../../src/domain/regions/space.ts';
import type { World } from './simulated-effects.ts';

/** Whether a world lies in a box whose sides are facts. */
export function boxHolds({ sides }: Box, world: World): boolean {
  return sides.every(({ dimension, cells }) => {
    const value = world[dimension.fact ?? ''] ?? null;
    return cells.some((cell) => cellHolds(cell, value));
  });
}

function cellHolds(cell: Cell, value: World[string]): boolean {
  if (cell.is === 'unknown') return value === null;
  if (value === null || value === undefined) return false;
  switch (cell.is) {
    case 'value':
      return typeof value === 'boolean'
        ? canonicalText(cell.value) === (value ? 'yes' : 'no')
        : canonicalText(cell.value) === (typeof value === 'number' ? String(value) : value);
    case 'between':
      return (
        (!cell.from || amount(cell.from) < numberIn(value)) && (!cell.to || numberIn(value) < amount(cell.to))
      );
    case 'other':
      return false;
  }
}

const amount = (value: Value): number => numberIn(canonicalText(value));
const numberIn = (value: unknown): number => Number(String(value).replace(/^[A-Z]+ /, ''));
