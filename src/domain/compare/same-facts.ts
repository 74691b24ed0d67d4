import type { CheckedExpression } from '../facts/checked-expression.ts';
import { foldCase } from '../facts/fold-text.ts';
import { foldName } from '../facts/fact-name.ts';
import { factTypeText } from '../facts/fact-type.ts';
import { parseCondition } from '../facts/parse-condition.ts';
import type { FactName, FactType } from '../facts/value.ts';
import { createVocabulary } from '../facts/vocabulary.ts';
import type { Input, Sop } from '../sop/document.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { retypeExpression, type Retyping } from './retype-expression.ts';

/** Which facts of two versions are the same, so that the conditions of both can be decided together. */
export type SameFacts = {
  readonly pairs: readonly Pair<Input>[];
  /** A condition or expression of the old version, or of the new one, over the facts of both. */
  readonly ofBefore: (expression: CheckedExpression) => CheckedExpression;
  readonly ofAfter: (expression: CheckedExpression) => CheckedExpression;
  /** The new name of a fact of the old version. */
  readonly nameAfter: (before: FactName) => FactName;
  /** Yes where a choice has a value that only one of the versions knows: there the two cannot be compared. */
  readonly onlyInOne: readonly CheckedExpression[];
  /** Of these, those that only the new version knows. */
  readonly onlyInAfter: readonly CheckedExpression[];
};

/**
 * Facts are the same if name and type agree, or type and source where a name is gone. A choice with other values is the same
 * fact; one with another type is two.
 */
export function findSameFacts(before: Sop, after: Sop): SameFacts {
  const pairs = pairUp(before.inputs, after.inputs, {
    nameOf: ({ name }) => foldName(name),
    isRenamed: (one, other) => typeAndSource(one) === typeAndSource(other),
  });
  const old = new Map(pairs.flatMap(retypeBefore));
  const current = new Map(pairs.flatMap(retypeAfter));
  const names = new Map(
    pairs.flatMap((pair) => (pair.before && pair.after ? [[pair.before.name, pair.after.name]] : [])),
  );
  const gone = pairs.flatMap((pair) => onlyInOne(pair, 'before'));
  const added = pairs.flatMap((pair) => onlyInOne(pair, 'after'));
  return {
    pairs,
    ofBefore: remembering(old),
    ofAfter: remembering(current),
    nameAfter: (name) => names.get(name) ?? name,
    onlyInOne: [...gone, ...added],
    onlyInAfter: added,
  };
}

function remembering(retyping: Retyping): (expression: CheckedExpression) => CheckedExpression {
  const made = new Map<CheckedExpression, CheckedExpression>();
  return (expression) => {
    const present = made.get(expression);
    if (present) return present;
    const retyped = retypeExpression(expression, retyping);
    made.set(expression, retyped);
    return retyped;
  };
}

const typeAndSource = ({ type, source }: Input): string => JSON.stringify([factTypeText(type), source]);

type Declared = readonly [FactName, { name: FactName; type: FactType; builtIn: false }];

function retypeBefore({ before, after }: Pair<Input>): readonly Declared[] {
  if (!before || !after) return [];
  const type = commonType(before.type, after.type);
  const name = type ? after.name : `${before.name} (${factTypeText(before.type)})`;
  return isSame(before, { name, type })
    ? []
    : [[before.name, { name, type: type ?? before.type, builtIn: false }]];
}

function retypeAfter({ before, after }: Pair<Input>): readonly Declared[] {
  const type = before && after && commonType(before.type, after.type);
  if (!after || !type || isSame(after, { name: after.name, type })) return [];
  return [[after.name, { name: after.name, type, builtIn: false }]];
}

const isSame = (input: Input, { name, type }: { name: FactName; type: FactType | undefined }): boolean =>
  input.name === name && type !== undefined && factTypeText(input.type) === factTypeText(type);

/** The type over which both are decided; undefined where the two mean different things. */
function commonType(before: FactType, after: FactType): FactType | undefined {
  if (factTypeText(before) === factTypeText(after)) return after;
  if (before.kind === 'choice' && after.kind === 'choice')
    return { kind: 'choice', options: [...after.options, ...optionsWithout(before, after)] };
  const isNumber = [before, after].every(({ kind }) => kind === 'number' || kind === 'count');
  if (isNumber) return { kind: 'number' };
  if (before.kind !== 'money' || after.kind !== 'money') return undefined;
  // Two currencies are two things; where one of them is open, it can be the other.
  return before.currency === undefined || after.currency === undefined
    ? { kind: 'money', currency: before.currency ?? after.currency }
    : undefined;
}

/** The values of a choice that another one does not have. */
export function optionsWithout(type: FactType, other: FactType): readonly string[] {
  if (type.kind !== 'choice' || other.kind !== 'choice') return [];
  const known = new Set(other.options.map(foldCase));
  return type.options.filter((option) => !known.has(foldCase(option)));
}

function onlyInOne(
  { before, after }: Pair<Input>,
  version: 'before' | 'after',
): readonly CheckedExpression[] {
  if (!before || !after) return [];
  const [one, other] = version === 'before' ? [before, after] : [after, before];
  const options = optionsWithout(one.type, other.type);
  const type = commonType(before.type, after.type);
  if (options.length === 0 || !type) return [];
  const { vocabulary } = createVocabulary([{ name: after.name, type, span: after.span }]);
  const list = options.map((option) => (option.includes('"') ? `“${option}”` : `"${option}"`)).join(', ');
  const { expression } = parseCondition(`${after.name} in (${list})`, { vocabulary, mustBeCondition: true });
  return expression ? [expression] : [];
}
