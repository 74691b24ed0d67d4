import { sameText } from '../facts/fold-text.ts';
import type { Body, SimpleInstruction } from '../sop/document.ts';
import type { Person, RunEvent } from './events.ts';
import { fillTemplate } from './fill-template.ts';
import type { Logged } from './log-index.ts';
import { planBeside } from './plan-beside.ts';
import { runBody } from './run-body.ts';
import { ask, commandAt, next, traceLine, type Flow, type Place, type Scope, type Walk } from './walk.ts';

type Gate = Extract<SimpleInstruction, { kind: 'gate' }>;
type Judgement = Extract<SimpleInstruction, { kind: 'judge' }>;

/** A person with the role says yes or no. No: the `If refused` body, or the run ends as stopped, with who said no. */
export function runGate(
  walk: Walk,
  place: Place,
  scope: Scope,
  { role, question, refused, byAnother }: Gate,
): Flow {
  const filled = question && fillTemplate({ walk, place, scope }, question);
  if (filled !== undefined && typeof filled !== 'string') return filled;
  const at = commandAt(walk, place, place.id);
  const isFrom = (answer: Answering): boolean =>
    isInRole(answer.event, role) && !(byAnother === true && hasRequested(walk, place.id, answer));
  const answered = walk.log.all(place.id, 'gate-answered').findLast(isFrom);
  if (!answered || isToAnotherQuestion(answered.event, filled)) {
    traceLine(walk, place, 'waiting');
    planBeside(walk, at);
    const notBy = byAnother === true ? { notBy: requestersOf(walk, place.id) } : {};
    return ask(walk, { ...at, kind: 'gate', role, question: filled, ...notBy });
  }
  planBeside(walk, at);
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
  const at = commandAt(walk, place, place.id);
  const answered = walk.log
    .all(place.id, 'judgement-answered')
    .findLast(({ event }) => isInRole(event, role));
  if (!answered || isToAnotherQuestion(answered.event, filled)) {
    traceLine(walk, place, 'waiting');
    planBeside(walk, at);
    return ask(walk, { ...at, kind: 'judge', role, question: filled });
  }
  planBeside(walk, at);
  const { answer, by, reason } = answered.event;
  return afterAnswer(walk, place, scope, { isYes: answer === 'yes', by, reason, refused });
}

type Answering = Logged<RunEvent & { readonly by: Person; readonly role?: string }>;

/** An answer that says in which role it was given counts for that role alone. */
const isInRole = (answer: { readonly role?: string }, role: string | undefined): boolean =>
  answer.role === undefined || (role !== undefined && sameText(answer.role, role));

/** Who began the run, and who has asked for the answer. */
function requestersOf(
  { log, started }: Walk,
  gate: string,
  before = Number.POSITIVE_INFINITY,
): readonly Person[] {
  const asked = log.addedAbout(gate).filter(({ at }) => at < before);
  const people = [started.by, ...asked.map(({ event }) => event.by)];
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** Whoever asks for an answer that was given already changes nothing about it. */
function hasRequested(walk: Walk, gate: string, { event, at }: Answering): boolean {
  return requestersOf(walk, gate, at).some(({ id }) => id === event.by.id);
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
