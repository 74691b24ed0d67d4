import { errorAt } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import { splitCondition } from '../instruction/condition-end.ts';
import type { Phrase } from '../instruction/phrase.ts';
import { readInstructions } from '../instruction/read-instructions.ts';
import { speaksOfFacts } from '../instruction/speaks-of-facts.ts';
import type { Clause } from '../instruction/split-clauses.ts';
import type { Reading } from '../reading.ts';

/** A `When` in a step, if it was meant for the app: `When they write again, be nice` was not. */
export function misplacedWhen(clause: Clause, reading: Reading): Problem | undefined {
  if (!guardsSomething(clause, reading)) return undefined;
  const message = '“When” stands under “Edge cases”, where it is checked before every step. Here write “If”.';
  const problem = errorAt(clause.whole.span, { id: 'syntax', message });
  const { from } = problem;
  if (!/^when\b/i.test(reading.source.slice(from, from + 5))) return problem;
  return {
    ...problem,
    fixes: [{ title: 'Write “If”', edits: [{ from, to: from + 'when'.length, text: 'If' }] }],
  };
}

/** Whether a condition can be read or was meant to be, or something that the app would do depends on it. */
export function guardsSomething(clause: Clause, reading: Reading): boolean {
  const { hasHeader, isCodified } = reading.declared;
  if (!hasHeader) return false;
  const { condition, body } = splitCondition(clause.rest);
  const checked = reading.check(condition.placed.slice(condition.from, condition.to), {
    mustBeCondition: true,
  });
  if (checked.expression || speaksOfFacts(condition, checked.problems, reading)) return true;
  return (
    isCodified && body !== undefined && readInstructions(body, { reading, step: undefined }).is !== 'unread'
  );
}

/** An `If` where only instructions can stand, such as behind the colon of another one. */
export function innerIf(phrase: Phrase, reading: Reading): Problem | undefined {
  if (!reading.declared.isCodified || !phrase.match(/if\b/iy, phrase.from)) return undefined;
  const message = 'An “If” inside another line cannot be read. Put it in a bullet of its own below.';
  return errorAt(phrase.span, { id: 'syntax', message });
}
