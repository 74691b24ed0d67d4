import type { Expression } from '../facts/expression.ts';
import type { FactName } from '../facts/value.ts';
import type { Measure } from './border.ts';
import { partsOfExpression } from '../facts/parts-of-expression.ts';

/** What of a fact an expression looks at: its days, its length, or itself. */
export function measureIn(tree: Expression, name: FactName): Measure {
  const [argument] = tree.kind === 'call' ? tree.arguments : [];
  if (tree.kind === 'call' && argument?.kind === 'fact' && argument.fact.name === name) {
    if (tree.name === 'count') return 'count';
    if (tree.name === 'days since' || tree.name === 'days until') return 'days-since';
  }
  for (const part of partsOfExpression(tree)) {
    const is = measureIn(part, name);
    if (is !== 'fact') return is;
  }
  return 'fact';
}
