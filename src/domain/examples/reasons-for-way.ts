import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Expression } from '../facts/expression.ts';
import type { FactName, IsoDate, KnownFacts } from '../facts/value.ts';
import { conditionParts } from '../sop/condition-parts.ts';
import type { Sop } from '../sop/document.ts';
import { measure } from './border.ts';
import type { Reason } from './difference.ts';
import { measureIn } from './measure-in.ts';
import { writtenValue } from './written-value.ts';

/** What decides at a fork, from the first way to the last: a way is taken where all of its conditions are yes. */
export type Ways = readonly Way[];
export type Way = {
  readonly conditions: readonly CheckedExpression[];
  /** `row 2 of “remedy”`; undefined for a branch of an If. */
  readonly row: string | undefined;
};

export type Seen = { readonly sop: Sop; readonly known: KnownFacts; readonly today: IsoDate };

/**
 * Why one way was taken and not another. Ways count from 1; `else` and `unknown` are those of an If. Without a `wanted` one: why this one.
 */
export function reasonsForWay(
  seen: Seen,
  ways: Ways,
  { taken, wanted }: { readonly taken: string; readonly wanted: string | undefined },
): readonly Reason[] {
  if (taken === 'unknown')
    return unknownReasons(
      seen,
      ways.flatMap(({ conditions }) => conditions),
    );
  const takenAt = Number(taken) - 1;
  const passedOver = ways[Number(wanted) - 1];
  if (passedOver && !(Number(wanted) > takenAt)) return refusals(seen, passedOver);
  const way = ways[takenAt];
  return way ? consents(seen, way) : ways.flatMap((other) => refusals(seen, other));
}

function consents(seen: Seen, { conditions, row }: Way): readonly Reason[] {
  if (row === undefined) return conditions.map((condition) => conditionReason(seen, condition, 'yes'));
  return [{ is: 'row', row, applies: true, values: conditions.flatMap((cell) => valuesOf(seen, cell)) }];
}

/** What is missing where the first of these conditions is unknown. */
function unknownReasons({ known }: Seen, conditions: readonly CheckedExpression[]): readonly Reason[] {
  for (const condition of conditions) {
    const truth = condition.decide(known);
    if (truth.is === 'unknown') return [{ is: 'unknown', facts: truth.missing }];
  }
  return [];
}

/** The conditions that are no, each in the parts that are; if none is, what is missing. */
export function refusals(seen: Seen, { conditions, row }: Way): readonly Reason[] {
  const parts = conditions.flatMap(conditionParts);
  const refusing = parts.filter((part) => part.decide(seen.known).is === 'no');
  if (refusing.length === 0) return unknownReasons(seen, conditions);
  if (row === undefined) return refusing.map((part) => conditionReason(seen, part, 'no'));
  return [{ is: 'row', row, applies: false, values: refusing.flatMap((cell) => valuesOf(seen, cell)) }];
}

function conditionReason(seen: Seen, condition: CheckedExpression, truth: 'yes' | 'no'): Reason {
  return { is: 'condition', text: condition.text, truth, values: valuesOf(seen, condition) };
}

function valuesOf(seen: Seen, { facts, tree }: CheckedExpression) {
  return facts.filter((name) => name !== 'today').flatMap((name) => valueWords(seen, tree, name));
}

/** A fact as the condition looks at it: `days since promised date is 2`. */
function valueWords(
  { known, today }: Seen,
  tree: Expression,
  name: FactName,
): readonly { readonly name: string; readonly text: string }[] {
  const value = known.get(name);
  if (!value) return [{ name, text: 'unknown' }];
  const is = measureIn(tree, name);
  if (is === 'fact') return [{ name, text: value.kind === 'text' ? `"${value.text}"` : writtenValue(value) }];
  const measured = measure(is, value, today);
  if (!measured) return [];
  return [{ name: is === 'count' ? `count(${name})` : `days since ${name}`, text: writtenValue(measured) }];
}
