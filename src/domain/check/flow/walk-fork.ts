import type { Body, Decision, IfInstruction } from '../../sop/document.ts';
import { along, meet, tookWay, type Path } from './path.ts';
import { aroundSince, forkOf, perhaps, type Here, type PathWalk } from './path-walk.ts';
import { walkBody } from './walk-body.ts';

/** Goes along every branch of a chain, and past it where none applies. */
export function walkChain(walk: PathWalk, chain: IfInstruction, here: Here): Here | undefined {
  const fork = forkOf(walk, chain);
  walk.chains.push({ chain, fork, ...here });
  const parts: { readonly at: number | 'rest' | 'stopped'; readonly body: Body }[] = [
    ...chain.branches.map(({ body }, at) => ({ at, body })),
    { at: 'rest', body: chain.otherwise?.body ?? emptyBody },
    ...(chain.unknown ? [{ at: 'stopped', body: chain.unknown.body } as const] : []),
  ];
  return walkWays(
    walk,
    here,
    parts.map(({ at, body }) => ({ turn: tookWay(fork, at), body })),
  );
}

const emptyBody: Body = { instructions: [], handlers: [] };

/** Large tables that are decided in very many places are gone through no more than this often, by rows. */
const mostRows = 20_000;

/** Goes along every row of a table. Where no row applies the run stops at a gate, so nothing falls through. */
export function walkTable(walk: PathWalk, decision: Decision, here: Here): Here | undefined {
  const places = walk.tables.get(decision);
  if (places) places.push(here.reach);
  else walk.tables.set(decision, [here.reach]);
  walk.rowsVisited += decision.rows.length;
  // A table that leads back to itself is decided again and again with the same facts: nobody can say what comes out of it.
  if (walk.openTables.has(decision) || walk.rowsVisited > mostRows) return perhaps(here);
  const fork = forkOf(walk, decision);
  walk.openTables.add(decision);
  const ways = decision.rows.map(({ body }, at) => ({ turn: tookWay(fork, at), body }));
  const behind = walkWays(walk, here, ways);
  walk.openTables.delete(decision);
  return behind;
}

type Way = { readonly turn: ReturnType<typeof tookWay>; readonly body: Body };

function walkWays(walk: PathWalk, here: Here, ways: readonly Way[]): Here | undefined {
  const changed = walk.changed.length;
  const behind: Path[] = [];
  for (const { turn, body } of ways) {
    const inside = { reach: along(here.reach, turn), around: along(here.around, turn) };
    const exit = walkBody(walk, body, inside);
    if (exit) behind.push(exit.reach);
  }
  const around = aroundSince(walk, here.around, changed);
  // All ways lead on and none has told anything: it makes no difference which was taken.
  const isPlain = behind.length === ways.length && behind.every((path) => path?.before === here.reach);
  if (isPlain && !walk.testsKnown) return { reach: here.reach, around };
  const met = meet(behind, here.reach);
  return met && { reach: met.path, around };
}
