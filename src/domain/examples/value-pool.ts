import { toFactJson } from '../facts/canonical-text.ts';
import { dateOfDay, dayNumber } from '../facts/calendar.ts';
import { decimalOf, decimalText, type Decimal } from '../facts/decimal.ts';
import type { Expression } from '../facts/expression.ts';
import type { FactJson } from '../facts/fact-json.ts';
import type { FactName, FactType, IsoDate, Value } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { askedConditions } from './asked-conditions.ts';
import { partsOfExpression } from '../facts/parts-of-expression.ts';

export type ValuePool = ReadonlyMap<FactName, readonly FactJson[]>;

const mostValues = 12;

/**
 * For each fact that conditions ask for, values worth trying: its choices, the constants of the document and their neighbours, and
 * unknown. For conditions that regions cannot tell apart, such as the comparison of two facts.
 */
export function valuePool(sop: Sop, today: IsoDate): ValuePool {
  const nodes = askedConditions(sop).flatMap(({ condition }) => allParts(condition.tree));
  const types = new Map<FactName, FactType>();
  const constants: Value[] = [];
  for (const node of nodes) {
    if (node.kind === 'literal') constants.push(node.value);
    if (node.kind === 'fact' && node.fact.type && node.fact.name !== 'today')
      types.set(node.fact.name, node.fact.type);
  }
  return new Map([...types].map(([name, type]) => [name, [...valuesOf(type, constants, today), null]]));
}

function allParts(expression: Expression): readonly Expression[] {
  return [expression, ...partsOfExpression(expression).flatMap(allParts)];
}

function valuesOf(type: FactType, constants: readonly Value[], today: IsoDate): readonly FactJson[] {
  const numbers = [
    ...constants.flatMap(numberOf),
    ...['0', '1', '100'].flatMap((text) => decimalOf(Number(text)) ?? []),
  ];
  const around = [
    ...new Set(numbers.flatMap((number) => [number, number.plus('1'), number.minus('1')]).map(decimalText)),
  ];
  const texts = constants.flatMap((value) => (value.kind === 'text' ? value.text : []));
  switch (type.kind) {
    case 'yes-no':
      return [true, false];
    case 'choice':
      return type.options.slice(0, mostValues);
    case 'text':
      return [...texts, texts.join(' '), 'something else'].slice(0, mostValues);
    case 'list':
      return [[], ...texts.map((text) => [text]), texts, ['item 1'], ['item 1', 'item 2']].slice(
        0,
        mostValues,
      );
    case 'number':
      return around.slice(0, mostValues);
    case 'count':
      return around.filter((text) => /^\d+$/.test(text)).slice(0, mostValues);
    case 'money':
      return around.slice(0, mostValues).map((text) => `${type.currency ?? 'USD'} ${text}`);
    case 'duration':
      return constants
        .flatMap((value) => (value.kind === 'duration' ? [toFactJson(value)] : []))
        .concat(['1 hours', '1 weeks'])
        .slice(0, mostValues);
    case 'date':
      return [...daysAround(numbers), 0, 1, -1, 30]
        .flatMap((days) => dateOfDay(dayNumber(today) - days) ?? [])
        .slice(0, mostValues);
  }
}

function numberOf(value: Value): readonly Decimal[] {
  return value.kind === 'number' ? [value.number] : value.kind === 'money' ? [value.amount] : [];
}

function daysAround(numbers: readonly Decimal[]): readonly number[] {
  return numbers
    .map((number) => Number(decimalText(number)))
    .filter((days) => Math.abs(days) < 1000 && Number.isInteger(days));
}
