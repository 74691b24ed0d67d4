import { report, typeOf, type Checking } from './checking.ts';
import type { Expression } from './expression.ts';
import { typeWords } from './expression-type.ts';
import { quoted } from './found-problem.ts';

/** Reports an expression that stands where a condition is needed and is none. */
export function checkCondition(checking: Checking, expression: Expression): void {
  const type = typeOf(checking, expression);
  if (type.kind === 'yes-no' || type.kind === 'untyped') return;
  const message = `${quoted(expression.text)} is ${typeWords(type)}, which is neither yes nor no.${conditionHint(expression)}`;
  report(checking, expression, { id: 'not-a-condition', message });
}

function conditionHint(expression: Expression): string {
  if (expression.kind === 'literal' && expression.value.kind === 'text') {
    return ` To compare with several values, say in (“a”, ${quoted(expression.value.text)}).`;
  }
  return ' Compare it with something.';
}
