import type { Span } from '../facts/problem.ts';
import type { Decided, Region } from '../regions/space.ts';
import type { Body, Decision, IfInstruction, Instruction } from '../sop/document.ts';
import { ownEffect } from './effect.ts';
import { decide, inside, note, type Condition, type RegionWalk, type WalkScope } from './region-walk.ts';
import { walkBody } from './walk-body.ts';

/** An unknown condition stops the chain, as in src/domain/run/run-if.ts. */
export function walkChain(walk: RegionWalk, scope: WalkScope, chain: IfInstruction, region: Region): Region {
  const { space } = walk;
  const asked: Condition[] = [];
  let [rest, unknown, after] = [region, space.nothing, space.nothing];
  const leave = (body: Body, cases: Region): void => {
    after = space.union(after, walkBody(walk, inside(scope, body, asked), cases));
  };
  for (const { condition, body } of chain.branches) {
    walk.limit.spend();
    const decided = decide(walk, condition);
    asked.push({ span: condition.span, decided });
    leave(body, space.intersect(rest, decided.yes));
    unknown = space.union(unknown, space.intersect(rest, decided.unknown));
    rest = space.intersect(rest, decided.no);
  }
  if (chain.unknown) leave(chain.unknown.body, unknown);
  else
    wait(
      walk,
      { ...scope, conditions: [...scope.conditions, ...asked] },
      { region: unknown, span: chain.span },
    );
  if (!chain.otherwise) return space.union(after, rest);
  leave(chain.otherwise.body, rest);
  return after;
}

/** The run waits for a person where a fact is missing. */
function wait(
  walk: RegionWalk,
  scope: WalkScope,
  where: { readonly region: Region; readonly span: Condition['span'] },
): void {
  note(walk, scope, { ...where, effects: [ownEffect('outcome', 'a wait for a missing fact')] });
}

type Decide = Extract<Instruction, { kind: 'decide' }>;

/** As in src/domain/run/run-decision.ts. */
export function walkTable(
  walk: RegionWalk,
  scope: WalkScope,
  { table, span }: Decide,
  region: Region,
): Region {
  const { space, names, running } = walk;
  const decision = names.sop.decisions.find(({ name }) => name === table);
  if (!decision || running.has(decision)) return space.nothing;
  running.add(decision);
  const rows = decision.rows.map((row) => ({ row, decided: decideRow(walk, row.cells) }));
  const { chosen, unknown } = choose(walk, decision, { rows: rows.map(({ decided }) => decided), region });
  let [after, rest] = [space.nothing, space.subtract(region, unknown)];
  const asked: Condition[] = [];
  for (const [at, { row, decided }] of rows.entries()) {
    const cases = chosen[at] ?? space.nothing;
    asked.push({ span: cellsSpan(row), decided });
    after = space.union(after, walkBody(walk, inside(scope, row.body, asked), cases));
    rest = space.subtract(rest, cases);
  }
  const where = { ...scope, conditions: [...scope.conditions, ...asked] };
  wait(walk, where, { region: unknown, span });
  const noRow = ownEffect('outcome', `a wait for a person, because no row of “${table}” is the one`, {
    table,
  });
  note(walk, where, { effects: [noRow], region: rest, span });
  running.delete(decision);
  return after;
}

/** Where the cells of a row stand that ask something; the row where none does. */
export function cellsSpan({ cells, span }: Decision['rows'][number]): Span {
  const [first, last] = [cells[0], cells.at(-1)];
  return first && last ? { from: first.span.from, to: last.span.to } : span;
}

function decideRow({ space, names, limit }: RegionWalk, cells: Decision['rows'][number]['cells']): Decided {
  limit.spend();
  return space.decideAll(cells.map(names.condition));
}

type Chosen = { readonly chosen: readonly Region[]; readonly unknown: Region };
type Rows = { readonly rows: readonly Decided[]; readonly region: Region };

/** The cases of each row, and those in which a missing fact stops the table. */
function choose(walk: RegionWalk, { mode }: Decision, rows: Rows): Chosen {
  return mode === 'first match' ? chooseFirst(walk, rows) : chooseOnly(walk, rows);
}

function chooseFirst({ space }: RegionWalk, { rows, region }: Rows): Chosen {
  let [rest, unknown] = [region, space.nothing];
  const chosen = rows.map((row) => {
    const cases = space.intersect(rest, row.yes);
    unknown = space.union(unknown, space.intersect(rest, row.unknown));
    rest = space.intersect(rest, row.no);
    return cases;
  });
  return { chosen, unknown };
}

/** One row is yes and all others are no; a row that is unknown stops the table. */
function chooseOnly({ space }: RegionWalk, { rows, region }: Rows): Chosen {
  const unknown = rows.reduce((all, row) => space.union(all, row.unknown), space.nothing);
  let [once, twice] = [space.nothing, space.nothing];
  for (const { yes } of rows) {
    twice = space.union(twice, space.intersect(once, yes));
    once = space.union(once, yes);
  }
  const alone = space.subtract(region, space.union(twice, unknown));
  return {
    chosen: rows.map(({ yes }) => space.intersect(alone, yes)),
    unknown: space.intersect(region, unknown),
  };
}
