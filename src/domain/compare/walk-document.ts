import type { Region, Space } from '../regions/space.ts';
import type { Step, WhenInstruction } from '../sop/document.ts';
import { ownEffect, type Names } from './effect.ts';
import { manualEffects } from './effects-of.ts';
import type { Happenings, Part } from './occurrence.ts';
import { decide, inside, note, type RegionWalk, type WalkScope } from './region-walk.ts';
import { edgeCasesPart, stepPart } from './part-names.ts';
import { walkHandlers } from './walk-aside.ts';
import { walkBody } from './walk-body.ts';
import { WorkLimit } from './work-limit.ts';

/** What happens in a document, in which cases. Throws `TooManyWays` beyond a limit of work. */
export function walkDocument(space: Space, names: Names): Happenings {
  const walk = startWalk(space, names);
  const { steps } = names.sop;
  walkHandlers(walk, { ...edgeScope, body: { instructions: [], handlers: names.sop.edgeHandlers } });
  walkStepsFrom(walk, 0, walkEdgeCases(walk));
  for (let jump = walk.jumps.shift(); jump; jump = walk.jumps.shift()) {
    const { step, region } = jump;
    const at = steps.findIndex(({ number }) => number === step);
    if (at >= 0) walkStepsFrom(walk, at, region);
  }
  return walk;
}

function startWalk(space: Space, names: Names): RegionWalk {
  return {
    space,
    names,
    limit: new WorkLimit(),
    occurrences: [],
    proposals: [],
    entries: new Map(),
    passed: new Map(),
    times: new Map(),
    jumps: [],
    running: new Set(),
    walkedAsides: new Set(),
    handlers: [],
    aside: undefined,
  };
}

const edgeScope: WalkScope = {
  body: { instructions: [], handlers: [] },
  around: undefined,
  part: edgeCasesPart,
  conditions: [],
};

/**
 * They are checked before every step; where no fact changes on the way, once is enough. A condition that is unknown is put to the rep;
 * what the rep's yes leads to is the body.
 */
function walkEdgeCases(walk: RegionWalk): Region {
  const { space, names } = walk;
  let region = space.everything;
  for (const edgeCase of names.sop.edgeCases) region = walkEdgeCase(walk, edgeCase, region);
  for (const { text, span } of names.sop.edgeReminders)
    note(walk, edgeScope, { effects: manualEffects(text), region, span });
  return region;
}

function walkEdgeCase(walk: RegionWalk, { condition, body, span }: WhenInstruction, region: Region): Region {
  const { space } = walk;
  enter(walk, edgeCasesPart, region);
  const decided = decide(walk, condition);
  const asked = space.intersect(region, decided.unknown);
  const scope = inside(edgeScope, body, [{ span: condition.span, decided }]);
  const question = ownEffect('step', 'a question to the rep about an edge case');
  note(walk, scope, { effects: [question], region: asked, span });
  const after = walkBody(walk, scope, space.intersect(region, decided.yes));
  return space.union(after, space.subtract(region, decided.yes));
}

function walkStepsFrom(walk: RegionWalk, from: number, start: Region): void {
  const { space, names } = walk;
  let region = start;
  for (const step of names.sop.steps.slice(from)) {
    if (region === space.nothing) return;
    region = walkStep(walk, step, region);
  }
  const last = names.sop.steps.at(-1);
  if (!last) return;
  const scope = { ...edgeScope, part: stepPart(last, names) };
  const span = { from: last.span.to, to: last.span.to };
  note(walk, scope, { effects: [ownEffect('outcome', names.end)], region, span });
}

function walkStep(walk: RegionWalk, step: Step, region: Region): Region {
  const part = stepPart(step, walk.names);
  enter(walk, part, region);
  return walkBody(walk, { body: step.body, around: undefined, part, conditions: [] }, region);
}

function enter({ space, entries }: RegionWalk, { key }: Part, region: Region): void {
  entries.set(key, space.union(entries.get(key) ?? space.nothing, region));
}
