import type { Decision, Sop, Step } from '../../sop/document.ts';
import { along, meet, wasDecided, type Path } from './path.ts';
import {
  perhaps,
  startPathWalk,
  type ChainVisit,
  type DeadEnd,
  type Here,
  type PathWalk,
  type ProposalVisit,
} from './path-walk.ts';
import { walkBody } from './walk-body.ts';
import { walkHandler } from './walk-handler.ts';

/** Everything that a run can come to, with what it has come past before it gets there. */
export type WalkedPaths = {
  readonly chains: readonly ChainVisit[];
  readonly tables: ReadonlyMap<Decision, readonly Path[]>;
  readonly proposals: readonly ProposalVisit[];
  readonly deadEnds: readonly DeadEnd[];
  /** Steps to which no run comes; of several in a row the first. */
  readonly deadSteps: readonly Step[];
  /** How a run comes to the end of the document, if one does, and to the last step on the way. */
  readonly end: { readonly path: Path; readonly lastStep: Path } | undefined;
};

/**
 * Goes through a document in the order of a run. Takes time in proportion to its length; no condition is decided here.
 * Source: SOP language, section 4.
 */
export function walkPaths(sop: Sop): WalkedPaths {
  // A jump back can lead to a step that nothing else leads to: then everything is gone through again, with that step begun.
  const begun = new Map<number, readonly Path[]>();
  for (let round = 0; ; round += 1) {
    const walk = startPathWalk(sop);
    const { end, dead } = walkSteps(walk, begun);
    const further = dead.filter((step) => walk.jumps.has(step));
    if (further.length === 0 || round === mostRounds) return { ...resultOf(walk, dead), end };
    for (const step of further) begun.set(step, walk.jumps.get(step) ?? []);
  }
}

const mostRounds = 5;

function resultOf(walk: PathWalk, dead: readonly number[]): Omit<WalkedPaths, 'end'> {
  const { chains, tables, proposals, deadEnds, sop } = walk;
  const all = new Set(dead);
  const firsts = dead.filter((step) => !all.has(step - 1));
  return {
    chains,
    tables,
    proposals,
    deadEnds: [...deadEnds.values()],
    deadSteps: firsts.flatMap((step) => sop.steps[step] ?? []),
  };
}

type Ended = { readonly end: WalkedPaths['end']; readonly dead: readonly number[] };

function walkSteps(walk: PathWalk, begun: ReadonlyMap<number, readonly Path[]>): Ended {
  const dead: number[] = [];
  let before: Here | undefined = walkEdgeCases(walk);
  let lastStep: Path;
  for (const [at, step] of walk.sop.steps.entries()) {
    walk.step = at;
    const paths = [
      ...(before ? [before.reach] : []),
      ...(walk.jumps.get(at) ?? []),
      ...(begun.get(at) ?? []),
    ];
    const entry = meet(paths, undefined);
    lastStep = entry?.path;
    if (!entry) {
      dead.push(at);
      walk.dead += 1;
      walkBody(walk, step.body, perhaps({ reach: undefined, around: undefined }), true);
      walk.dead -= 1;
    }
    before = entry && walkBody(walk, step.body, { reach: entry.path, around: undefined }, true);
  }
  walk.step = -1;
  for (const handler of walk.sop.edgeHandlers) {
    walkHandler(walk, handler, { around: undefined, proposals: walk.proposals });
  }
  return { end: before && { path: before.reach, lastStep }, dead };
}

/** With facts as they are, the edge cases are settled before the first step. */
function walkEdgeCases(walk: PathWalk): Here {
  let reach: Path;
  for (const { condition, body } of walk.sop.edgeCases) {
    const turn = wasDecided(condition, 'yes');
    const inside = walkBody(walk, body, { reach: along(reach, turn), around: along(undefined, turn) });
    const without = along(reach, wasDecided(condition, 'not-yes'));
    reach = meet(inside ? [without, inside.reach] : [without], reach)?.path;
  }
  return { reach, around: undefined };
}
