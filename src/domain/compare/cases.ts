import { boxWords } from '../regions/region-words.ts';
import type { Box, Region, RegionWords, Side, Space } from '../regions/space.ts';

/** From this many on, `space.boxes` may have left some out. */
const allBoxes = 12;

/**
 * A region in few words for somebody who knows that a case lies in `among`: what all of these have in common is left out.
 */
export function casesIn(space: Space, region: Region, among: Region): readonly RegionWords[] {
  const boxes = space.boxes(space.intersect(region, among));
  const others = space.boxes(space.subtract(among, region));
  if (others.length >= allBoxes) return boxes.map(boxWords);
  const short = boxes.map((box) => shorten(box, others));
  return withoutCovered(short).map(boxWords);
}

/** Leaves out each side without which the box still meets none of the others. */
function shorten(box: Box, others: readonly Box[]): Box {
  let { sides } = box;
  for (const side of box.sides) {
    const fewer = sides.filter((other) => other !== side);
    if (!others.some((other) => meets(fewer, other.sides))) sides = fewer;
  }
  return { sides };
}

/** Whether two boxes have a case in common: in each dimension that both ask for, a cell. */
function meets(left: readonly Side[], right: readonly Side[]): boolean {
  return left.every(({ dimension, cells }) => {
    const other = right.find((side) => side.dimension === dimension);
    return !other || cells.some((cell) => other.cells.includes(cell));
  });
}

function withoutCovered(boxes: readonly Box[]): readonly Box[] {
  const kept: Box[] = [];
  for (const box of boxes) {
    if (kept.some((other) => covers(other, box))) continue;
    kept.splice(0, kept.length, ...kept.filter((other) => !covers(box, other)), box);
  }
  return kept;
}

function covers(large: Box, small: Box): boolean {
  return large.sides.every(({ dimension, cells }) =>
    small.sides.some(
      (side) => side.dimension === dimension && side.cells.every((cell) => cells.includes(cell)),
    ),
  );
}

/** `order value under $200; or carrier status lost; or in 4 more cases`. */
export function casesText(cases: readonly RegionWords[]): string {
  const shown = cases.slice(0, cases.length > 3 ? 2 : 3).map(({ text }) => text);
  const more = cases.length - shown.length;
  return [...shown, ...(more > 0 ? [`in ${String(more)} other groups of cases`] : [])].join('; or ');
}
