import type { Diagram } from './diagram.ts';
import type { Box, Dimension, Region } from './space.ts';
import { TooManyCombinations } from './too-many-combinations.ts';

/** For each dimension the cells that belong to the box, or all where it does not matter. */
type RawBox = readonly (readonly number[] | undefined)[];

/** Boxes that are told; nobody reads more. */
const mostBoxes = 12;

/** The dimensions as the diagram asks for them, and the order in which people read them. */
export type Reading = { readonly dimensions: readonly Dimension[]; readonly order: readonly number[] };

/** Few boxes that together are the region: each as large as the region lets it be, and none that the others already hold. */
export function regionBoxes(
  diagram: Diagram,
  { dimensions, order }: Reading,
  region: Region,
): readonly Box[] {
  const boxes: RawBox[] = [];
  let rest = region;
  try {
    while (rest !== diagram.nothing && boxes.length < mostBoxes) {
      const box = grow(diagram, dimensions, region, firstBox(diagram, dimensions, rest));
      boxes.push(box);
      rest = diagram.subtract(rest, asRegion(diagram, box));
    }
  } catch (error) {
    // What was found is told; without any of it nothing can be said.
    if (boxes.length === 0 || !(error instanceof TooManyCombinations)) throw error;
  }
  return boxes.map((box) => ({
    sides: order.flatMap((level) => {
      const dimension = dimensions[level];
      const cells = box[level];
      return cells && dimension
        ? [{ dimension, cells: cells.flatMap((cell) => dimension.cells[cell] ?? []) }]
        : [];
    }),
  }));
}

/** The combination that comes first, by the order of the dimensions and their cells. */
function firstBox(diagram: Diagram, dimensions: readonly Dimension[], region: Region): RawBox {
  const box: (readonly number[] | undefined)[] = dimensions.map(() => undefined);
  let at = region;
  while (at !== diagram.everything) {
    const children = diagram.childrenOf(at);
    const cell = children.findIndex((child) => child !== diagram.nothing);
    box[diagram.levelOf(at)] = [cell];
    at = children[cell] ?? diagram.everything;
  }
  return box;
}

/** Leaves out what does not matter, then takes in every further cell that fits. */
function grow(diagram: Diagram, dimensions: readonly Dimension[], region: Region, start: RawBox): RawBox {
  let box = start;
  for (const [level] of dimensions.entries()) {
    const wider = box.with(level, undefined);
    if (box[level] && isInside(diagram, wider, region)) box = wider;
  }
  for (const [level, { cells }] of dimensions.entries()) {
    const taken = box[level];
    if (!taken) continue;
    const fitting = cells.flatMap((_, cell) =>
      taken.includes(cell) || isInside(diagram, box.with(level, [cell]), region) ? [cell] : [],
    );
    box = box.with(level, fitting);
  }
  return box;
}

/** Whether all of a box lies in the region: every way through the diagram that the box leaves open ends inside. */
function isInside(diagram: Diagram, box: RawBox, region: Region): boolean {
  const seen = new Map<Region, boolean>();
  const holds = (node: Region): boolean => {
    if (node === diagram.everything || node === diagram.nothing) return node === diagram.everything;
    const known = seen.get(node);
    if (known !== undefined) return known;
    const children = diagram.childrenOf(node);
    const cells = box[diagram.levelOf(node)];
    const answer = cells
      ? cells.every((cell) => holds(children[cell] ?? diagram.nothing))
      : children.every(holds);
    diagram.spend((cells ?? children).length);
    seen.set(node, answer);
    return answer;
  };
  return holds(region);
}

function asRegion(diagram: Diagram, box: RawBox): Region {
  let region = diagram.everything;
  for (let level = box.length - 1; level >= 0; level -= 1) {
    const cells = box[level];
    if (cells)
      region = diagram.intersect(
        diagram.cells(level, (cell) => cells.includes(cell)),
        region,
      );
  }
  return region;
}
