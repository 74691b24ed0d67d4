import { checkedPart } from '../facts/checked-part.ts';
import type { Expression } from '../facts/expression.ts';
import type { FactName, IsoDate, Value } from '../facts/value.ts';
import { cellValue } from './cell-value.ts';
import type { Diagram } from './diagram.ts';
import { isDaysSinceKey } from './dimension-draft.ts';
import type { Decided, Dimension, Region } from './space.ts';

export type Deciding = {
  readonly diagram: Diagram;
  readonly dimensions: readonly Dimension[];
  /** The place of each dimension by the name under which the evaluator finds its value. */
  readonly levels: ReadonlyMap<FactName, number>;
  /** Facts of which no condition tells any answers apart. */
  readonly single: ReadonlyMap<FactName, Dimension>;
  /** Where what is asked for by a name is unknown because a fact that it rests on is. */
  readonly missing: ReadonlyMap<FactName, Region>;
  readonly today: IsoDate;
};

/** Where a rewritten condition is yes, no and unknown. Every test in it is decided cell by cell by the ordinary evaluator; what joins tests is a set operation. */
export function decideTree(deciding: Deciding, tree: Expression): Decided {
  const { diagram } = deciding;
  switch (tree.kind) {
    case 'and':
      return allOf(
        diagram,
        tree.parts.map((part) => decideTree(deciding, part)),
      );
    case 'or':
      return negated(
        allOf(
          diagram,
          tree.parts.map((part) => negated(decideTree(deciding, part))),
        ),
      );
    case 'not': {
      const decided = decideTree(deciding, tree.operand);
      return tree.times % 2 === 0 ? decided : negated(decided);
    }
    case 'if': {
      const asked = decideTree(deciding, tree.condition);
      const then = decideTree(deciding, tree.then);
      const otherwise = decideTree(deciding, tree.otherwise);
      return either(diagram, [asked.yes, then], [asked.no, otherwise]);
    }
    case 'comparison': {
      if (!isTruth(tree.left)) return decideTest(deciding, tree);
      const left = decideTree(deciding, tree.left);
      const right = decideTree(deciding, tree.right);
      const same = either(diagram, [left.yes, right], [left.no, negated(right)]);
      return tree.sign === '!=' ? negated(same) : same;
    }
    default:
      return decideTest(deciding, tree);
  }
}

/** Whether a rewritten part of a condition is yes or no, so that it can be decided by itself. */
function isTruth(tree: Expression): boolean {
  switch (tree.kind) {
    case 'literal':
      return tree.value.kind === 'yes-no';
    case 'fact':
      return tree.fact.type?.kind === 'yes-no';
    case 'if':
      return isTruth(tree.then);
    case 'and':
    case 'or':
    case 'not':
    case 'known':
    case 'comparison':
    case 'in-set':
    case 'in-range':
    case 'in-list':
    case 'contains':
      return true;
    default:
      return false;
  }
}

/** One of two, each as it is decided where it counts; unknown where neither counts. */
function either(diagram: Diagram, ...ways: readonly (readonly [Region, Decided])[]): Decided {
  const regionOf = (pick: (decided: Decided) => Region): Region =>
    ways.reduce(
      (region, [where, decided]) => diagram.union(region, diagram.intersect(where, pick(decided))),
      diagram.nothing,
    );
  const yes = regionOf((decided) => decided.yes);
  const no = regionOf((decided) => decided.no);
  return { yes, no, unknown: diagram.subtract(diagram.subtract(diagram.everything, yes), no) };
}

/** The `and` of what was decided: yes where all are, no where one is. Source: SOP language, section 3, table of truth. */
export function allOf(diagram: Diagram, decided: readonly Decided[]): Decided {
  let yes = diagram.everything;
  let no = diagram.nothing;
  // From the last to the first, so that the diagram grows at its top.
  for (const part of decided.toReversed()) {
    yes = diagram.intersect(part.yes, yes);
    no = diagram.union(part.no, no);
  }
  return { yes, no, unknown: diagram.subtract(diagram.subtract(diagram.everything, yes), no) };
}

const negated = ({ yes, no, unknown }: Decided): Decided => ({ yes: no, no: yes, unknown });

function decideTest(deciding: Deciding, tree: Expression): Decided {
  const { diagram, levels, single, today } = deciding;
  const test = checkedPart(tree);
  const cost = costOf(tree);
  // Days since today are counted from the day of the check, whatever is asked of the present day elsewhere.
  const isRelative = test.facts.some(isDaysSinceKey);
  const asked = test.facts.flatMap((name) => {
    const level = isRelative && name === 'today' ? undefined : levels.get(name);
    return level === undefined ? [] : [{ name, level }];
  });
  const known = new Map<FactName, Value>([['today', { kind: 'date', date: today }]]);
  for (const name of test.facts) {
    const dimension = single.get(name);
    const value = dimension?.cells[0] && cellValue(dimension, dimension.cells[0], today);
    if (value) known.set(name, value);
  }
  const decided = decideFrom(
    asked.toSorted((a, b) => a.level - b.level),
    0,
  );
  const missing = test.facts.reduce(
    (region, name) => diagram.union(region, deciding.missing.get(name) ?? diagram.nothing),
    diagram.nothing,
  );
  return {
    yes: diagram.subtract(decided.yes, missing),
    no: diagram.subtract(decided.no, missing),
    unknown: diagram.union(decided.unknown, missing),
  };

  function decideFrom(questions: typeof asked, at: number): Decided {
    const question = questions[at];
    if (!question) {
      diagram.spend(cost);
      return regionsOf(diagram, test.decide(known).is);
    }
    const { name, level } = question;
    const dimension = deciding.dimensions[level];
    const parts = (dimension?.cells ?? []).map((cell) => {
      const value = dimension && cellValue(dimension, cell, today);
      if (value) known.set(name, value);
      else known.delete(name);
      return decideFrom(questions, at + 1);
    });
    const branch = (pick: (decided: Decided) => Region) => diagram.branch(level, parts.map(pick));
    return {
      yes: branch(({ yes }) => yes),
      no: branch(({ no }) => no),
      unknown: branch(({ unknown }) => unknown),
    };
  }
}

/** What deciding a test costs, in steps of a diagram: more where it goes through a set. */
const costOf = (tree: Expression): number => 2 + (tree.kind === 'in-set' ? tree.items.length : 0);

function regionsOf({ everything, nothing }: Diagram, is: 'yes' | 'no' | 'unknown'): Decided {
  return {
    yes: is === 'yes' ? everything : nothing,
    no: is === 'no' ? everything : nothing,
    unknown: is === 'unknown' ? everything : nothing,
  };
}
