import type { Body, SimpleInstruction } from '../sop/document.ts';
import type { Person } from './events.ts';
import { fillTemplate } from './fill-template.ts';
import { runBody } from './run-body.ts';
import { ask, commandAt, next, traceLine, type Flow, type Place, type Scope, type Walk } from './walk.ts';

type Gate = Extract<SimpleInstruction, { kind: 'gate' }>;
type Judgement = Extract<SimpleInstruction, { kind: 'judge' }>;

/** A person with the role says yes or no. No: the `If refused` body, or the run ends as stopped, with who said no. */
export function runGate(walk: Walk, place: Place, scope: Scope, { role, question, refused }: Gate): Flow {
  const filled = question && fillTemplate({ walk, place, scope }, question);
  if (filled !== undefined && typeof filled !== 'string') return filled;
  const answered = walk.log.find(place.id, 'gate-answered');
  if (!answered || isToAnotherQuestion(answered.event, filled)) {
    traceLine(walk, place, 'waiting');
    return ask(walk, { ...commandAt(walk, place, place.id), kind: 'gate', role, question: filled });
  }
  const { answer, by, reason } = answered.event;
  return afterAnswer(walk, place, scope, { isYes: answer === 'yes', by, reason, refused });
}

/** A person answers what no rule can. */
export function runJudgement(
  walk: Walk,
  place: Place,
  scope: Scope,
  { role, question, refused }: Judgement,
): Flow {
  const filled = fillTemplate({ walk, place, scope }, question);
  if (typeof filled !== 'string') return filled;
  const answered = walk.log.find(place.id, 'judgement-answered');
  if (!answered || isToAnotherQuestion(answered.event, filled)) {
    traceLine(walk, place, 'waiting');
    return ask(walk, { ...commandAt(walk, place, place.id), kind: 'judge', role, question: filled });
  }
  const { answer, by, reason } = answered.event;
  return afterAnswer(walk, place, scope, { isYes: answer === 'yes', by, reason, refused });
}

/** “Refund $120?” was answered, and by now the question is “Refund $900?”. */
const isToAnotherQuestion = (
  { question }: { readonly question?: string },
  asked: string | undefined,
): boolean => question !== undefined && question !== (asked ?? '');

type Answer = {
  readonly isYes: boolean;
  readonly by: Person;
  readonly reason: string | undefined;
  readonly refused: Body | undefined;
};

function afterAnswer(walk: Walk, place: Place, scope: Scope, { isYes, by, reason, refused }: Answer): Flow {
  traceLine(walk, place, isYes ? 'yes' : 'refused');
  if (isYes) return next;
  if (refused) {
    const flow = runBody(walk, { body: refused, around: scope, prefix: scope.prefix });
    if (flow.to !== 'next') return flow;
  }
  return { to: 'end', outcome: { is: 'stopped', by, reason } };
}
