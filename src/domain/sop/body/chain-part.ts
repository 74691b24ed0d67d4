import type { CheckedExpression } from '../../facts/checked-expression.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import type { Body } from '../document.ts';
import { splitCondition, type Conditional } from '../instruction/condition-end.ts';
import type { Phrase } from '../instruction/phrase.ts';
import type { Clause } from '../instruction/split-clauses.ts';
import type { List } from '../markdown/block.ts';
import type { Reading } from '../reading.ts';
import type { BodySource } from './read-body.ts';

/** An `If`, `Else if`, `Else` or `If unknown` with its body; read, but not yet part of a chain, and its problems not yet reported. */
export type ChainPart = {
  readonly clause: Clause;
  readonly condition: Condition | undefined;
  /** Undefined where nothing says what to do. */
  readonly body: Body | undefined;
  readonly bodyProblems: readonly Problem[];
  readonly span: Span;
};

type Condition = {
  readonly words: Phrase;
  /** Whether something says where it ends. */
  readonly hasEnd: boolean;
  readonly expression: CheckedExpression | undefined;
  readonly problems: readonly Problem[];
};

type Options = {
  /** The number of the branch, for a condition. */
  readonly branch: number;
  readonly cites: readonly string[];
  /** The bullets below, for the last part of a bullet. */
  readonly lists: readonly List[];
  readonly reading: Reading;
  readonly readBranch: (source: BodySource, label: string) => Body;
};

export function readChainPart(clause: Clause, options: Options): ChainPart {
  const { branch, cites, lists, reading } = options;
  const split = hasCondition(clause) ? splitIf(clause.rest, options) : undefined;
  const words = split ? split.body : clause.rest;
  const label = clause.kind === 'else' ? 'else' : clause.kind === 'if-unknown' ? 'unknown' : String(branch);
  const inline = words && !words.isEmpty ? { phrase: words, cites } : undefined;
  const hasBody = inline !== undefined || lists.length > 0;
  const body = reading.attempt(() => (hasBody ? options.readBranch({ inline, lists }, label) : undefined));
  const { span } = clause.whole;
  return {
    clause,
    condition: split && readCondition(split.condition, split.body !== undefined || lists.length > 0, reading),
    body: body.result,
    bodyProblems: body.problems,
    span: { from: span.from, to: lists.at(-1)?.to ?? span.to },
  };
}

/**
 * Where only prose follows the comma, nothing says that the condition ends there, except that it is one: `If order value > $500,
 * call the customer`.
 */
function splitIf(rest: Phrase, { lists, reading }: Options): Conditional {
  const split = splitCondition(rest);
  if (split.body || lists.length > 0) return split;
  for (const { index } of rest.outerMatches(/,/g)) {
    const condition = rest.part(rest.from, index);
    const { expression } = reading.check(condition.placed.slice(condition.from, condition.to), {
      mustBeCondition: true,
    });
    return expression ? { condition, body: rest.part(index + 1, rest.to) } : split;
  }
  return split;
}

function hasCondition(clause: Clause): boolean {
  return clause.kind === 'if' || clause.kind === 'else-if';
}

function readCondition(words: Phrase, hasEnd: boolean, reading: Reading): Condition {
  const placed = words.placed.slice(words.from, words.to);
  return { words, hasEnd, ...reading.check(placed, { mustBeCondition: true }) };
}
