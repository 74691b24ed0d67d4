import type { CheckedExpression } from '../../../src/domain/facts/checked-expression.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { parseFactType } from '../../../src/domain/facts/fact-type.ts';
import { parseCell } from '../../../src/domain/facts/parse-cell.ts';
import { parseCondition } from '../../../src/domain/facts/parse-condition.ts';
import { readValue } from '../../../src/domain/facts/read-value.ts';
import type { FactName, KnownFacts, Value } from '../../../src/domain/facts/value.ts';
import { createVocabulary, type Vocabulary } from '../../../src/domain/facts/vocabulary.ts';

export const nowhere = { from: 0, to: 0 };

/** A vocabulary of facts with their types in the words of the header. */
export function vocabularyOf(types: Readonly<Record<string, string>>): Vocabulary {
  const declarations = Object.entries(types).map(([name, type]) => ({
    name,
    type: parseFactType(type),
    span: nowhere,
  }));
  return createVocabulary(declarations).vocabulary;
}

/** Known facts, each in the form that it has in JSON; null is unknown. */
export function factsOf(vocabulary: Vocabulary, values: Readonly<Record<string, FactJson>>): KnownFacts {
  const known = new Map<FactName, Value>();
  for (const [name, json] of Object.entries(values)) {
    const type = vocabulary.find(name)?.type;
    const value = type === undefined ? undefined : readValue(type, json);
    if (value !== undefined) known.set(name, value);
  }
  return known;
}

/** The expression of a text in which nothing is wrong. */
export function expressionOf(vocabulary: Vocabulary, text: string): CheckedExpression {
  const { expression, problems } = parseCondition(text, { vocabulary });
  if (expression === undefined)
    throw new Error(`${text}: ${problems.map((problem) => problem.message).join(' ')}`);
  return expression;
}

/** The ids of the problems of a text. */
export function problemIds(vocabulary: Vocabulary, text: string): readonly string[] {
  return parseCondition(text, { vocabulary }).problems.map((problem) => problem.id);
}

/** A cell at offset 100 of a document, its column at offset 50. */
export function cellOf(vocabulary: Vocabulary, column: string, cell: string) {
  return parseCell({ column, columnOffset: 50, cell, cellOffset: 100, vocabulary });
}
