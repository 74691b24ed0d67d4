import type { Span } from '../facts/problem.ts';
import type { Region, RegionWords, Space } from '../regions/space.ts';
import { casesIn, casesText } from './cases.ts';
import { decidedKey, type Collected } from './collect-happenings.ts';
import type { Effect } from './effect.ts';
import type { Part } from './occurrence.ts';

/** What happens now and did not, or did and does no more. */
export type Turn = 'gained' | 'lost';

/** Two versions while the differences of what happens are told: each one once. */
export type Telling = {
  readonly space: Space;
  readonly before: Collected;
  readonly after: Collected;
  /** The cases that both versions can speak of. */
  readonly everything: Region;
  /** What has been told already, by turn and effect. */
  readonly told: Map<string, Region>;
};

/** Where the effect happens in a version. */
export function regionIn({ space }: Telling, version: Collected, key: string): Region {
  return version.happenings.get(key)?.region ?? space.nothing;
}

/** Where an effect was gained or lost, without what comes from the effect that it belongs to. */
export function difference(telling: Telling, turn: Turn, { key, detail }: Effect): Region {
  const { space, before, after } = telling;
  const [here, there] = turn === 'gained' ? [after, before] : [before, after];
  const changed = space.subtract(regionIn(telling, here, key), regionIn(telling, there, key));
  return detail ? space.intersect(changed, regionIn(telling, there, detail.of.key)) : changed;
}

/** What of a difference no sentence has spoken of. */
export function untold(telling: Telling, turn: Turn, effect: Effect): Region {
  const { space, told } = telling;
  return space.subtract(
    difference(telling, turn, effect),
    told.get(`${turn} ${effect.key}`) ?? space.nothing,
  );
}

export function markTold({ space, told }: Telling, turn: Turn, { key, aside }: Effect, region: Region): void {
  for (const name of aside ? [`${turn} ${key}`] : [`${turn} ${key}`, anything])
    told.set(name, space.union(told.get(name) ?? space.nothing, region));
}

const anything = 'anything';

/** Whether sentences speak of all these cases already, whatever they say. */
export function isExplained({ space, told }: Telling, region: Region): boolean {
  return isInside(space, region, told.get(anything) ?? space.nothing);
}

/** For which cases: `in every case`, `for order value under $200`. */
export type ForCases = {
  readonly text: string;
  readonly cases: readonly RegionWords[];
  readonly isSure: boolean;
};

export type Asked = {
  readonly effect: Effect;
  readonly region: Region;
  /** All the cases in which what is said holds, told or not: where that is everything, no cases are named. */
  readonly whole: Region;
  /** The cases of which the sentence speaks anyway; without it those that come to where the effect stands. */
  readonly among?: Region | undefined;
};

export function forCases(telling: Telling, { effect, region, whole, among }: Asked): ForCases {
  const { space, everything } = telling;
  if (whole === everything) return { text: 'in every case', cases: [], isSure: true };
  const parts = partsOf(telling, effect, region);
  const reached = casesThatReach(telling, parts);
  const [part] = parts;
  if (part && parts.length === 1 && isInside(space, reached, whole))
    return { text: `in every case that reaches ${part.words}`, cases: [], isSure: true };
  const known = among ?? reached;
  const cases = casesIn(space, region, isInside(space, known, region) ? everything : known);
  return { text: `for ${casesText(cases)}`, cases, isSure: cases.every(({ isSure }) => isSure) };
}

const isInside = (space: Space, part: Region, region: Region): boolean =>
  space.subtract(part, region) === space.nothing;

/** The cases that come to where an effect stands, in either version. */
export function casesAround(telling: Telling, effect: Effect, region: Region): Region {
  return casesThatReach(telling, partsOf(telling, effect, region));
}

function casesThatReach({ space, before, after }: Telling, parts: readonly Part[]): Region {
  const entries = parts.flatMap(({ key }) => [before.entries.get(key), after.entries.get(key)]);
  return entries.reduce<Region>((all, entry) => space.union(all, entry ?? space.nothing), space.nothing);
}

/** The parts of the document in which an effect happens in some of these cases, by their new names. */
function partsOf({ space, before, after }: Telling, { key }: Effect, region: Region): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const version of [after, before])
    for (const { part, region: cases } of version.happenings.get(key)?.places ?? [])
      if (!parts.has(part.key) && space.intersect(cases, region) !== space.nothing) parts.set(part.key, part);
  return [...parts.values()];
}

/** The places of some effects where they meet a region, and the conditions on the way that the other version does not have. */
export function placesOf(telling: Telling, version: Collected, { effects, region }: Placed): readonly Span[] {
  const { space, before, after } = telling;
  const other = (version === before ? after : before).decided;
  const spans = new Map<string, Span>();
  const add = (span: Span): void => void spans.set(`${String(span.from)} ${String(span.to)}`, span);
  for (const { places } of effects.flatMap(({ key }) => version.happenings.get(key) ?? [])) {
    for (const place of places) {
      if (space.intersect(place.region, region) !== space.nothing) add(place.span);
      for (const condition of place.conditions) if (!other.has(decidedKey(condition))) add(condition.span);
    }
  }
  return [...spans.values()].toSorted((a, b) => a.from - b.from);
}

type Placed = { readonly effects: readonly Effect[]; readonly region: Region };
