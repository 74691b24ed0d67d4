import type { CheckedExpression } from '../../facts/checked-expression.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { FactName } from '../../facts/value.ts';
import { inSpace } from '../../regions/in-space.ts';
import type { RegionWords, Space } from '../../regions/space.ts';
import { bearingTurns } from './bearing-turns.ts';
import type { Flow } from './flow.ts';
import type { Fork } from './fork.ts';
import type { ForkRegions } from './fork-regions.ts';
import { inOneSentence } from './gap.ts';
import { shareFacts, type Path } from './path.ts';
import { PathRegions } from './path-regions.ts';
import type { Proposal } from './path-walk.ts';
import { regionsAlong, turnGroups } from './turn-groups.ts';

type LockedProposal = {
  readonly instruction: Proposal;
  readonly lock: CheckedExpression;
  /** One for each way in which a run comes to it: a row is reached from every place where its table is decided. */
  readonly paths: readonly Path[];
};

/**
 * Proposals that a run comes to where their `only if` is no. Only what is surely so is reported:
 *
 * - Facts are taken to stay as they are, which is always possible: who meets the conditions on the way comes along.
 * - Where a fact of the lock was tested and may have changed since (it was read again, the run has waited, an action was carried
 *   out in its system), nobody can say what it is at the proposal: such runs do not count. What was never tested can be anything.
 * - What rests on a question that another one may answer counts only where all that comes here is locked.
 * - Handlers of a failing system are left out: nobody can say in which runs it fails.
 *
 * Source: SOP language, section 6: locked-action; section 4: “only if”.
 */
export function findLockedActions(flow: Flow): readonly Problem[] {
  if (flow.isAnySpoilt) return [];
  const proposals = lockedProposals(flow);
  if (proposals.length === 0) return [];
  const together = judge(flow, proposals);
  const found =
    together ?? proposals.slice(0, mostAlone).flatMap((proposal) => judge(flow, [proposal]) ?? []);
  return found.slice(0, mostConfirmed).flatMap((one) => confirm(flow, one));
}

/** How many proposals are looked at one by one, where all together are too many combinations. */
const mostAlone = 20;
const mostConfirmed = 100;

type Found = { readonly proposal: LockedProposal; readonly regions: readonly RegionWords[] };

/** So far only what bears on the lock was looked at; the rest of the way must be possible too. */
function confirm(flow: Flow, { proposal, regions }: Found): readonly Problem[] {
  const paths = proposal.paths.filter((path) => isPossible(flow, path, proposal.lock));
  if (paths.length === 0) return [];
  if (paths.length === proposal.paths.length) return [lockedProblem(proposal, regions)];
  const [narrowed] = judge(flow, [{ ...proposal, paths }]) ?? [];
  return narrowed ? [lockedProblem(narrowed.proposal, narrowed.regions)] : [];
}

function isPossible(flow: Flow, path: Path, lock: CheckedExpression): boolean {
  const facts = new Set(lock.facts);
  return turnGroups(path).every(
    (group) => shareFacts(facts, group.facts) || regionsAlong(flow, path, group).length > 0,
  );
}

function lockedProposals({ sop, walked }: Flow): readonly LockedProposal[] {
  const locks = new Map(sop.actions.map(({ name, onlyIf }) => [name, onlyIf]));
  const paths = new Map<Proposal, Path[]>();
  for (const { instruction, reach } of walked.proposals) {
    const present = paths.get(instruction);
    if (present) present.push(reach);
    else paths.set(instruction, [reach]);
  }
  return [...paths].flatMap(([instruction, reached]) => {
    const lock = locks.get(instruction.action);
    return lock ? [{ instruction, lock, paths: reached }] : [];
  });
}

/** Undefined where there are too many combinations. */
function judge(flow: Flow, proposals: readonly LockedProposal[]): readonly Found[] | undefined {
  const locks = [...new Set(proposals.map(({ lock }) => lock))];
  const facts = new Set(locks.flatMap((lock) => lock.facts));
  const bearing = bearingTurns(
    proposals.flatMap(({ paths }) => paths),
    facts,
  );
  const analysed = inSpace([...locks, ...bearing.conditions], flow.options, (space) => {
    const forks = new Map<Fork, ForkRegions>();
    const readers = new Map(
      locks.map((lock) => {
        const fresh: ReadonlySet<FactName> = new Set(lock.facts);
        return [
          lock,
          new PathRegions(
            space,
            { turns: bearing.turns, perhaps: 'nothing', stopped: 'nothing', fresh },
            forks,
          ),
        ];
      }),
    );
    return proposals.flatMap((proposal) => {
      const reader = readers.get(proposal.lock);
      const regions = reader ? lockedRegions(space, reader, proposal) : [];
      return regions.length > 0 ? [{ proposal, regions }] : [];
    });
  });
  return analysed.is === 'done' ? analysed.result : undefined;
}

function lockedRegions(
  space: Space,
  reader: PathRegions,
  { lock, paths }: LockedProposal,
): readonly RegionWords[] {
  const reached = paths.reduce((region, path) => space.union(region, reader.regionOf(path)), space.nothing);
  const locked = space.stillToCome(space.intersect(reached, space.decide(lock).no));
  if (locked === space.nothing) return [];
  const words = space.words(locked);
  return locked === space.stillToCome(reached) ? words : words.filter(({ isSure }) => isSure);
}

function lockedProblem({ instruction, lock }: LockedProposal, regions: readonly RegionWords[]): Problem {
  const region = inOneSentence(regions);
  return errorAt(instruction.span, {
    id: 'locked-action',
    message: `${quoted(instruction.action)} is proposed here for: ${region}. Its ${quoted(`only if ${lock.text}`)} in the header is no there, so it cannot be approved. Send these cases another way before it.`,
    values: { action: instruction.action, condition: lock.text, region },
  });
}
