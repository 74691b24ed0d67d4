import { report, type Checking } from './checking.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import { sameText } from './fold-text.ts';
import { quoted } from './found-problem.ts';

/**
 * The parts of an `or` without the values that belong to the comparison before them: `carrier status = "lost" or "returned"` is how people
 * say it. They are reported together, once, with the set that was meant.
 */
export function withoutLooseValues(
  checking: Checking,
  either: ExpressionOf<'and' | 'or'>,
): readonly Expression[] {
  const kept: Expression[] = [];
  let loose: Expression[] = [];
  const close = (): void => {
    const asked = kept.at(-1);
    if (asked && isEquality(asked) && loose.length > 0) {
      reportLoose(checking, either, { asked, loose });
      // What stands without quotes in it is a value like the others, and is not reported again.
      if (isBareOption(asked.left, asked.right)) kept.pop();
    }
    loose = [];
  };
  for (const part of either.parts) {
    const asked = kept.at(-1);
    if (asked && isEquality(asked) && isValueFor(asked, part)) loose.push(part);
    else {
      close();
      kept.push(part);
    }
  }
  close();
  return kept;
}

/** Whether a name that nothing declares is one of the values of the choice that it stands beside. */
export function isBareOption(choice: Expression, name: Expression): name is ExpressionOf<'undeclared'> {
  if (name.kind !== 'undeclared' || choice.kind !== 'fact' || choice.fact.type?.kind !== 'choice')
    return false;
  return choice.fact.type.options.some((option) => sameText(option, name.name));
}

function isEquality(part: Expression): part is ExpressionOf<'comparison'> {
  return part.kind === 'comparison' && part.sign === '=';
}

function isValueFor({ left, right }: ExpressionOf<'comparison'>, part: Expression): boolean {
  if (part.kind === 'literal')
    return right.kind === 'literal' && right.value.kind === part.value.kind && part.value.kind !== 'yes-no';
  return isBareOption(left, part);
}

function reportLoose(
  checking: Checking,
  either: ExpressionOf<'and' | 'or'>,
  { asked, loose }: { readonly asked: ExpressionOf<'comparison'>; readonly loose: readonly Expression[] },
): void {
  const [first] = loose;
  const last = loose.at(-1);
  if (!first || !last) return;
  const values = [asked.right, ...loose].map(({ text, kind }) =>
    kind === 'undeclared' ? `"${text}"` : text,
  );
  const suggestion = `${asked.left.text} in (${values.join(', ')})`;
  const span = { from: asked.span.from, to: last.span.to };
  const written = either.text.slice(span.from - either.span.from, span.to - either.span.from);
  const what =
    loose.length === 1
      ? `${quoted(first.text)} is a value`
      : `${quoted(first.text)} and what follows are values`;
  const message = `${what}, which is neither yes nor no. To compare with several values, write ${quoted(suggestion)}.`;
  report(checking, { span }, { id: 'not-a-condition', message, values: { written, suggestion } });
}
