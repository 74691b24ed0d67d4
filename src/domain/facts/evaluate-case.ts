import { canonicalText } from './canonical-text.ts';
import type { CheckedExpression } from './checked-expression.ts';
import type { FactJson } from './fact-json.ts';
import { parseFactType } from './fact-type.ts';
import { errorAt, quoted } from './found-problem.ts';
import { parseCell } from './parse-cell.ts';
import { parseCondition, type ParsedExpression } from './parse-condition.ts';
import type { Problem, ProblemId } from './problem.ts';
import { readValue } from './read-value.ts';
import type { FactName, KnownFacts, Value } from './value.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** One line of a table of conditions; see test/conformance/README.md. It comes from outside, so nothing about it is sure. */
type ConditionCase = {
  readonly facts?: unknown;
  readonly values?: unknown;
  readonly today?: unknown;
  readonly condition?: unknown;
  readonly column?: unknown;
  readonly cell?: unknown;
  readonly mustBeCondition?: unknown;
};

/** The result of one line, in the form of test/conformance/README.md. */
export type CaseResult =
  | {
      readonly outcome: 'yes' | 'no' | 'unknown' | { readonly value: string };
      readonly missing: readonly FactName[];
    }
  | {
      readonly errors: readonly ProblemId[];
      /** The first that a problem offers, in reading order. */
      readonly suggestion?: string;
      /** What is wrong with the line itself, where it is not a case at all. */
      readonly message?: string;
    };

const nowhere = { from: 0, to: 0 };

/** Evaluates one case: declares the facts, parses and checks the condition or cell, and evaluates it. Never throws. */
export function evaluateCase(testCase: unknown): CaseResult {
  if (!isRecord(testCase)) return malformed('A case is a JSON object.');
  const { facts = {}, values = {} } = testCase;
  if (!isRecord(facts)) return malformed('“facts” is an object: fact name to type.');
  if (!isRecord(values)) return malformed('“values” is an object: fact name to value.');
  const { vocabulary, problems } = declare(facts);
  const parsed = parseCase(testCase, vocabulary);
  if (parsed === undefined)
    return malformed('A case has a “condition”, or a “column” and a “cell”, as texts.');
  const found = [...problems, ...parsed.problems];
  if (found.length > 0 || parsed.expression === undefined) return errorsOf(found);
  return outcomeOf(parsed.expression, knownFacts(vocabulary, values, testCase['today']));
}

function declare(facts: Readonly<Record<string, unknown>>): {
  vocabulary: Vocabulary;
  problems: readonly Problem[];
} {
  const declared = Object.entries(facts).map(([name, type]) => ({
    name,
    type: typeof type === 'string' ? parseFactType(type) : undefined,
    span: nowhere,
  }));
  const { vocabulary, problems } = createVocabulary(declared);
  const untyped = declared.filter(({ type }) => type === undefined);
  return {
    vocabulary,
    problems: [...problems, ...untyped.map(({ name }) => unusableType(name, facts[name]))],
  };
}

function unusableType(name: string, type: unknown): Problem {
  const written = typeof type === 'string' ? quoted(type) : 'What is no text';
  const message = `${written} is not a type that ${quoted(name)} can have.`;
  return errorAt(nowhere, { id: 'header-invalid', message, values: { name } });
}

function parseCase(testCase: ConditionCase, vocabulary: Vocabulary): ParsedExpression | undefined {
  const { condition, column, cell } = testCase;
  const mustBeCondition = testCase.mustBeCondition === true;
  if (typeof condition === 'string') return parseCondition(condition, { vocabulary, mustBeCondition });
  if (typeof column !== 'string' || typeof cell !== 'string') return undefined;
  return parseCell({ column, columnOffset: 0, cell, cellOffset: column.length, vocabulary });
}

/** `today` stands among the facts; the day of the case counts before a value of that name. */
function knownFacts(
  vocabulary: Vocabulary,
  values: Readonly<Record<string, unknown>>,
  today: unknown,
): KnownFacts {
  const known = new Map<FactName, Value>();
  for (const [name, json] of [...Object.entries(values), ['today', today ?? values['today']] as const]) {
    const fact = vocabulary.find(name);
    if (fact?.type === undefined || !isFactJson(json)) continue;
    const value = readValue(fact.type, json);
    if (value !== undefined) known.set(fact.name, value);
  }
  return known;
}

function outcomeOf(expression: CheckedExpression, facts: KnownFacts): CaseResult {
  if (expression.type.kind === 'yes-no') {
    const truth = expression.decide(facts);
    return { outcome: truth.is, missing: truth.is === 'unknown' ? truth.missing : [] };
  }
  const evaluation = expression.evaluate(facts);
  if (evaluation.is === 'unknown') return { outcome: 'unknown', missing: evaluation.missing };
  return { outcome: { value: canonicalText(evaluation.value) }, missing: [] };
}

function errorsOf(problems: readonly Problem[]): CaseResult {
  const errors = [...new Set(problems.map((problem) => problem.id))].toSorted();
  const suggestion = problems
    .map((problem) => problem.values['suggestion'])
    .find((offered) => offered !== undefined);
  return suggestion === undefined ? { errors } : { errors, suggestion };
}

function malformed(message: string): CaseResult {
  return { errors: ['syntax'], message };
}

function isFactJson(json: unknown): json is FactJson {
  const isPlain = typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean';
  return isPlain || Array.isArray(json);
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
