import { compileInList } from './compile-list.ts';
import { compileAll, compileAny, compileContains, compileInSet } from './compile-logic.ts';
import { compileChain, compileMinus } from './compile-arithmetic.ts';
import { compileCall } from './compile-call.ts';
import { compileComparison, compileInRange } from './compile-comparison.ts';
import type { Compiled, Compiling, Decide, Find } from './compiling.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import { isUnknown, missing, negate, no, truthOfValue, valueOfTruth, yes, type Unknown } from './truth.ts';
import type { FactType, KnownFacts, Value } from './value.ts';
import type { ExpressionType } from './expression-type.ts';
import type { DeclaredFact } from './vocabulary.ts';

/**
 * Turns a checked expression into functions of the known facts: one that finds its value, one that decides it as a condition.
 * Source: SOP language, section 3, "Unknown is not no".
 */
export function compileExpression(
  expression: Expression,
  types: ReadonlyMap<Expression, ExpressionType>,
): Compiled {
  const compiling: Compiling = { types, find, decide };
  return { find: find(compiling, expression), decide: decide(compiling, expression) };
}

/** Finds the value of an expression. */
function find(compiling: Compiling, expression: Expression): Find {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'fact':
      return findFact(expression.fact);
    case 'undeclared': {
      const unknown = missing(expression.name);
      return () => unknown;
    }
    case 'sum':
    case 'product':
      return compileChain(compiling, expression);
    case 'minus':
      return compileMinus(compiling, expression);
    case 'if':
      return compileIf(compiling, expression);
    case 'call':
      return compileCall(compiling, expression);
    case 'and':
    case 'or':
    case 'not':
    case 'known':
    case 'comparison':
    case 'in-set':
    case 'in-list':
    case 'in-range':
    case 'contains': {
      const decision = decide(compiling, expression);
      return (facts) => valueOfTruth(decision(facts));
    }
  }
}

/** Decides an expression as a condition. */
function decide(compiling: Compiling, expression: Expression): Decide {
  switch (expression.kind) {
    case 'and':
      return compileAll(expression.parts.map((part) => decide(compiling, part)));
    case 'or':
      return compileAny(expression.parts.map((part) => decide(compiling, part)));
    case 'not':
      return compileNot(compiling, expression);
    case 'known': {
      const operand = find(compiling, expression.operand);
      return (facts) => (isUnknown(operand(facts)) ? no : yes);
    }
    case 'comparison':
      return compileComparison(compiling, expression);
    case 'in-set':
      return compileInSet(compiling, expression);
    case 'in-list':
      return compileInList(compiling, { list: expression.list, item: expression.operand });
    case 'in-range':
      return compileInRange(compiling, expression);
    case 'contains':
      return compileContains(compiling, expression);
    case 'literal':
    case 'fact':
    case 'undeclared':
    case 'sum':
    case 'product':
    case 'minus':
    case 'if':
    case 'call': {
      const found = find(compiling, expression);
      return (facts) => truthOfValue(found(facts));
    }
  }
}

function compileNot(compiling: Compiling, expression: ExpressionOf<'not'>): Decide {
  const operand = decide(compiling, expression.operand);
  return expression.times % 2 === 0 ? operand : (facts) => negate(operand(facts));
}

function compileIf(compiling: Compiling, expression: ExpressionOf<'if'>): Find {
  const condition = decide(compiling, expression.condition);
  const then = find(compiling, expression.then);
  const otherwise = find(compiling, expression.otherwise);
  return (facts) => {
    const truth = condition(facts);
    if (truth.is === 'unknown') return truth;
    return truth.is === 'yes' ? then(facts) : otherwise(facts);
  };
}

/** A value that does not fit the declared type is unknown, whoever put it among the facts. */
function findFact({ name, type }: DeclaredFact): Find {
  const unknown = missing(name);
  if (type?.kind === 'money') return findMoney(name, type, unknown);
  const kind = type?.kind === 'count' ? 'number' : type?.kind;
  return (facts: KnownFacts) => {
    const value = facts.get(name);
    return value !== undefined && value.kind === kind ? value : unknown;
  };
}

function findMoney(name: string, type: Extract<FactType, { kind: 'money' }>, unknown: Unknown): Find {
  const { currency } = type;
  return (facts: KnownFacts) => {
    const value: Value | undefined = facts.get(name);
    if (value?.kind !== 'money') return unknown;
    return currency === undefined || value.currency === currency ? value : unknown;
  };
}
