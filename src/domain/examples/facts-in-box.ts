import { compareOrder } from '../facts/compare-values.ts';
import type { FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactName, IsoDate, Value } from '../facts/value.ts';
import { sampleFacts } from '../regions/sample-facts.ts';
import type { Box, Cell, Dimension, Side } from '../regions/space.ts';
import { equalValues, measure } from './border.ts';

export type Facts = ReadonlyMap<FactName, FactJson>;

export type Choosing = {
  readonly today: IsoDate;
  /** What a row gives where the box leaves a choice: the facts of a row that is there. */
  readonly base: Facts;
  /** Values that no row stands on yet: they come first. */
  readonly wanted: (dimension: Dimension, cell: Cell) => boolean;
};

/**
 * Facts that lie in a box: of the base where it allows them, otherwise what is wanted, known and first. What no single value can be made
 * for, such as the comparison of two facts, stays as the base has it: a run tells whether it fits.
 */
export function factsInBox({ sides }: Box, choosing: Choosing): Facts {
  const chosen = sides.map((side) => narrowed(side, choosing));
  const kept = chosen.filter(({ dimension, cells: [cell] }) => cell && isBaseIn(dimension, cell, choosing));
  const open = chosen.filter((side) => !kept.includes(side));
  // A list that is asked for several things takes its value from all of them.
  const shared = new Set(open.flatMap(({ dimension }) => dimension.fact ?? []));
  const sampled = chosen.filter(
    (side) => side.dimension.fact !== undefined && shared.has(side.dimension.fact),
  );
  return new Map([...choosing.base, ...samplesOf(sampled, choosing.today)]);
}

function samplesOf(chosen: readonly Side[], today: IsoDate): Facts {
  // A list is filled up to its length when it holds what it has to hold.
  const sides = chosen.toSorted((a, b) => countLast(a) - countLast(b));
  const all = sampleFacts({ sides }, today);
  if (all) return all;
  const made = new Map<FactName, FactJson>();
  const facts = new Set(sides.flatMap(({ dimension }) => dimension.fact ?? []));
  for (const fact of facts) {
    const own = sides.filter(({ dimension }) => dimension.fact === fact);
    const sample =
      sampleFacts({ sides: own }, today) ??
      sampleFacts({ sides: own.filter(({ dimension }) => dimension.is !== 'question') }, today);
    for (const [name, json] of sample ?? []) made.set(name, json);
  }
  return made;
}

const countLast = ({ dimension }: Side): number => (dimension.is === 'count' ? 1 : 0);

function narrowed({ dimension, cells }: Side, choosing: Choosing): Side {
  const best =
    cells.find((cell) => choosing.wanted(dimension, cell)) ??
    cells.find((cell) => isBaseIn(dimension, cell, choosing)) ??
    cells.find(({ is }) => is !== 'unknown') ??
    cells[0];
  return { dimension, cells: best ? [best] : [] };
}

/** Whether a row's own value of the fact lies in a cell. A question is asked anew. */
function isBaseIn(dimension: Dimension, cell: Cell, { base, today }: Choosing): boolean {
  const { fact, type, is } = dimension;
  if (fact === undefined || is === 'question' || !base.has(fact)) return false;
  const given = readValue(type, base.get(fact));
  const value = given && measure(is, given, today);
  return value ? holds(dimension, cell, value) : cell.is === 'unknown';
}

function holds({ cells }: Dimension, cell: Cell, value: Value): boolean {
  switch (cell.is) {
    case 'value':
      return equalValues(cell.value, value);
    case 'between':
      return (
        (cell.from === undefined || isBelow(cell.from, value)) &&
        (cell.to === undefined || isBelow(value, cell.to))
      );
    case 'other':
      return !cells.some((other) => other.is === 'value' && equalValues(other.value, value));
    case 'unknown':
      return false;
  }
}

function isBelow(lower: Value, higher: Value): boolean {
  const order = compareOrder(lower, higher);
  return typeof order === 'number' && order < 0;
}

/** Whether a fact may have a value in a box, as far as the fact alone can tell. */
export function fitsBox({ sides }: Box, fact: FactName, value: Value | undefined, today: IsoDate): boolean {
  return sides.every(({ dimension, cells }) => {
    if (dimension.fact !== fact || dimension.is === 'question') return true;
    const measured = value && measure(dimension.is, value, today);
    return cells.some((cell) => (measured ? holds(dimension, cell, measured) : cell.is === 'unknown'));
  });
}
