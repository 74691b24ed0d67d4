import type { FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactName, FactType, IsoDate, Value } from '../facts/value.ts';
import { createVocabulary } from '../facts/vocabulary.ts';
import type { Box } from '../regions/space.ts';
import type { Sop } from '../sop/document.ts';
import { fitsBox, type Facts } from './facts-in-box.ts';
import { findLinkedFacts, type LinkedFacts } from './linked-facts.ts';
import { valuePool, type ValuePool } from './value-pool.ts';

/** What is known of the facts of a document before rows are looked for. */
export type Linking = {
  readonly today: IsoDate;
  readonly pool: ValuePool;
  readonly linked: readonly LinkedFacts[];
  readonly types: ReadonlyMap<FactName, FactType>;
};

export function linkingOf(sop: Sop, today: IsoDate): Linking {
  const declared = createVocabulary(sop.inputs).vocabulary.facts;
  const types = new Map(declared.flatMap(({ name, type }) => (type ? [[name, type] as const] : [])));
  return { today, linked: findLinkedFacts(sop), pool: valuePool(sop, today), types };
}

const mostCombinations = 2000;
const mostLinked = 60;

/**
 * The facts, then the same with other values for facts that are looked at together: one for each way in which those tests can be
 * answered inside the box.
 */
export function* factsWithLinks(
  { linked, pool, types, today }: Linking,
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
  { types, pool, present }: Pick<Linking, 'types' | 'pool'> & { readonly present: Facts },
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
