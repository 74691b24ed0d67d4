import { writtenPlaces } from '../facts/check-call.ts';
import { parseDecimal, type Decimal } from '../facts/decimal.ts';
import type { Expression } from '../facts/expression.ts';

/** Whether a computed amount can have every value of its type: else a region that rests on it may be impossible. */
export function canBeAnything(part: Expression): boolean {
  if (part.kind === 'call') {
    const [argument] = part.arguments;
    return argument?.kind === 'fact' && (part.name !== 'round' || argument.fact.type?.kind !== 'count');
  }
  if (part.kind !== 'product') return false;
  const operands = [part.first, ...part.rest.map(({ operand }) => operand)];
  const facts = operands.flatMap((operand) => (operand.kind === 'fact' ? [operand.fact] : []));
  const isPlain = facts.every(({ type }) => type?.kind === 'number' || type?.kind === 'money');
  return isPlain && facts.length === operands.length && new Set(facts).size === facts.length;
}

/** `round(x, 2)` goes in steps of 0.01. */
export function stepOf(part: Expression): { readonly step?: Decimal | undefined } {
  if (part.kind !== 'call' || part.name !== 'round') return {};
  const places = writtenPlaces(part.arguments[1]) ?? 0;
  return { step: parseDecimal(places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`) };
}

/** Whether a part can have a value although a fact in it is unknown. */
export function makesChoice(node: Expression): boolean {
  switch (node.kind) {
    case 'literal':
    case 'fact':
      return false;
    case 'sum':
    case 'product':
      return makesChoice(node.first) || node.rest.some(({ operand }) => makesChoice(operand));
    case 'minus':
      return makesChoice(node.operand);
    case 'call':
      return node.arguments.some(makesChoice);
    case 'comparison':
      return makesChoice(node.left) || makesChoice(node.right);
    case 'contains':
      return makesChoice(node.whole) || makesChoice(node.part);
    default:
      return true;
  }
}
