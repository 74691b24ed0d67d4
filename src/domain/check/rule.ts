import type { Problem } from '../facts/problem.ts';
import type { IsoDate } from '../facts/value.ts';
import type { Catalogue } from '../sop/catalogue.ts';
import type { Sop } from '../sop/document.ts';

/** What the checker is told besides the text. Nothing is asked of any system. */
export type CheckOptions = {
  /** The day on which reviews are due, and from which `days since …` of the examples count back. */
  readonly today: IsoDate;
  /** What the systems and the account offer; what depends on it is not checked without it. */
  readonly catalogue?: Catalogue | undefined;
};

/** What a rule looks at: the document as it was read, and what reading it has found. */
export type Checking = {
  readonly sop: Sop;
  /** Problems of reading. A rule keeps silent about a part in which one of them is an error: it would speak of a hole that the mistake makes. */
  readonly found: readonly Problem[];
  readonly options: CheckOptions;
};

/** One kind of problem, or a few that are found together. Never throws. */
export type Rule = (checking: Checking) => readonly Problem[];
