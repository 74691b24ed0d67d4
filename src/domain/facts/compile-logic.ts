import { compareEquality, isInList } from './compare-values.ts';
import type { Compiling, Decide, Find } from './compiling.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import { foldCase } from './fold-text.ts';
import { isUnknown, joinAll, joinUnknown, missing, no, truthOf, yes, type Known, type Unknown } from './truth.ts';
import type { FactName, KnownFacts, Truth, Value } from './value.ts';

/** `and`: one no decides; else what is unknown is joined. */
export function compileAll(parts: readonly Decide[]): Decide {
  return (facts) => decideJoined(parts, facts, { decisive: no, other: yes });
}

/** `or`: one yes decides; else what is unknown is joined. */
export function compileAny(parts: readonly Decide[]): Decide {
  return (facts) => decideJoined(parts, facts, { decisive: yes, other: no });
}

/** `x in (a, b)`: yes if one matches, unknown if none matches and one was unknown. */
export function compileInSet(compiling: Compiling, expression: ExpressionOf<'in-set'>): Decide {
  const operand = compiling.find(compiling, expression.operand);
  const items = expression.items.map((item) => compiling.find(compiling, item));
  return (facts) => {
    const value = operand(facts);
    const unknowns: Unknown[] = isUnknown(value) ? [value] : [];
    for (const item of items) {
      const other = item(facts);
      const equal = isUnknown(other) ? other : isUnknown(value) ? no : compareEquality(value, other);
      if (equal.is === 'yes') return yes;
      if (equal.is === 'unknown') unknowns.push(equal);
    }
    return joinAll(unknowns) ?? no;
  };
}

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

/** `text contains text` without case, `list contains item`. */
export function compileContains(compiling: Compiling, expression: ExpressionOf<'contains'>): Decide {
  if (compiling.types.get(expression.whole)?.kind === 'list') {
    return compileInList(compiling, { list: expression.whole, item: expression.part });
  }
  const whole = compiling.find(compiling, expression.whole);
  const part = compiling.find(compiling, expression.part);
  return (facts) => decideTexts(whole(facts), part(facts), (text, sought) => text.includes(sought));
}

/** A test of two texts without case. */
export function decideTexts(left: Known, right: Known, test: (left: string, right: string) => boolean): Truth {
  if (isUnknown(left)) return isUnknown(right) ? joinUnknown(left, right) : left;
  if (isUnknown(right)) return right;
  return truthOf(test(foldCase(wordsOf(left)), foldCase(wordsOf(right))));
}

/** The words of a text or choice. */
export function wordsOf(value: Value): string {
  return value.kind === 'text' ? value.text : value.kind === 'choice' ? value.choice : '';
}

/** A list that was read, and the fact that it is. */
export type FoundList = Pick<Extract<Value, { kind: 'list' }>, 'items'> & { readonly name: FactName };

/** Finds a list together with the name of its fact, which is what an item that nobody could read misses. */
export function findList(compiling: Compiling, expression: Expression): (facts: KnownFacts) => FoundList | Unknown {
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

function decideJoined(parts: readonly Decide[], facts: KnownFacts, truths: { decisive: Truth; other: Truth }): Truth {
  let unknown: Unknown | undefined;
  let further: Unknown[] | undefined;
  for (const part of parts) {
    const truth = part(facts);
    if (truth === truths.decisive) return truth;
    if (truth.is !== 'unknown' || truth === unknown) continue;
    if (unknown === undefined) unknown = truth;
    else (further ??= [unknown]).push(truth);
  }
  return (further === undefined ? unknown : joinAll(further)) ?? truths.other;
}
