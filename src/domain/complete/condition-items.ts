import type { FunctionName } from '../facts/function-names.ts';
import type { FactType } from '../facts/value.ts';
import { itemsOf, type CompletionItem } from './completion.ts';
import type { Expected } from './expected.ts';
import { factItems, isComparable, isOrdered } from './fact-items.ts';
import { functionItems, functionShapes } from './function-items.ts';
import type { Outline } from './outline.ts';

/** What can stand in a condition at a place where this is expected; the likeliest first. */
export function conditionItems(expected: Expected, outline: Outline): readonly CompletionItem[] {
  switch (expected.is) {
    case 'operand':
      return [...factItems(outline), ...functionItems(), ...itemsOf('keyword', ['not'].map(spaced))];
    case 'value':
      return valueItems(expected.left, outline);
    case 'argument':
      return argumentItems(expected.of, outline);
    case 'operator':
      return operatorItems(expected);
    case 'unit':
      return [...unitItems(expected.left), ...operatorItems({ ...expected, is: 'operator' })];
    case 'after-is':
      return [...valueItems(expected.left, outline), ...formItems(expected)];
    case 'set':
      return setItems(expected.left, outline);
    case 'nothing':
      return [];
  }
}

/** The values of a choice, to stand inside quotation marks. */
export function choiceItems(type: FactType | undefined, around = ['', '']): readonly CompletionItem[] {
  const options = type?.kind === 'choice' ? type.options : [];
  return options.map((option) => ({
    label: option,
    insert: `${around[0] ?? ''}${option}${around[1] ?? ''}`,
    kind: 'value',
    detail: '',
  }));
}

function valueItems(left: FactType | undefined, outline: Outline): readonly CompletionItem[] {
  const facts = factItems(outline, (type) => isComparable(left, type));
  const values = left?.kind === 'yes-no' ? itemsOf('value', ['yes', 'no']) : choiceItems(left, ['"', '"']);
  return [...values, ...facts, ...functionItems((type) => isComparable(left, type))];
}

function setItems(left: FactType | undefined, outline: Outline): readonly CompletionItem[] {
  const lists = factItems(outline, (type) => type?.kind === 'list');
  return [...choiceItems(left, ['("', '")']), ...lists];
}

function argumentItems(name: FunctionName, outline: Outline): readonly CompletionItem[] {
  const fits = (type: FactType | undefined) => isComparable(functionShapes[name].takes, type);
  return [...factItems(outline, fits), ...functionItems(fits)];
}

function unitItems(left: FactType | undefined): readonly CompletionItem[] {
  const isLength = !left || left.kind === 'duration' || left.kind === 'date';
  const isMoney = left?.kind === 'money' && left.currency !== undefined;
  return [
    ...itemsOf('value', isLength ? ['minutes', 'hours', 'days', 'weeks'] : []),
    ...itemsOf('value', isMoney && left.currency !== undefined ? [left.currency] : []),
  ];
}

type Operator = Extract<Expected, { is: 'operator' }>;

/** The comparisons that the type on the left has; behind a comparison the words that join conditions. */
function operatorItems({ left, isCompared }: Operator): readonly CompletionItem[] {
  const joins = itemsOf('keyword', ['and', 'or'].map(spaced));
  if (isCompared) return joins;
  const isTruth = left?.kind === 'yes-no';
  const signs = left?.kind === 'list' ? [] : ['=', '!=', ...(isOrdered(left) ? ['<', '<=', '>', '>='] : [])];
  const words = [
    ...(!left || left.kind === 'list' || left.kind === 'text' ? ['contains'] : []),
    ...(isOrdered(left) ? ['between'] : []),
    'is',
    'is not',
    ...(left?.kind === 'list' ? [] : ['in (', 'not in (']),
    ...formsOf(left).map((form) => `is ${form}`),
  ];
  const comparisons = [...itemsOf('operator', signs.map(spaced)), ...itemsOf('operator', words.map(spaced))];
  return isTruth ? [...joins, ...comparisons] : [...comparisons, ...joins];
}

/** What can follow `is`, besides a value. */
function formItems({ left, isNegated }: Extract<Expected, { is: 'after-is' }>): readonly CompletionItem[] {
  return itemsOf('operator', [...formsOf(left), ...(isNegated ? [] : ['not'])].map(spaced));
}

function formsOf(left: FactType | undefined): readonly string[] {
  const isDate = left?.kind === 'date';
  const ordered = isDate ? ['before', 'after'] : ['at least', 'at most', 'less than', 'more than'];
  return [
    'known',
    'unknown',
    ...(left?.kind === 'list' ? [] : ['one of (', 'none of (']),
    ...(isOrdered(left) ? [...ordered, 'between'] : []),
  ];
}

/** With a space behind it, because something follows; nothing follows `known`, or an open bracket. */
function spaced(word: string): string {
  return /(?:known|\()$/.test(word) ? word : `${word} `;
}
