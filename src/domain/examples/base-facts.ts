import type { IsoDate } from '../facts/value.ts';
import { runSituation, type Situation } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import type { TestedExample } from './cover-examples.ts';
import { factsInBox, type Facts } from './facts-in-box.ts';
import { factsWithLinks, type Linking } from './facts-with-links.ts';
import type { Reach } from './reach.ts';

/** Facts that new rows start from: those of a row that passes, or else some that lead as far as possible. */
export function baseFacts(
  sop: Sop,
  results: readonly TestedExample[],
  { linking, reach }: { readonly linking: Linking; readonly reach: Reach | undefined },
): Facts {
  const [best] = results
    .filter(({ result, example }) => result.is === 'passed' && example.fails.length === 0)
    .map(({ example }) => example)
    .toSorted((a, b) => countKnown(b) - countKnown(a));
  if (best) return best.facts;
  return reach ? factsLeadingFar(sop, linking, reach) : new Map();
}

const countKnown = ({ facts }: Situation): number =>
  [...facts.values()].filter((json) => json !== null).length;

function factsLeadingFar(sop: Sop, linking: Linking, { space, furthest, stuck }: Reach): Facts {
  const { today } = linking;
  const [box] = space.boxes(space.subtract(furthest, stuck));
  const sides = box?.sides ?? [];
  const open = space.dimensions.filter(
    (dimension) => dimension.is !== 'question' && !sides.some((side) => side.dimension === dimension),
  );
  const all = { sides: [...sides, ...open.map((dimension) => ({ dimension, cells: dimension.cells }))] };
  const facts = factsInBox(all, { today, base: new Map(), wanted: () => false });
  const lengths = [...factsWithLinks(linking, all, facts)].map((chosen) => ({
    chosen,
    step: lastStep(sop, chosen, today),
  }));
  return lengths.toSorted((a, b) => b.step - a.step)[0]?.chosen ?? facts;
}

function lastStep(sop: Sop, facts: Facts, today: IsoDate): number {
  const { trace } = runSituation(sop, { facts, fails: [] }, today).advanced;
  return trace.reduce((last, { step }) => Math.max(last, step), 0);
}
