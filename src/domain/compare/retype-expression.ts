import { checkExpression } from '../facts/check-expression.ts';
import { checkedExpression, type CheckedExpression } from '../facts/checked-expression.ts';
import { startChecking } from '../facts/checking.ts';
import type { ChainLink, Expression, Range } from '../facts/expression.ts';
import type { FactName } from '../facts/value.ts';
import type { DeclaredFact } from '../facts/vocabulary.ts';

/** Other declarations for some facts, by the names that they have in the expression. */
export type Retyping = ReadonlyMap<FactName, DeclaredFact>;

/** The same expression over other declarations of its facts; itself where none of them is another one. */
export function retypeExpression(expression: CheckedExpression, retyping: Retyping): CheckedExpression {
  if (!expression.facts.some((name) => retyping.has(name))) return expression;
  const tree = retypeTree(expression.tree, retyping);
  const checking = startChecking();
  checkExpression(checking, tree);
  return checkedExpression(tree, checking);
}

function retypeTree(tree: Expression, retyping: Retyping): Expression {
  const again = (part: Expression): Expression => retypeTree(part, retyping);
  switch (tree.kind) {
    case 'literal':
    case 'undeclared':
      return tree;
    case 'fact':
      return { ...tree, fact: retyping.get(tree.fact.name) ?? tree.fact };
    case 'and':
    case 'or':
      return { ...tree, parts: tree.parts.map(again) };
    case 'not':
    case 'minus':
    case 'known':
      return { ...tree, operand: again(tree.operand) };
    case 'comparison':
      return { ...tree, left: again(tree.left), right: again(tree.right) };
    case 'in-set':
      return { ...tree, operand: again(tree.operand), items: tree.items.map(again) };
    case 'in-list':
      return { ...tree, operand: again(tree.operand), list: again(tree.list) };
    case 'in-range':
      return { ...tree, operand: again(tree.operand), range: retypeRange(tree.range, again) };
    case 'contains':
      return { ...tree, whole: again(tree.whole), part: again(tree.part) };
    case 'sum':
    case 'product':
      return { ...tree, first: again(tree.first), rest: tree.rest.map((link) => retypeLink(link, again)) };
    case 'if':
      return {
        ...tree,
        condition: again(tree.condition),
        // oxlint-disable-next-line no-thenable -- a tree is never awaited, and the language says “then”
        then: again(tree.then),
        otherwise: again(tree.otherwise),
      };
    case 'call':
      return { ...tree, arguments: tree.arguments.map(again) };
  }
}

type Again = (part: Expression) => Expression;

const retypeRange = (range: Range, again: Again): Range => ({
  ...range,
  from: again(range.from),
  to: again(range.to),
});

const retypeLink = (link: ChainLink, again: Again): ChainLink => ({ ...link, operand: again(link.operand) });

/** What an expression says, whatever spaces, signs and words it is written with: equal texts are equal expressions. */
export function expressionKey({ tree }: CheckedExpression): string {
  return JSON.stringify(tree, function (this: unknown, key, value: unknown) {
    const isPlace = typeof this === 'object' && this !== null && 'span' in this;
    return isPlace && (key === 'span' || key === 'text') ? undefined : value;
  });
}
