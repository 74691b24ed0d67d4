import type { ChainLink, Expression } from './expression.ts';
import { nextAt, placeFrom, takeSign, type Parsing } from './parsing.ts';
import { parsePrimary } from './parse-primary.ts';

type Read = (parsing: Parsing) => Expression | undefined;

/** Reads parts joined by `+` and `-`. */
export function parseSum(parsing: Parsing): Expression | undefined {
  return parseChain(parsing, { kind: 'sum', signs: ['+', '-'], part: parseProduct });
}

function parseProduct(parsing: Parsing): Expression | undefined {
  return parseChain(parsing, { kind: 'product', signs: ['*', '/'], part: parseMinus });
}

function parseChain(
  parsing: Parsing,
  chain: { kind: 'sum' | 'product'; signs: readonly ChainLink['sign'][]; part: Read },
): Expression | undefined {
  const from = nextAt(parsing);
  const first = chain.part(parsing);
  if (first === undefined) return undefined;
  const rest: ChainLink[] = [];
  for (
    let sign = takeOneOf(parsing, chain.signs);
    sign !== undefined;
    sign = takeOneOf(parsing, chain.signs)
  ) {
    const operand = chain.part(parsing);
    if (operand === undefined) return undefined;
    rest.push({ sign, operand });
  }
  return rest.length === 0 ? first : { kind: chain.kind, first, rest, ...placeFrom(parsing, from) };
}

/** Any number of minus signs before an operand. */
function parseMinus(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  let times = 0;
  while (takeSign(parsing, '-')) times += 1;
  const operand = parsePrimary(parsing);
  if (operand === undefined || times === 0) return operand;
  return { kind: 'minus', operand, times, ...placeFrom(parsing, from) };
}

function takeOneOf(parsing: Parsing, signs: readonly ChainLink['sign'][]): ChainLink['sign'] | undefined {
  return signs.find((sign) => takeSign(parsing, sign));
}
