import type { Evaluation, FactName, Truth, Value } from './value.ts';

/** Unknown, with the names of what is missing. The same object serves as truth and as evaluation. */
export type Unknown = Extract<Evaluation, { is: 'unknown' }>;

/** A value, or unknown: what the parts of an expression hand to each other. */
export type Known = Value | Unknown;

/** The definite truths, made once: conditions are decided a million times a second. */
export const yes: Truth = { is: 'yes' };
export const no: Truth = { is: 'no' };
const yesValue: Value = { kind: 'yes-no', yes: true };
const noValue: Value = { kind: 'yes-no', yes: false };

export function truthOf(isTrue: boolean): Truth {
  return isTrue ? yes : no;
}

export function isUnknown(known: Known): known is Unknown {
  return 'is' in known;
}

/** Unknown because of one thing, or of several. */
export function missing(...names: readonly FactName[]): Unknown {
  return { is: 'unknown', missing: [...new Set(names)].toSorted() };
}

/** Unknown for all reasons together. */
export function joinUnknown(first: Unknown, second: Unknown): Unknown {
  return first === second ? first : missing(...first.missing, ...second.missing);
}

/** Unknown for all reasons of a chain together; undefined if there are none. */
export function joinAll(unknowns: readonly Unknown[]): Unknown | undefined {
  const [first, ...others] = unknowns;
  if (first === undefined || others.every((other) => other === first)) return first;
  const names = new Set<FactName>();
  for (const unknown of unknowns) for (const name of unknown.missing) names.add(name);
  return { is: 'unknown', missing: [...names].toSorted() };
}

export function valueOfTruth(truth: Truth): Known {
  if (truth.is === 'unknown') return truth;
  return truth.is === 'yes' ? yesValue : noValue;
}

/** A value of another kind is neither yes nor no: the check of the expression keeps it from coming here. */
export function truthOfValue(known: Known): Truth {
  if (isUnknown(known)) return known;
  return known.kind === 'yes-no' ? truthOf(known.yes) : missing();
}

export function negate(truth: Truth): Truth {
  if (truth.is === 'unknown') return truth;
  return truth.is === 'yes' ? no : yes;
}
