import type { FactJson } from '../facts/fact-json.ts';
import type { FactName, IsoDate } from '../facts/value.ts';
import type { Box, Region, Space } from '../regions/space.ts';
import type { Situation } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import { allHandlers } from './all-instructions.ts';
import { equalValues, measure, type FoundBorder } from './border.ts';
import type { FoundBranch } from './branch.ts';
import { factsInBox, type Choosing, type Facts } from './facts-in-box.ts';
import { factsWithLinks, type Linking } from './facts-with-links.ts';
import { reachWithin, type Reach } from './reach.ts';

/** What a row is looked for: a way of the document, or a value to stand on. */
export type Target =
  | { readonly is: 'branch'; readonly branch: FoundBranch }
  | { readonly is: 'border'; readonly border: FoundBorder };

/** A search of rows for targets. Everything that it gives has to be tried: a run tells whether it fits. */
export type Search = Linking & {
  readonly sop: Sop;
  readonly reach: Reach | undefined;
  readonly choosing: Choosing;
  /** Rows that are there, and those that were found, the newest last. */
  readonly present: readonly Situation[];
};

const mostBoxes = 6;
const mostStarts = 4;

/** Situations that may reach a target, the likeliest first. */
export function* situationsFor(search: Search, target: Target): Generator<Situation> {
  const { reach } = search;
  const name = target.is === 'branch' ? target.branch.inFailureOf : undefined;
  if (target.is === 'branch' && name !== undefined) yield* failing(search, target.branch, name);
  else if (!reach) yield* changed(search);
  else {
    const { space, stuck } = reach;
    const region = space.subtract(regionTo(target, reach), stuck);
    if (region === space.nothing) return;
    yield* inRegion(search, space, { region, border: target.is === 'border' ? target.border : undefined });
    yield* changed(search);
  }
}

/** The facts with which a run comes to a target if nothing fails. */
export function regionTo(target: Target, { space, branches, deciding }: Reach): Region {
  if (target.is === 'branch') return branches.get(target.branch.from) ?? space.nothing;
  return target.border.conditions
    .map((condition) => deciding.get(condition) ?? space.nothing)
    .reduce((all, one) => space.union(all, one), space.nothing);
}

type Wanted = { readonly region: Region; readonly border: FoundBorder | undefined };

function* inRegion(search: Search, space: Space, { region, border }: Wanted): Generator<Situation> {
  const { choosing, today } = search;
  for (const box of space.boxes(region).slice(0, mostBoxes)) {
    const narrowed = border ? onBorder(space, box, border, today) : box;
    if (!narrowed) continue;
    for (const facts of factsWithLinks(search, narrowed, factsInBox(narrowed, choosing)))
      yield { facts, fails: [] };
    // Another fact of the base may stand in the way, for what is only filled in has to be known.
    yield { facts: factsInBox(narrowed, { ...choosing, base: new Map() }), fails: [] };
  }
}

/** The part of a box that stands on a border. */
export function onBorder(space: Space, box: Box, border: FoundBorder, today: IsoDate): Box | undefined {
  const dimension = space.dimensions.find(({ fact, is }) => fact === border.fact && is !== 'question');
  if (!dimension) return undefined;
  const isDays = dimension.is === 'days-since' && border.is === 'fact';
  const value = isDays ? measure('days-since', border.value, today) : border.value;
  const side = box.sides.find((present) => present.dimension === dimension);
  const cell = (side ?? dimension).cells.find(
    (candidate) => candidate.is === 'value' && value && equalValues(candidate.value, value),
  );
  if (!cell) return undefined;
  const others = box.sides.filter((present) => present.dimension !== dimension);
  return { sides: [...others, { dimension, cells: [cell] }] };
}

/** Rows in which something fails, from those that are there. What fails gives no facts, so its cells say unknown. */
function* failing(search: Search, branch: FoundBranch, name: string): Generator<Situation> {
  const { sop, present, choosing, reach } = search;
  const boxes = branch.kind === 'failure' ? [undefined] : boxesInFailure(search, branch);
  for (const { facts } of [{ facts: choosing.base }, ...present.toReversed()]) {
    const left = new Map([...facts].map(([fact, json]) => [fact, isReadFrom(sop, fact, name) ? null : json]));
    for (const box of boxes)
      yield { facts: box ? factsInBox(box, { ...choosing, base: left }) : left, fails: [name] };
  }
  if (branch.kind !== 'failure' || !reach) return;
  const { space, stuck } = reach;
  const locked = space.subtract(regionTo({ is: 'branch', branch }, reach), stuck);
  yield* inRegion(search, space, { region: locked, border: undefined });
}

/** What leads to a branch inside a failure path, whatever led to the failure. */
function boxesInFailure({ sop, reach }: Search, branch: FoundBranch): readonly Box[] {
  const handler = allHandlers(sop).find(({ span }) => span.from <= branch.from && branch.to <= span.to);
  if (!reach || !handler) return [];
  const { space } = reach;
  const region = reachWithin(sop, space, handler.body).branches.get(branch.from) ?? space.nothing;
  return space.boxes(region).slice(0, mostBoxes);
}

function isReadFrom({ inputs }: Sop, fact: FactName, system: string): boolean {
  return inputs.some(
    ({ name, source }) => name === fact && source.from === 'system' && source.system === system,
  );
}

/** Rows that differ from those that are there in one fact, then in two. */
function* changed({ choosing, present, pool }: Search): Generator<Situation> {
  const newest: readonly Situation[] = present.toReversed().slice(0, mostStarts);
  const starts = [{ facts: choosing.base, fails: [] }, ...newest];
  const changes = [...pool].flatMap(([fact, values]) => values.map((value) => ({ fact, value })));
  for (const { facts, fails } of starts)
    for (const { fact, value } of changes) yield { facts: withFact(facts, fact, value), fails };
  for (const { facts, fails } of starts)
    for (const [at, first] of changes.entries())
      for (const second of changes.slice(at + 1))
        if (second.fact !== first.fact)
          yield {
            facts: withFact(withFact(facts, first.fact, first.value), second.fact, second.value),
            fails,
          };
}

function withFact(facts: Facts, fact: FactName, value: FactJson): Facts {
  return new Map([...facts, [fact, value]]);
}
