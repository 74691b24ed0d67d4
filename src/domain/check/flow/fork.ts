import type { CheckedExpression } from '../../facts/checked-expression.ts';
import type { FactName } from '../../facts/value.ts';
import type { Decision, IfInstruction } from '../../sop/document.ts';

/** Where conditions choose one of several ways: the branches of an `If` chain, or the rows of a decision table. */
export type Fork = {
  readonly mode: Decision['mode'];
  /** What each way asks, joined by `and`; a row of which every cell is `any` asks nothing. */
  readonly ways: readonly (readonly CheckedExpression[])[];
  readonly conditions: readonly CheckedExpression[];
  /** What its conditions speak of. */
  readonly facts: ReadonlySet<FactName>;
};

/** The branches of a chain: the first that is yes. */
export function chainFork({ branches }: IfInstruction): Fork {
  return forkOf(
    'first match',
    branches.map(({ condition }) => [condition]),
  );
}

/** The rows of a decision table. */
export function tableFork({ mode, rows }: Decision): Fork {
  return forkOf(
    mode,
    rows.map(({ cells }) => cells),
  );
}

function forkOf(mode: Fork['mode'], ways: Fork['ways']): Fork {
  const conditions = ways.flat();
  return { mode, ways, conditions, facts: new Set(conditions.flatMap(({ facts }) => facts)) };
}
