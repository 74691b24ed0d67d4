import { checkedExpression, type CheckedExpression } from '../facts/checked-expression.ts';
import { checkExpression } from '../facts/check-expression.ts';
import { startChecking } from '../facts/checking.ts';
import type { Expression } from '../facts/expression.ts';
import type { FactName, KnownFacts } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { askedConditions } from './asked-conditions.ts';
import { partsOfExpression } from '../facts/parts-of-expression.ts';

/** Facts that conditions look at together, such as two amounts that are compared, and the tests that do. */
export type LinkedFacts = {
  readonly facts: readonly FactName[];
  /** What each test says of these facts: `yes`, `no` or `unknown`, in order. */
  readonly answers: (known: KnownFacts) => string;
};

/**
 * The tests of a document for which no single fact can be given a value: two facts compared, or a function of one. Those that share a
 * fact belong together.
 */
export function findLinkedFacts(sop: Sop): readonly LinkedFacts[] {
  const groups: CheckedExpression[][] = [];
  for (const test of askedConditions(sop).flatMap(({ condition }) => linkedTests(condition.tree))) {
    const sharing = groups.filter((group) =>
      group.some(({ facts }) => facts.some((fact) => test.facts.includes(fact))),
    );
    for (const group of sharing) groups.splice(groups.indexOf(group), 1);
    groups.push([...sharing.flat(), test]);
  }
  return groups.map((tests) => ({
    facts: [...new Set(tests.flatMap(({ facts }) => facts))].filter((fact) => fact !== 'today'),
    answers: (known) => tests.map(({ decide }) => decide(known).is).join(' '),
  }));
}

function linkedTests(tree: Expression): readonly CheckedExpression[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.parts.flatMap(linkedTests);
    case 'not':
      return linkedTests(tree.operand);
    default: {
      const checking = startChecking();
      checkExpression(checking, tree);
      const facts = [...checking.uses].filter((fact) => fact !== 'today');
      const isLinked = facts.length > 1 || (facts.length === 1 && isComputed(tree));
      return isLinked && checking.problems.length === 0 ? [checkedExpression(tree, checking)] : [];
    }
  }
}

/** A function of a fact that an example cannot construct. */
function isComputed(tree: Expression): boolean {
  switch (tree.kind) {
    case 'call':
      return (
        !['days since', 'days until', 'count', 'contains'].includes(tree.name) ||
        tree.arguments.some((argument) => argument.kind !== 'fact' && argument.kind !== 'literal')
      );
    case 'sum':
    case 'product':
    case 'if':
      return true;
    default:
      return partsOfExpression(tree).some(isComputed);
  }
}
