import { errorAt } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import type { ClauseKind } from '../instruction/split-clauses.ts';
import type { Reading } from '../reading.ts';
import { addColon } from './add-colon.ts';
import type { ChainPart } from './chain-part.ts';
import type { BodyDraft, ChainDraft } from './draft.ts';
import type { Line } from './line.ts';

/** The `If` that the next `Else` belongs to; `loose` after one that is ticked off by hand. */
export type ChainState = ChainDraft | 'loose' | undefined;

type Options = {
  readonly line: Line;
  readonly path: string;
  readonly draft: BodyDraft;
  readonly reading: Reading;
  /** The chain that other bullets, or the end of its list, have closed. */
  readonly closed: ClosedChain | undefined;
};

export type ClosedChain = { readonly chain: ChainDraft; readonly by: 'bullet' | 'list' };

/** Adds an `If`, `Else if`, `Else` or `If unknown` to the chain that it belongs to, or starts one. */
export function growChain(state: ChainState, part: ChainPart, options: Options): ChainDraft {
  const { reading, line } = options;
  const chain =
    part.clause.kind === 'if'
      ? startChain(part, options)
      : typeof state === 'object'
        ? state
        : strayChain(part, options);
  chain.span = { from: chain.span.from, to: Math.max(chain.span.to, part.span.to) };
  for (const cite of line.cites) if (!chain.cites.includes(cite)) chain.cites.push(cite);
  reading.reportAll(part.bodyProblems);
  const mistake = findMistake(chain, part);
  if (mistake) {
    const problem = errorAt(part.clause.whole.span, { id: 'syntax', message: mistake });
    const fix = part.condition?.hasEnd === false ? addColon(part.condition.words, reading) : undefined;
    reading.report(fix ? { ...problem, fixes: [fix] } : problem);
  } else reading.reportAll(part.condition?.problems ?? []);
  if (mistake || !addPart(chain, part)) chain.isBroken = true;
  return chain;
}

function startChain({ span }: ChainPart, { path, draft }: Options): ChainDraft {
  const chain: ChainDraft = {
    kind: 'if',
    path,
    span,
    cites: [],
    branches: [],
    otherwise: undefined,
    unknown: undefined,
    isBroken: false,
  };
  draft.instructions.push(chain);
  return chain;
}

const names: Partial<Record<ClauseKind, string>> = {
  'else-if': 'Else if',
  else: 'Else',
  'if-unknown': 'If unknown',
};

/**
 * An `Else` without an `If`: an error, and what follows it is not reported again. Where its `If` has a mistake that closed the chain, or
 * stands right above with another indentation, it is read as a part of that one.
 */
function strayChain(part: ChainPart, options: Options): ChainDraft {
  const { closed, reading } = options;
  const name = names[part.clause.kind] ?? 'Else';
  if (closed?.chain.isBroken) return closed.chain;
  if (closed?.by === 'list') {
    reading.report(otherIndent(part, { name, chain: closed.chain, source: reading.source }));
    return closed.chain;
  }
  const message = `“${name}” stands without an “If” before it in the same list.`;
  reading.report(errorAt(part.clause.whole.span, { id: 'syntax', message }));
  const chain = startChain(part, options);
  chain.isBroken = true;
  return chain;
}

function otherIndent(
  { clause }: ChainPart,
  { name, chain, source }: { readonly name: string; readonly chain: ChainDraft; readonly source: string },
): Problem {
  const { span } = clause.whole;
  const [own, wanted] = [indentAt(source, span.from), indentAt(source, chain.span.from)];
  const text = source.slice(wanted.from, wanted.to);
  if (source.slice(own.from, own.to) === text) {
    const message = `“${name}” stands in another list than its “If”. Put it right below, with the same mark and nothing between them.`;
    return errorAt(span, { id: 'syntax', message });
  }
  const message = `“${name}” is not indented like its “If”, so it does not belong to it. Indent both the same way.`;
  const fix = { title: 'Indent it like the “If”', edits: [{ from: own.from, to: own.to, text }] };
  return { ...errorAt(span, { id: 'syntax', message }), fixes: [fix] };
}

/** The white space at the beginning of the line of an offset. */
function indentAt(source: string, at: number): Span {
  const from = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
  return { from, to: from + (/^[ \t]*/.exec(source.slice(from, at))?.[0].length ?? 0) };
}

function findMistake(chain: ChainDraft, part: ChainPart): string | undefined {
  const { kind } = part.clause;
  if (part.condition && !part.condition.hasEnd) {
    return 'The app cannot tell what this “If” is to do. Put a colon behind the condition: “If order value < $200: escalate to Tier 2”.';
  }
  if (!part.body)
    return 'It is not said what to do here. Write it behind the colon, or in bullets below that are indented further.';
  if (kind === 'else-if' && chain.otherwise)
    return '“Else if” stands after “Else”, which already covers everything.';
  if (kind === 'else' && chain.otherwise) return 'There are two “Else” for the same “If”.';
  if (kind === 'if-unknown' && chain.unknown) return 'There are two “If unknown” for the same “If”.';
  return undefined;
}

function addPart(chain: ChainDraft, { clause, condition, body, span }: ChainPart): boolean {
  if (!body) return false;
  if (clause.kind === 'else') chain.otherwise = { span, body };
  else if (clause.kind === 'if-unknown') chain.unknown = { span, body };
  else if (condition?.expression) chain.branches.push({ condition: condition.expression, span, body });
  else return false;
  return true;
}
