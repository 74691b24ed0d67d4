import type { Instruction } from '../sop/document.ts';
import { allHandlers } from './all-instructions.ts';
import type { TestedExample } from './cover-examples.ts';
import type { Reason } from './difference.ts';
import { forksOf, pathOf, type Fork } from './paths.ts';
import { reasonsForWay, refusals, type Seen, type Ways } from './reasons-for-way.ts';

/** A row that was run, with what its conditions knew and the instructions by the paths at which runs come to them. */
export type Explaining = Seen & {
  readonly tested: TestedExample;
  readonly paths: ReadonlyMap<string, Instruction>;
};

/** The way that the run took at a fork; undefined where it did not come there, or could not decide. */
export function wayTaken({ tested, sop, paths }: Explaining, at: string): string | undefined {
  const { trace } = tested.course.advanced;
  const instruction = paths.get(at);
  if (instruction?.kind === 'decide') {
    const rows = sop.decisions.find(({ name }) => name === instruction.table)?.rows ?? [];
    const row = rows.findIndex(({ span }) =>
      trace.some(({ id, from, to }) => pathOf(id) === at && from === span.from && to === span.to),
    );
    return row < 0 ? undefined : String(row + 1);
  }
  if (instruction?.kind === 'if') {
    const lines = trace.filter(({ id }) => pathOf(id).startsWith(`${at}>`) && forksOf(pathOf(id)).length > 0);
    const own = lines.filter(({ id }) => /^\d+$/.test(pathOf(id).slice(at.length + 1)));
    const decided = own.find(({ result }) => result !== 'no');
    if (decided) return decided.result === 'unknown' ? 'unknown' : pathOf(decided.id).slice(at.length + 1);
    return own.length > 0 ? 'else' : undefined;
  }
  const line = trace.find(({ id }) => id === at);
  return line?.result === 'yes' ? '1' : line?.result === 'no' ? 'else' : undefined;
}

/** Why the run took this way at a fork. Undefined where it is not known. */
export function reasonsAt(
  at: Explaining,
  fork: Fork | undefined,
  wanted: string | undefined,
): readonly Reason[] | undefined {
  if (!fork) return undefined;
  if (fork.way === 'failed') return failureReasons(at, fork.at);
  const ways = waysAt(at, fork.at);
  if (!ways) return undefined;
  const reasons = reasonsForWay(at, ways, { taken: fork.way, wanted });
  return reasons.length > 0 ? reasons : undefined;
}

function waysAt({ sop, paths }: Explaining, at: string): Ways | undefined {
  const instruction = paths.get(at);
  if (instruction?.kind === 'if')
    return instruction.branches.map(({ condition }) => ({ conditions: [condition], row: undefined }));
  if (instruction?.kind === 'decide') {
    const { table } = instruction;
    const rows = sop.decisions.find(({ name }) => name === table)?.rows;
    return rows?.map(({ cells }, index) => ({
      conditions: cells,
      row: `row ${String(index + 1)} of “${table}”`,
    }));
  }
  const edgeCase = sop.edgeCases.find(({ path }) => path === at);
  return edgeCase && [{ conditions: [edgeCase.condition], row: undefined }];
}

/** What failed; or, for an action that was not even offered, its lock. */
function failureReasons(at: Explaining, path: string): readonly Reason[] | undefined {
  const { tested } = at;
  const locked = tested.course.advanced.trace.find(({ result }) => result === 'locked');
  const lock = locked && lockReasons(at, pathOf(locked.id));
  if (lock) return lock;
  const handler = allHandlers(at.sop).find(({ path: own }) =>
    own.startsWith('>') ? path.endsWith(own) : path === own,
  );
  if (handler?.kind !== 'on-failure') return undefined;
  return [{ is: 'failed', name: 'action' in handler.of ? handler.of.action : handler.of.system }];
}

/** Why the lock of a proposed action is closed. */
export function lockReasons(at: Explaining, path: string): readonly Reason[] | undefined {
  const instruction = at.paths.get(path);
  if (instruction?.kind !== 'propose') return undefined;
  const lock = at.sop.actions.find(({ name }) => name === instruction.action)?.onlyIf;
  return lock && refusals(at, { conditions: [lock], row: undefined });
}
