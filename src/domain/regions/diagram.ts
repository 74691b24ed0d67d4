import type { Region, WorkLeft } from './space.ts';
import { TooManyCombinations } from './too-many-combinations.ts';

/** Answers that are looked at before it is too many: about half a second. */
const mostWork = 5_000_000;
/** What it costs to look at a node at all, in answers. */
const nodeWork = 12;
const hashes = 1_048_576;

/**
 * Regions as a decision diagram: a node asks for one dimension and has a child for each of its cells, down to `nothing` or `everything`.
 * Equal regions are one node, so no combination is looked at twice, and whether a region is empty is told by its number.
 * Source of the method: R. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986; here with many cells instead of two.
 */
export class Diagram {
  readonly nothing = asRegion(0);
  readonly everything = asRegion(1);
  readonly #sizes: readonly number[];
  readonly #levels: number[];
  readonly #children: (readonly Region[])[] = [[], []];
  /** The newest node of each hash, and for each node the one before it with the same. */
  readonly #newest = new Map<number, number>();
  readonly #before: (number | undefined)[] = [undefined, undefined];
  readonly #unions = new Map<number, Region>();
  readonly #intersections = new Map<number, Region>();
  readonly #subtractions = new Map<number, Region>();
  readonly #shared: WorkLeft;
  #work = 0;

  /** `sizes` are the numbers of cells of the dimensions, in their order; `shared` is what other diagrams may use too. */
  constructor(sizes: readonly number[], shared: WorkLeft = { left: mostWork }) {
    this.#sizes = sizes;
    this.#shared = shared;
    this.#levels = [sizes.length, sizes.length];
  }

  /** The dimension that a region asks for first; the number of dimensions where it asks for none. */
  levelOf(region: Region): number {
    return this.#levels[region] ?? 0;
  }

  /** A child for each cell of the dimension that the region asks for first. */
  childrenOf(region: Region): readonly Region[] {
    return this.#children[region] ?? [];
  }

  /** The region that is one of the children, depending on the cell. They ask for later dimensions only. */
  branch(level: number, children: readonly Region[]): Region {
    this.spend(children.length + nodeWork);
    const [first] = children;
    if (first === undefined || children.every((child) => child === first)) return first ?? this.nothing;
    const hash = hashOf(level, children);
    const newest = this.#newest.get(hash);
    for (let id = newest; id !== undefined; id = this.#before[id])
      if (this.#levels[id] === level && isEqual(this.#children[id], children)) return asRegion(id);
    const id = this.#levels.push(level) - 1;
    this.#children.push(children);
    this.#before.push(newest);
    this.#newest.set(hash, id);
    return asRegion(id);
  }

  /** Where the dimension has one of the cells that a test holds for. */
  cells(level: number, holds: (cell: number) => boolean): Region {
    const count = this.#sizes[level] ?? 0;
    return this.branch(
      level,
      Array.from({ length: count }, (_, cell) => (holds(cell) ? this.everything : this.nothing)),
    );
  }

  union(a: Region, b: Region): Region {
    if (a === b || b === this.nothing) return a;
    if (a === this.nothing) return b;
    if (a === this.everything || b === this.everything) return this.everything;
    const [low, high] = a < b ? [a, b] : [b, a];
    return this.#combine(this.#unions, low, high, (left, right) => this.union(left, right));
  }

  intersect(a: Region, b: Region): Region {
    if (a === b || b === this.everything) return a;
    if (a === this.everything) return b;
    if (a === this.nothing || b === this.nothing) return this.nothing;
    const [low, high] = a < b ? [a, b] : [b, a];
    return this.#combine(this.#intersections, low, high, (left, right) => this.intersect(left, right));
  }

  /** `a` without `b`. */
  subtract(a: Region, b: Region): Region {
    if (a === b || a === this.nothing || b === this.everything) return this.nothing;
    if (b === this.nothing) return a;
    return this.#combine(this.#subtractions, a, b, (left, right) => this.subtract(left, right));
  }

  #combine(
    made: Map<number, Region>,
    a: Region,
    b: Region,
    combine: (left: Region, right: Region) => Region,
  ): Region {
    const key = a * 0x4000000 + b;
    const present = made.get(key);
    if (present !== undefined) return present;
    const level = Math.min(this.levelOf(a), this.levelOf(b));
    const lefts = this.levelOf(a) === level ? this.childrenOf(a) : undefined;
    const rights = this.levelOf(b) === level ? this.childrenOf(b) : undefined;
    const children: Region[] = [];
    for (let cell = 0; cell < (this.#sizes[level] ?? 0); cell += 1)
      children.push(combine(lefts?.[cell] ?? a, rights?.[cell] ?? b));
    const result = this.branch(level, children);
    made.set(key, result);
    return result;
  }

  /** Counts answers that are looked at, also by those who walk through the diagram themselves. */
  spend(work: number): void {
    this.#work += work;
    this.#shared.left -= work;
    if (this.#work > mostWork || this.#shared.left < 0) throw new TooManyCombinations();
  }
}

/** The only place where a number becomes a region. */
function asRegion(id: number): Region {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The one place that makes this type; its symbol exists for the compiler alone.
  return id as Region;
}

function hashOf(level: number, children: readonly Region[]): number {
  let hash = level;
  for (const child of children) hash = Math.imul(hash ^ child, 0x9e3779b1) ^ (hash >>> 15);
  return (hash >>> 0) % hashes;
}

function isEqual(a: readonly Region[] | undefined, b: readonly Region[]): boolean {
  return a !== undefined && a.every((child, cell) => child === b[cell]);
}
