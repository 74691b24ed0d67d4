import { listsOf } from './arithmetic-types.ts';
import { add, divide, multiply, scale, type Blend } from './calculate.ts';
import { joinedType } from './check-arithmetic.ts';
import { checkedType, type Compiling, type Find } from './compiling.ts';
import type { ChainLink, ExpressionOf } from './expression.ts';
import { untyped, type ExpressionType } from './expression-type.ts';
import { isUnknown, joinAll, missing, type Known, type Unknown } from './truth.ts';
import type { Value } from './value.ts';

type Link = { readonly find: Find; readonly join: (left: Value, right: Value) => Known };

/** A sum or product from left to right. A calculation with an unknown operand is unknown; the missing names are joined. */
export function compileChain(compiling: Compiling, expression: ExpressionOf<'sum' | 'product'>): Find {
  const first = compiling.find(compiling, expression.first);
  const links = compileLinks(compiling, expression);
  return (facts) => {
    let result: Known = first(facts);
    const unknowns: Unknown[] = [];
    for (const link of links) {
      const operand = link.find(facts);
      if (isUnknown(operand)) unknowns.push(operand);
      else if (!isUnknown(result)) result = link.join(result, operand);
    }
    if (isUnknown(result)) unknowns.push(result);
    return joinAll(unknowns) ?? result;
  };
}

/** Any number of minus signs. */
export function compileMinus(compiling: Compiling, expression: ExpressionOf<'minus'>): Find {
  const operand = compiling.find(compiling, expression.operand);
  if (expression.times % 2 === 0) return operand;
  return (facts) => {
    const value = operand(facts);
    return isUnknown(value) ? value : (scale(value, (size) => size.neg()) ?? missing());
  };
}

/** How two operands of these types go together if one turns out to be a number and the other money. */
export function blendOf(left: ExpressionType, right: ExpressionType): Blend {
  return {
    leftIsPlainSum: left.kind === 'number-or-money',
    rightIsPlainSum: right.kind === 'number-or-money',
    misfit: missing(...listsOf(left), ...listsOf(right)),
  };
}

function compileLinks(compiling: Compiling, expression: ExpressionOf<'sum' | 'product'>): readonly Link[] {
  let type = checkedType(compiling, expression.first);
  return expression.rest.map(({ sign, operand }) => {
    const next = checkedType(compiling, operand);
    const blend = blendOf(type, next);
    const joined = joinedType(type, next, sign);
    type = typeof joined === 'string' ? untyped : joined;
    return { find: compiling.find(compiling, operand), join: joinBy(sign, blend) };
  });
}

function joinBy(sign: ChainLink['sign'], blend: Blend): Link['join'] {
  switch (sign) {
    case '+':
    case '-': {
      const signed = { ...blend, sign: sign === '+' ? 1 : -1 } as const;
      return (left, right) => add(left, right, signed);
    }
    case '*':
      return (left, right) => multiply(left, right, blend);
    case '/':
      return (left, right) => divide(left, right, blend);
  }
}
