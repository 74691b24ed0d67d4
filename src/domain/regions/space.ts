import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { FactName, FactType, IsoDate, Value } from '../facts/value.ts';

declare const regionBrand: unique symbol;

/**
 * A set of worlds: combinations of what conditions can ask. It belongs to the space that made it. Equal regions of one space
 * are the same number, so `===` compares them.
 */
export type Region = number & { readonly [regionBrand]: true };

/** One thing that conditions ask for: a fact, or something computed from facts. Its cells cover every answer, without overlap. */
export type Dimension = {
  /** Its words: `order value`, `days since promised date`, `count(orders in dispute)`, or a question such as `ticket subject contains "gift"`. */
  readonly name: string;
  /** The fact behind it; undefined where it rests on several. */
  readonly fact: FactName | undefined;
  /** How the fact follows from a cell: its own value, or as the columns `days since …` and `count(…)` of examples construct it. */
  readonly is: 'fact' | 'days-since' | 'count' | 'question';
  readonly type: FactType;
  readonly cells: readonly Cell[];
  /** False where it is a question of its own, although it may depend on another dimension: what rests on it is worded “may”. */
  readonly isSure: boolean;
  /** For the question whether a list or a text contains something. */
  readonly contains?: Contained;
  /** For two amounts that are only compared with each other: the cells are their difference. */
  readonly compared?: Compared;
};

/** `order value` and `refund amount`; of dates it is said that one is before the other. */
export type Compared = { readonly left: string; readonly right: string; readonly areDates: boolean };

export type Contained = { readonly in: 'list' | 'text'; readonly item: Value };

/** Answers that no condition tells apart. */
export type Cell =
  /** Exactly this value. */
  | { readonly is: 'value'; readonly value: Value }
  /** Above `from` and below `to`, without the ends; undefined where there is no end. */
  | {
      readonly is: 'between';
      readonly from: Value | undefined;
      readonly to: Value | undefined;
      readonly sample: Value;
    }
  /** A text that is none of those that are asked for. */
  | { readonly is: 'other'; readonly sample: Value }
  | { readonly is: 'unknown' };

/** A part of a region: in each of these dimensions one of these cells, and any in the others. */
export type Box = { readonly sides: readonly Side[] };
export type Side = { readonly dimension: Dimension; readonly cells: readonly Cell[] };

/** A part of a region in words: `damage kind broken, stock available no, order value exactly $200`. */
export type RegionWords = {
  readonly text: string;
  /** False where it rests on a question that another one may answer: then it is worded “may”. */
  readonly isSure: boolean;
  readonly box: Box;
};

/** Where in the space of all answers a condition is yes, no or unknown: disjoint, and together everything. */
export type Decided = { readonly yes: Region; readonly no: Region; readonly unknown: Region };

/** All that conditions can ask, cut where their truth can change. */
export type Space = {
  readonly dimensions: readonly Dimension[];
  readonly everything: Region;
  readonly nothing: Region;
  /** One of the conditions that the space was made for. */
  decide(condition: CheckedExpression): Decided;
  /** The `and` of conditions: a row of a table. None is yes everywhere. */
  decideAll(conditions: readonly CheckedExpression[]): Decided;
  union(a: Region, b: Region): Region;
  intersect(a: Region, b: Region): Region;
  /** `a` without `b`. */
  subtract(a: Region, b: Region): Region;
  /** Without what only a day that is over could bring about. */
  stillToCome(region: Region): Region;
  /** Few boxes that together are the region, merged where they touch, in the order of the dimensions. They may overlap. */
  boxes(region: Region): readonly Box[];
  words(region: Region): readonly RegionWords[];
};

export type SpaceOptions = {
  readonly today: IsoDate;
  /** `where-tested`: a fact can be unknown only where a condition asks `is known`; otherwise everywhere. */
  readonly unknowns: 'where-tested' | 'everywhere';
  /** What several spaces may cost together; none of them costs more than its own limit. */
  readonly work?: WorkLeft | undefined;
};

/** How many answers may still be looked at. It is used up while spaces are worked in. */
export type WorkLeft = { left: number };

export type Analysed<Result> = { readonly is: 'done'; readonly result: Result } | { readonly is: 'too-many' };
