import type { WhenInstruction } from '../sop/document.ts';
import { decideCondition, isFlow, traceCondition } from './decide-condition.ts';
import { needFacts, readAnew } from './need-facts.ts';
import { runManual } from './run-manual.ts';
import { runBody } from './run-body.ts';
import {
  ask,
  commandAt,
  next,
  placeOf,
  traceLine,
  type Flow,
  type Place,
  type Scope,
  type Walk,
} from './walk.ts';

/** The edge cases are looked at before every step; each one's body runs once. Source: SOP language, section 2. */
export function runEdgeCases(walk: Walk): Flow {
  const step = walk.step;
  walk.step = 0;
  const flow = runOpenEdgeCases(walk);
  walk.step = step;
  return flow;
}

function runOpenEdgeCases(walk: Walk): Flow {
  const open = walk.sop.edgeCases.filter(({ path }) => !walk.doneEdgeCases.has(path));
  const read = readTogether(walk, open);
  if (read.to !== 'next') return read;
  for (const edgeCase of open) {
    const flow = runEdgeCase(walk, edgeCase);
    if (flow.to !== 'next') return flow;
  }
  return remind(walk);
}

/** An edge case that the app cannot check is put to the rep once, at the start of the run: it is never skipped. */
function remind(walk: Walk): Flow {
  for (const reminder of walk.sop.edgeReminders) {
    if (walk.doneEdgeCases.has(reminder.path)) continue;
    walk.doneEdgeCases.add(reminder.path);
    runManual(walk, { ...reminder.span, id: reminder.path, cites: reminder.cites }, reminder.text);
  }
  return next;
}

/** What all of them need is asked for at once, so that a run begins with one round of answers. */
function readTogether(walk: Walk, open: readonly WhenInstruction[]): Flow {
  const [first] = open;
  if (!first) return next;
  const names = [...new Set(open.flatMap(({ condition }) => condition.facts))];
  return needFacts({ walk, ...at(walk, first), neededBy: 'edge-case' }, names);
}

function runEdgeCase(walk: Walk, edgeCase: WhenInstruction): Flow {
  const { condition, body, path } = edgeCase;
  const { place, scope } = at(walk, edgeCase);
  for (;;) {
    const decided = decideCondition({ walk, place, scope, neededBy: 'edge-case' }, condition);
    if (isFlow(decided)) return decided;
    const answer =
      decided.is === 'unknown'
        ? askOnce(walk, place, { condition: condition.text, missing: decided.missing })
        : decided.is;
    if (typeof answer !== 'string') return answer;
    if (isFirstLook(walk, place)) traceCondition(walk, place, { truth: { is: answer }, condition });
    if (answer === 'no') {
      if (decided.is === 'unknown') walk.doneEdgeCases.add(path);
      return next;
    }
    const flow = runBody(walk, { body, around: scope, prefix: '' });
    if (flow.to !== 'again') {
      // A jump out of it is an end of it too: what it has done is not done again in the next pass.
      if (flow.to === 'next' || flow.to === 'step') walk.doneEdgeCases.add(path);
      return flow;
    }
    if (flow.reread) readAnew(walk, condition.facts);
  }
}

function at(walk: Walk, edgeCase: WhenInstruction): { place: Place; scope: Scope } {
  const scope: Scope = { body: { instructions: [], handlers: [] }, around: undefined, prefix: '' };
  return { scope, place: { ...placeOf(walk, scope, edgeCase), id: edgeCase.path } };
}

const isFirstLook = (walk: Walk, place: Place): boolean => walk.trace.every(({ id }) => id !== place.id);

/** An edge case that nobody can decide is put to the rep once per run, and the answer is remembered. */
function askOnce(
  walk: Walk,
  place: Place,
  { condition, missing }: { condition: string; missing: readonly string[] },
): 'yes' | 'no' | Flow {
  const id = `${place.id}/question`;
  const answered = walk.log.find(id, 'question-answered');
  if (answered) return answered.event.answer;
  traceLine(walk, place, 'asked', missing);
  return ask(walk, { ...commandAt(walk, place, id), kind: 'question', condition, missing });
}
