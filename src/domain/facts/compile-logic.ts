import { compareEquality } from './compare-values.ts';
import { compileInList } from './compile-list.ts';
import type { Compiling, Decide } from './compiling.ts';
import type { ExpressionOf } from './expression.ts';
import { foldCase } from './fold-text.ts';
import { isUnknown, joinAll, joinUnknown, no, truthOf, yes, type Known, type Unknown } from './truth.ts';
import type { KnownFacts, Truth, Value } from './value.ts';

/** The truth that decides a chain alone, and the one that it has if nothing decides it. */
type Joining = { readonly decisive: Truth; readonly other: Truth };

const all: Joining = { decisive: no, other: yes };
const any: Joining = { decisive: yes, other: no };

/** `and`: one no decides; else what is unknown is joined. */
export function compileAll(parts: readonly Decide[]): Decide {
  return (facts) => decideJoined(parts, facts, all);
}

/** `or`: one yes decides; else what is unknown is joined. */
export function compileAny(parts: readonly Decide[]): Decide {
  return (facts) => decideJoined(parts, facts, any);
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
export function decideTexts(
  left: Known,
  right: Known,
  test: (left: string, right: string) => boolean,
): Truth {
  if (isUnknown(left)) return isUnknown(right) ? joinUnknown(left, right) : left;
  if (isUnknown(right)) return right;
  return truthOf(test(foldCase(wordsOf(left)), foldCase(wordsOf(right))));
}

/** The words of a text or choice. */
export function wordsOf(value: Value): string {
  return value.kind === 'text' ? value.text : value.kind === 'choice' ? value.choice : '';
}

function decideJoined(parts: readonly Decide[], facts: KnownFacts, truths: Joining): Truth {
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
