import { isInList } from './compare-values.ts';
import type { Compiling, Decide, Find } from './compiling.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import { isUnknown, joinUnknown, missing, type Unknown } from './truth.ts';
import type { FactName, KnownFacts, Value } from './value.ts';

/** `item in list` and `list contains item`. */
export function compileInList(compiling: Compiling, test: { list: Expression; item: Expression }): Decide {
  const list = findList(compiling, test.list);
  const item = compiling.find(compiling, test.item);
  return (facts) => {
    const found = list(facts);
    const value = item(facts);
    if ('is' in found) return isUnknown(value) ? joinUnknown(found, value) : found;
    return isUnknown(value) ? value : isInList(found.items, found.name, value);
  };
}

/** A list that was read, and the fact that it is. */
export type FoundList = Pick<Extract<Value, { kind: 'list' }>, 'items'> & { readonly name: FactName };

/** Finds a list together with the name of its fact, which is what an item that nobody could read misses. */
export function findList(
  compiling: Compiling,
  expression: Expression,
): (facts: KnownFacts) => FoundList | Unknown {
  if (expression.kind === 'if') return findListOfBranch(compiling, expression);
  const name = expression.kind === 'fact' ? expression.fact.name : expression.text;
  const find: Find = compiling.find(compiling, expression);
  return (facts) => {
    const value = find(facts);
    if (isUnknown(value)) return value;
    return value.kind === 'list' ? { items: value.items, name } : missing(name);
  };
}

function findListOfBranch(compiling: Compiling, expression: ExpressionOf<'if'>) {
  const condition = compiling.decide(compiling, expression.condition);
  const then = findList(compiling, expression.then);
  const otherwise = findList(compiling, expression.otherwise);
  return (facts: KnownFacts): FoundList | Unknown => {
    const truth = condition(facts);
    if (truth.is === 'unknown') return truth;
    return truth.is === 'yes' ? then(facts) : otherwise(facts);
  };
}
