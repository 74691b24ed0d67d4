import type { FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactName, FactType, IsoDate, Value } from '../facts/value.ts';
import type { Box, Region, Space } from '../regions/space.ts';
import type { Situation } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import { allHandlers } from './all-instructions.ts';
import { equalValues, measure, type FoundBorder } from './border.ts';
import type { FoundBranch } from './branch.ts';
import { factsInBox, fitsBox, type Choosing, type Facts } from './facts-in-box.ts';
import type { LinkedFacts } from './linked-facts.ts';
import { reachWithin, type Reach } from './reach.ts';
import type { ValuePool } from './value-pool.ts';

/** What a row is looked for: a way of the document, or a value to stand on. */
export type Target =
  | { readonly is: 'branch'; readonly branch: FoundBranch }
  | { readonly is: 'border'; readonly border: FoundBorder };

/** A search of rows for targets. Everything that it gives has to be tried: a run tells whether it fits. */
export type Search = {
  readonly sop: Sop;
  readonly today: IsoDate;
  readonly space: Space | undefined;
  readonly reach: Reach | undefined;
  readonly choosing: Choosing;
  readonly pool: ValuePool;
  readonly linked: readonly LinkedFacts[];
  readonly types: ReadonlyMap<FactName, FactType>;
  /** Rows that are there, and those that were found, the newest last. */
  readonly present: readonly Situation[];
};

const mostBoxes = 6;
const mostStarts = 4;

/** Situations that may reach a target, the likeliest first. */
export function* situationsFor(search: Search, target: Target): Generator<Situation> {
  const { space, reach } = search;
  const name = target.is === 'branch' ? target.branch.inFailureOf : undefined;
  if (target.is === 'branch' && name !== undefined) yield* failing(search, target.branch, name);
  else if (!space || !reach) yield* changed(search);
  else {
    const region = space.subtract(regionTo(target, space, reach), reach.stuck);
    if (region === space.nothing) return;
    yield* inRegion(search, space, { region, border: target.is === 'border' ? target.border : undefined });
    yield* changed(search);
  }
}

/** The facts with which a run comes to a target if nothing fails. */
export function regionTo(target: Target, space: Space, reach: Reach): Region {
  if (target.is === 'branch') return reach.branches.get(target.branch.from) ?? space.nothing;
  return target.border.conditions
    .map((condition) => reach.deciding.get(condition) ?? space.nothing)
    .reduce((all, one) => space.union(all, one), space.nothing);
}

type Wanted = { readonly region: Region; readonly border: FoundBorder | undefined };

function* inRegion(search: Search, space: Space, { region, border }: Wanted): Generator<Situation> {
  const { choosing, today } = search;
  for (const box of space.boxes(region).slice(0, mostBoxes)) {
    const narrowed = border ? onBorder(space, box, border, today) : box;
    if (!narrowed) continue;
    for (const facts of withLinks(search, narrowed, factsInBox(narrowed, choosing)))
      yield { facts, fails: [] };
    // Another fact of the base may stand in the way, for what is only filled in has to be known.
    yield { facts: factsInBox(narrowed, { ...choosing, base: new Map() }), fails: [] };
  }
}

const mostCombinations = 2000;
const mostLinked = 60;

/**
 * The facts, then the same with other values for facts that are looked at together: one for each way in which those tests can be
 * answered inside the box.
 */
export function* withLinks(
  { linked, pool, types, today }: Pick<Search, 'linked' | 'pool' | 'types' | 'today'>,
  box: Box,
  facts: Facts,
): Generator<Facts> {
  yield facts;
  let all: readonly Facts[] = [facts];
  for (const group of linked) {
    const ways = new Map<string, Facts>();
    for (const values of combinations(group.facts, { types, pool, present: facts })) {
      const known = new Map<FactName, Value>([['today', { kind: 'date', date: today }]]);
      for (const [name, { value }] of values) if (value) known.set(name, value);
      const isInside = [...values].every(([name, { value }]) => fitsBox(box, name, value, today));
      // What the box chose already comes first, whether it fits or not.
      const answers = isInside || ways.size === 0 ? group.answers(known) : undefined;
      if (answers !== undefined && !ways.has(answers))
        ways.set(answers, new Map([...values].map(([name, { json }]) => [name, json])));
    }
    all = [...ways.values()].flatMap((values) => all.map((chosen) => new Map([...chosen, ...values])));
  }
  yield* all.slice(0, mostLinked);
}

type Choice = { readonly json: FactJson; readonly value: Value | undefined };

/** Values for several facts, those that they have first. */
function* combinations(
  names: readonly FactName[],
  { types, pool, present }: Pick<Search, 'types' | 'pool'> & { readonly present: Facts },
): Generator<ReadonlyMap<FactName, Choice>> {
  const choices = names.map((name) => {
    const type = types.get(name) ?? { kind: 'text' };
    const own = present.get(name);
    const values = [...(own === undefined ? [] : [own]), ...(pool.get(name) ?? [])];
    return values.map((json): Choice => ({ json, value: readValue(type, json) }));
  });
  const count = choices.reduce((product, { length }) => product * Math.max(1, length), 1);
  for (let at = 0; at < Math.min(count, mostCombinations); at++) {
    const values = new Map<FactName, Choice>();
    let rest = at;
    for (const [index, name] of names.entries()) {
      const choice = choices[index] ?? [];
      const chosen = choice[rest % Math.max(1, choice.length)];
      rest = Math.floor(rest / Math.max(1, choice.length));
      if (chosen) values.set(name, chosen);
    }
    yield values;
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

/** What fails gives no facts, so its cells say unknown. */
function* failing(search: Search, branch: FoundBranch, name: string): Generator<Situation> {
  const { sop, present, choosing, space, reach } = search;
  const handler = allHandlers(sop).find(({ span }) => span.from <= branch.from && branch.to <= span.to);
  for (const { facts } of [{ facts: choosing.base }, ...present.toReversed()]) {
    const left = new Map([...facts].map(([fact, json]) => [fact, isReadFrom(sop, fact, name) ? null : json]));
    if (branch.kind === 'failure') yield { facts: left, fails: [name] };
    else if (space && handler) {
      const region = reachWithin(sop, space, handler.body).branches.get(branch.from) ?? space.nothing;
      for (const box of space.boxes(region).slice(0, mostBoxes))
        yield { facts: factsInBox(box, { ...choosing, base: left }), fails: [name] };
    }
  }
  if (branch.kind !== 'failure' || !space || !reach) return;
  const locked = space.subtract(regionTo({ is: 'branch', branch }, space, reach), reach.stuck);
  if (locked !== space.nothing) yield* inRegion(search, space, { region: locked, border: undefined });
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
