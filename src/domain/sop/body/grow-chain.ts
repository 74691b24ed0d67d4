import { errorAt } from '../../facts/found-problem.ts';
import type { ClauseKind } from '../instruction/split-clauses.ts';
import type { Reading } from '../reading.ts';
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
};

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
  if (mistake) reading.report(errorAt(part.clause.whole.span, { id: 'syntax', message: mistake }));
  else reading.reportAll(part.condition?.problems ?? []);
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

/** An `Else` without an `If`: an error, and what follows it is not reported again. */
function strayChain(part: ChainPart, options: Options): ChainDraft {
  const message = `“${names[part.clause.kind] ?? 'Else'}” stands without an “If” before it in the same list.`;
  options.reading.report(errorAt(part.clause.whole.span, { id: 'syntax', message }));
  const chain = startChain(part, options);
  chain.isBroken = true;
  return chain;
}

function findMistake(chain: ChainDraft, part: ChainPart): string | undefined {
  const { kind } = part.clause;
  if (part.condition && !part.condition.hasEnd) {
    return 'The app cannot tell what this “If” is to do. Put a colon behind the condition: “If order value < $200: escalate to Tier 2”.';
  }
  if (!part.body) return 'It is not said what to do here. Write it behind the colon, or in bullets below.';
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
