import type { ActionDeclaration, Decision, IfInstruction, Instruction, Sop } from '../../sop/document.ts';
import { chainFork, tableFork, type Fork } from './fork.ts';
import { changesOf, type ChangedBy } from './changed-by.ts';
import { along, type ChangedFacts, type Path } from './path.ts';

/** Where a run can be: what it has come past, and the branches that it stands in. */
export type Here = {
  readonly reach: Path;
  /** Only the ways of the forks around, and what may have changed since they were taken. */
  readonly around: Path;
};

export type ChainVisit = Here & { readonly chain: IfInstruction; readonly fork: Fork };
export type Proposal = Extract<Instruction, { kind: 'propose' }>;
export type ProposalVisit = { readonly instruction: Proposal; readonly reach: Path };

/** An instruction that is never done, and the one before it that always ends the run or leads away. */
export type DeadEnd = { readonly ending: Instruction; readonly dead: Instruction };

/**
 * Going through a document in the order of a run, once, with every way at every fork. It is made anew for each walk, and only its own
 * functions write in it.
 */
export type PathWalk = {
  readonly sop: Sop;
  readonly changedBy: ChangedBy;
  readonly actions: ReadonlyMap<string, ActionDeclaration>;
  /** Actions for whose failure a line of their own answers: it also answers where the lock is no. */
  readonly handledActions: ReadonlySet<string>;
  /** Whether some condition may ask if a fact is known: only then can one be unknown. */
  readonly testsKnown: boolean;

  readonly forks: Map<IfInstruction | Decision, Fork>;
  readonly chains: ChainVisit[];
  readonly proposals: ProposalVisit[];
  /** How a run comes to each table. */
  readonly tables: Map<Decision, Path[]>;
  readonly deadEnds: Map<Instruction, DeadEnd>;
  /** By the place of the step that is jumped to. */
  readonly jumps: Map<number, Path[]>;
  /** Jumps forward, by the places of the steps. */
  readonly leaps: { readonly from: number; readonly to: number; readonly isLimited: boolean }[];
  /** What may have changed, in the order of the document. */
  readonly changed: ChangedFacts[];
  /** Tables that are being gone through. */
  readonly openTables: Set<Decision>;
  rowsVisited: number;
  /** The place of the step; -1 in the Edge cases. */
  step: number;
  /** Above 0 where no run comes: what stands there is looked at, but leads nowhere. */
  dead: number;
};

const asksWhetherKnown = /\bis\s+(?:not\s+)?(?:un)?known\b|\|\s*unknown\b/i;

export function startPathWalk(sop: Sop): PathWalk {
  return {
    sop,
    changedBy: changesOf(sop),
    actions: new Map(sop.actions.map((action) => [action.name, action])),
    handledActions: handledActions(sop),
    testsKnown: asksWhetherKnown.test(sop.source),
    forks: new Map(),
    chains: [],
    proposals: [],
    tables: new Map(),
    deadEnds: new Map(),
    jumps: new Map(),
    leaps: [],
    changed: [],
    openTables: new Set(),
    rowsVisited: 0,
    step: -1,
    dead: 0,
  };
}

/** Every `On failure of <action>` begins with its words; that it stands somewhere is enough. */
function handledActions({ source, actions }: Sop): ReadonlySet<string> {
  const text = source.toLowerCase();
  return new Set(
    actions.flatMap(({ name }) => (text.includes(`on failure of ${name.toLowerCase()}`) ? [name] : [])),
  );
}

export function forkOf(walk: PathWalk, place: IfInstruction | Decision): Fork {
  const present = walk.forks.get(place);
  if (present) return present;
  const fork = 'rows' in place ? tableFork(place) : chainFork(place);
  walk.forks.set(place, fork);
  return fork;
}

/** Behind something that may have changed facts. */
export function afterChange(walk: PathWalk, here: Here, facts: ChangedFacts | undefined): Here {
  if (facts === undefined || (facts !== 'everything' && facts.size === 0)) return here;
  walk.changed.push(facts);
  const turn = { is: 'changed', facts } as const;
  return { reach: along(here.reach, turn), around: here.around && along(here.around, turn) };
}

/** The branches around, with what may have changed since some earlier point of the walk. */
export function aroundSince(walk: PathWalk, around: Path, since: number): Path {
  const changed = walk.changed.slice(since);
  if (changed.length === 0 || !around) return around;
  const facts = changed.includes('everything')
    ? 'everything'
    : new Set(changed.flatMap((some) => (some === 'everything' ? [] : [...some])));
  return along(around, { is: 'changed', facts });
}

/** The same place, where nobody can say for sure which runs come. */
export function perhaps({ reach, around }: Here): Here {
  return { reach: along(reach, { is: 'perhaps' }), around };
}
