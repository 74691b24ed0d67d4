import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Expression } from '../facts/expression.ts';
import type { FactName } from '../facts/value.ts';
import { cutDraft } from './cut-cells.ts';
import { stillToCome } from './still-to-come.ts';
import { allOf, decideTree, type Deciding } from './decide-in-space.ts';
import { Diagram } from './diagram.ts';
import { DimensionDrafts, type DimensionDraft } from './dimension-draft.ts';
import { regionBoxes } from './region-boxes.ts';
import { boxWords } from './region-words.ts';
import { rewriteCondition } from './rewrite-condition.ts';
import type { Analysed, Decided, Region, Space, SpaceOptions } from './space.ts';
import { TooManyCombinations } from './too-many-combinations.ts';

/**
 * Does some work with the space of conditions: everything that they ask for, cut where their truth can change. `too-many` where there
 * are more combinations than can be looked at: never a hang. Source: SOP language, section 6, last paragraph.
 */
export function inSpace<Result>(
  conditions: readonly CheckedExpression[],
  options: SpaceOptions,
  work: (space: Space) => Result,
): Analysed<Result> {
  try {
    return { is: 'done', result: work(createSpace(conditions, options)) };
  } catch (error) {
    if (error instanceof TooManyCombinations) return { is: 'too-many' };
    throw error;
  }
}

/** What reading a condition costs, in answers that are looked at. */
const costOfReading = 50;

function createSpace(conditions: readonly CheckedExpression[], options: SpaceOptions): Space {
  const drafts = new DimensionDrafts();
  if (options.work) options.work.left -= conditions.length * costOfReading;
  const trees = new Map(conditions.map((condition) => [condition, rewriteCondition(condition, drafts)]));
  const cut = drafts.all.flatMap((draft) => cutDraft(draft, options));
  const shown = cut.filter(({ dimension }) => dimension.cells.length > 1);
  // Few answers first: the diagram stays small where it branches most.
  const asked = shown.toSorted((a, b) => a.dimension.cells.length - b.dimension.cells.length);
  const told = asked.map(({ draft }) => draft);
  const dimensions = asked.map(({ draft, dimension }) => ({
    ...dimension,
    isSure: dimension.isSure && isSure(draft, told),
  }));
  const diagram = new Diagram(
    dimensions.map(({ cells }) => cells.length),
    options.work,
  );
  const levels = new Map(asked.flatMap(({ keys }, level) => keys.map((key) => [key, level] as const)));
  const decided = new Map<CheckedExpression, Decided>();
  const single = new Map(
    cut.flatMap(({ keys, dimension }) =>
      dimension.cells.length > 1 ? [] : keys.map((key) => [key, dimension] as const),
    ),
  );
  const unknownOf = (fact: FactName): Region => {
    const level = levels.get(fact);
    const cells = level === undefined ? [] : (dimensions[level]?.cells ?? []);
    return level === undefined
      ? diagram.nothing
      : diagram.cells(level, (cell) => cells[cell]?.is === 'unknown');
  };
  const missing = new Map(
    cut.flatMap(({ draft, keys }) => {
      const needs = keys.includes(draft.key) ? draft.needs : [draft.key];
      const region = needs.reduce((sum, fact) => diagram.union(sum, unknownOf(fact)), diagram.nothing);
      return region === diagram.nothing ? [] : keys.map((key) => [key, region] as const);
    }),
  );
  const deciding: Deciding = { diagram, dimensions, levels, single, missing, today: options.today };

  const decide = (condition: CheckedExpression): Decided => {
    const present = decided.get(condition);
    if (present) return present;
    const made = decideTree(deciding, treeOf(trees, condition));
    decided.set(condition, made);
    return made;
  };
  let known: Region | undefined;
  const ahead = () => (known ??= stillToCome(diagram, dimensions, options.today));
  const order = shown.map((part) => asked.indexOf(part));
  const boxes = (region: Region) => regionBoxes(diagram, { dimensions, order }, region);
  return {
    dimensions,
    everything: diagram.everything,
    nothing: diagram.nothing,
    decide,
    decideAll: (rows) => allOf(diagram, rows.map(decide)),
    union: (a, b) => diagram.union(a, b),
    intersect: (a, b) => diagram.intersect(a, b),
    subtract: (a, b) => diagram.subtract(a, b),
    stillToCome: (region) => diagram.intersect(region, ahead()),
    boxes,
    words: (region) => boxes(region).map(boxWords),
  };
}

function treeOf(trees: ReadonlyMap<CheckedExpression, Expression>, condition: CheckedExpression): Expression {
  const tree = trees.get(condition);
  if (!tree) throw new TypeError(`The space was not made for the condition “${condition.text}”.`);
  return tree;
}

/** A fact is told by its own cells; what is computed from facts is sure only where nothing else asks for them. */
function isSure(draft: DimensionDraft, all: readonly DimensionDraft[]): boolean {
  if (draft.is === 'fact') return true;
  if (draft.isQuestion) return false;
  const isSameList = (other: DimensionDraft) =>
    draft.contains?.in === 'list' && other.contains?.in === 'list';
  return all.every(
    (other) => other === draft || isSameList(other) || !other.uses.some((name) => draft.uses.includes(name)),
  );
}
