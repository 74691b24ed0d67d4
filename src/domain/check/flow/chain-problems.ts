import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem, Span } from '../../facts/problem.ts';
import { inSpace } from '../../regions/in-space.ts';
import type { RegionWords } from '../../regions/space.ts';
import type { IfInstruction } from '../../sop/document.ts';
import { contextOf, contextRegion, type Context } from './context-of.ts';
import { missingElse, type Flow } from './flow.ts';
import { forkRegions } from './fork-regions.ts';
import { gapProblems, inOneSentence, tooManyToCheck } from './gap.ts';
import { standing } from './standing-around.ts';
import type { ChainVisit } from './path-walk.ts';
import { neverTaken, type Never } from './unreachable.ts';
import { firstProposal, isDecisive } from './what-bodies-do.ts';

/**
 * What is wrong with an `If` chain: branches that are never taken, and what no branch covers. A branch that those around it rule out
 * is never taken either; an `Else` is judged by its own chain alone, because a proposal needs one whatever stands around.
 * Source: SOP language, section 6: gap, unreachable, proposal-without-else.
 */
export function findChainProblems(flow: Flow, visit: ChainVisit): readonly Problem[] {
  const { chain } = visit;
  if (flow.isSpoilt(chain.span) || chain.branches.length === 0) return [];
  const covered = coverChain(flow, visit);
  if (covered === 'too-many') return withoutRegions(flow, chain);
  return [
    ...covered.never.map((never) => unreachableBranch(chain, never)),
    ...uncovered(flow, visit, covered.left),
  ];
}

type Covered = {
  readonly never: readonly { readonly at: number | 'else'; readonly because: Never }[];
  /** What is left over, where the chain has no `Else`. */
  readonly left: readonly RegionWords[];
};

function coverChain(flow: Flow, { chain, fork, around }: ChainVisit): Covered | 'too-many' {
  const context = contextOf(flow, fork, [standing(around)]);
  const analysed = inSpace([...fork.conditions, ...context.conditions], flow.options, (space): Covered => {
    const { yes, taken, rest } = forkRegions(space, fork);
    const here = contextRegion(space, context);
    const never = taken.flatMap((region, at): Covered['never'] => {
      if (yes[at] === space.nothing) return [{ at, because: 'never-yes' }];
      if (region === space.nothing) return [{ at, because: 'covered' }];
      const isRuledOut = here !== space.nothing && space.intersect(region, here) === space.nothing;
      return isRuledOut ? [{ at, because: 'ruled-out' }] : [];
    });
    const isElseDead = chain.otherwise !== undefined && rest === space.nothing;
    return {
      never: isElseDead ? [...never, { at: 'else', because: 'covered' }] : never,
      left: chain.otherwise ? [] : space.words(space.stillToCome(space.intersect(rest, here))),
    };
  });
  return analysed.is === 'done' ? analysed.result : analysed.is;
}

function unreachableBranch(chain: IfInstruction, { at, because }: Covered['never'][number]): Problem {
  if (at === 'else') return neverTaken(chain.otherwise?.span ?? chain.span, { because, what: 'This “Else”' });
  const branch = chain.branches[at];
  if (!branch) return neverTaken(chain.span, { because, what: 'This branch' });
  const { condition, span } = branch;
  const place = { from: Math.min(span.from, condition.span.from), to: condition.span.to };
  return neverTaken(place, { because, what: 'This branch', condition: condition.text });
}

function uncovered(flow: Flow, visit: ChainVisit, left: readonly RegionWords[]): readonly Problem[] {
  const { chain } = visit;
  if (left.length === 0) return [];
  const proposal = withoutElse(flow, chain, left);
  const isChoice = chain.branches.length > 1 && chain.branches.some(({ body }) => isDecisive(body));
  if (!isChoice) return proposal;
  const regions = leftOnTheWay(flow, visit) ?? left;
  const advice = 'Add a branch for it, or an “Else”.';
  const gaps = { place: headOf(chain), who: 'branch', regions, advice, fixes: missingElse(flow, chain) };
  return [...gapProblems(gaps), ...proposal];
}

/** What is left over of the runs that come to the chain at all; undefined where nothing on the way bears on it. */
function leftOnTheWay(flow: Flow, { fork, reach }: ChainVisit): readonly RegionWords[] | undefined {
  const context: Context = contextOf(flow, fork, [reach]);
  if (context.turns.size === 0) return undefined;
  const analysed = inSpace([...fork.conditions, ...context.conditions], flow.options, (space) =>
    space.words(
      space.stillToCome(space.intersect(forkRegions(space, fork).rest, contextRegion(space, context))),
    ),
  );
  return analysed.is === 'done' ? analysed.result : undefined;
}

function withoutElse(flow: Flow, chain: IfInstruction, left: readonly RegionWords[]): readonly Problem[] {
  const action = firstProposal(
    flow.sop,
    chain.branches.map(({ body }) => body),
  );
  if (action === undefined || chain.otherwise) return [];
  const region = inOneSentence(left);
  const hole = region === '' ? 'what happens otherwise' : `what happens for: ${region}`;
  const problem = errorAt(headOf(chain), {
    id: 'proposal-without-else',
    message: `This “If” proposes ${quoted(action)} and has no “Else”: nothing says ${hole}. Write “Else: escalate to … because "…"” behind it, or what else is to happen.`,
    values: { action, region: region === '' ? undefined : region },
  });
  const fixes = missingElse(flow, chain);
  return [fixes.length > 0 ? { ...problem, fixes } : problem];
}

/** Nobody could compute what is left over. */
function withoutRegions(flow: Flow, chain: IfInstruction): readonly Problem[] {
  if (chain.otherwise) return [];
  const proposal = withoutElse(flow, chain, []);
  const isChoice = chain.branches.length > 1 && chain.branches.some(({ body }) => isDecisive(body));
  return isChoice ? [tooManyToCheck(headOf(chain)), ...proposal] : proposal;
}

/** From the `If` to the end of its first condition. */
function headOf({ span, branches }: IfInstruction): Span {
  return { from: span.from, to: branches[0]?.condition.span.to ?? span.to };
}
