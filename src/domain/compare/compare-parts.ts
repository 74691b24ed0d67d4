import type { IsoDate } from '../facts/value.ts';
import type { Sop, Step } from '../sop/document.ts';
import { compareHappenings } from './compare-happenings.ts';
import type { Change } from './difference.ts';
import type { Part } from './occurrence.ts';
import { edgeCasesPart, stepPart } from './part-names.ts';
import { unitsOf } from './pieces-of.ts';
import type { Versions } from './same-parts.ts';

/** Parts that are too large by themselves; after these no further one is tried. */
const mostFailures = 2;

type Compared = { readonly changes: readonly Change[]; readonly isComputed: (part: Part) => boolean };

/** Compares each step, and the edge cases, as if nothing stood before it: for documents that are too large as a whole. */
export function compareParts(versions: Versions, today: IsoDate): Compared {
  const changes: Change[] = [];
  const failed = new Set<string>();
  for (const { part, before, after } of partsOf(versions)) {
    const reduced = reduce(versions, before, after);
    if (outline(reduced.namesBefore.sop) === outline(reduced.namesAfter.sop)) continue;
    const found = failed.size < mostFailures ? compareHappenings(reduced, today) : undefined;
    if (found) changes.push(...found.map((change) => inPart(change, part)));
    else for (const key of keysIn(reduced)) failed.add(key);
  }
  return { changes, isComputed: ({ key }) => !failed.has(key) };
}

type Content = Partial<Pick<Sop, 'steps' | 'edgeCases' | 'edgeHandlers' | 'edgeReminders'>>;
type Local = { readonly part: Part; readonly before: Content; readonly after: Content };

function partsOf({ before, after, steps, namesBefore, namesAfter }: Versions): readonly Local[] {
  const edges: Local = { part: edgeCasesPart, before: edgesOf(before), after: edgesOf(after) };
  const local = steps.flatMap((pair): readonly Local[] => {
    const part = pair.after
      ? stepPart(pair.after, namesAfter)
      : pair.before && stepPart(pair.before, namesBefore);
    return part ? [{ part, before: stepsOf(pair.before), after: stepsOf(pair.after) }] : [];
  });
  return [edges, ...local];
}

const edgesOf = ({ edgeCases, edgeHandlers, edgeReminders }: Sop): Content => ({
  edgeCases,
  edgeHandlers,
  edgeReminders,
});
const stepsOf = (step: Step | undefined): Content => ({ steps: step ? [step] : [] });

/** The versions with nothing but one part, and the tables and actions that it uses. */
function reduce(versions: Versions, before: Content, after: Content): Versions {
  const nothing = { steps: [], edgeCases: [], edgeHandlers: [], edgeReminders: [] };
  const end = 'the way on to the next step';
  return {
    ...versions,
    namesBefore: { ...versions.namesBefore, end, sop: { ...versions.before, ...nothing, ...before } },
    namesAfter: { ...versions.namesAfter, end, sop: { ...versions.after, ...nothing, ...after } },
  };
}

/** The words of what a part does and of all tables and actions: where they are the same, nothing changed. */
function outline(sop: Sop): string {
  const names = { sop, step: (number: number) => String(number) };
  const actions = sop.actions.map(({ name, onlyIf }) => [name, onlyIf?.text]);
  return JSON.stringify([unitsOf(names).map((unit) => unit.outline), actions]);
}

const keysIn = ({ namesBefore, namesAfter }: Versions): readonly string[] =>
  [...unitsOf(namesBefore), ...unitsOf(namesAfter)].flatMap(({ part, pieces }) =>
    pieces.length > 0 ? part.key : [],
  );

function inPart(change: Change, { words }: Part): Change {
  return { ...change, sentence: `In ${words}: ${change.sentence}` };
}
