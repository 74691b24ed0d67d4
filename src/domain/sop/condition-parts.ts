import type { CheckedExpression } from '../facts/checked-expression.ts';
import { checkedPart } from '../facts/checked-part.ts';
import type { Evaluation, FactName, KnownFacts, Truth } from '../facts/value.ts';

/** One part of a condition, in the words of the document, and what it came to. */
export type MatchReason = {
  readonly text: string;
  readonly truth: Truth;
  readonly facts: readonly { readonly name: FactName; readonly value: Evaluation }[];
};

/** What a condition joins by `and`, each part a condition of its own; the condition itself where it joins nothing. */
export function conditionParts(condition: CheckedExpression): readonly CheckedExpression[] {
  const { tree } = condition;
  return tree.kind === 'and' ? tree.parts.map(checkedPart) : [condition];
}

/** What each part came to. `nameOf` gives the words by which people know a fact. */
export function reasonsFor(
  parts: readonly CheckedExpression[],
  known: KnownFacts,
  wordsOf: Wording,
): readonly MatchReason[] {
  return parts.map((part) => ({
    text: wordsOf.text(part),
    truth: renamed(part.decide(known), wordsOf),
    facts: part.facts.map((name) => ({
      name: wordsOf.name(name),
      value: evaluationOf(known, name, wordsOf),
    })),
  }));
}

export type Wording = {
  readonly text: (part: CheckedExpression) => string;
  readonly name: (fact: FactName) => string;
};

export const ownWords: Wording = { text: ({ text }) => text, name: (fact) => fact };

/** A truth whose missing facts carry the names that people know. */
export function renamed(truth: Truth, { name }: Wording): Truth {
  return truth.is === 'unknown' ? { is: 'unknown', missing: truth.missing.map(name) } : truth;
}

function evaluationOf(known: KnownFacts, fact: FactName, { name }: Wording): Evaluation {
  const value = known.get(fact);
  return value ? { is: 'value', value } : { is: 'unknown', missing: [name(fact)] };
}
