import { errorAt } from '../../facts/found-problem.ts';
import type { Fix, Span } from '../../facts/problem.ts';
import { oneLine, lineOfItem, type Line } from '../body/line.ts';
import { guardsSomething } from '../body/misplaced.ts';
import { readBody, type BodySource } from '../body/read-body.ts';
import { isHandler, readHandler } from '../body/read-handler.ts';
import type { Body, Handler, ManualInstruction, WhenInstruction } from '../document.ts';
import { splitCondition } from '../instruction/condition-end.ts';
import { unreadLine } from '../instruction/manual-step.ts';
import { readInstructions } from '../instruction/read-instructions.ts';
import { splitClauses, type Clause } from '../instruction/split-clauses.ts';
import type { ListItem } from '../markdown/block.ts';
import type { Reading } from '../reading.ts';
import type { Section } from './section.ts';

export type EdgeCases = {
  readonly whens: readonly WhenInstruction[];
  readonly handlers: readonly Handler[];
  /** Bullets that the app cannot check; a person keeps them in mind. */
  readonly reminders: readonly ManualInstruction[];
};

/** Reads `## Edge cases`: `When <condition>: …`, `On failure of …` and `On rejection of …`. */
export function readEdgeCases(sections: readonly Section[], reading: Reading): EdgeCases {
  const edges = {
    whens: [] as WhenInstruction[],
    handlers: [] as Handler[],
    reminders: [] as ManualInstruction[],
  };
  const items = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'list' ? block.items : []));
  for (const [index, item] of items.entries()) {
    const edge = readEdge(item, `edge.${String(index + 1)}`, reading);
    if (edge?.kind === 'when') edges.whens.push(edge);
    else if (edge?.kind === 'manual') edges.reminders.push(edge);
    else if (edge) edges.handlers.push(edge);
  }
  return edges;
}

type Edge = WhenInstruction | Handler | ManualInstruction | undefined;
type Place = { readonly line: Line; readonly path: string; readonly reading: Reading };

function readEdge(item: ListItem, path: string, reading: Reading): Edge {
  const line = lineOfItem(item, reading);
  if (!line || line.phrase.isEmpty) return undefined;
  const [clause] = splitClauses(line.phrase);
  const place = { line, path, reading };
  switch (clause?.kind) {
    case 'when':
      return readWhen(clause, place);
    case 'on-failure':
    case 'on-rejection':
      return readEdgeHandler(clause, place);
    default:
      return readOther(clause, place);
  }
}

function readWhen(clause: Clause, place: Place): Edge {
  const { line, path, reading } = place;
  if (!guardsSomething(clause, reading)) return remind(place);
  const { condition, body: words } = splitCondition(clause.rest);
  const checked = reading.check(condition.placed.slice(condition.from, condition.to), {
    mustBeCondition: true,
  });
  const inline = words && !words.isEmpty ? { phrase: words, cites: line.cites } : undefined;
  const body = readInside({ inline, lists: line.lists }, '1', place);
  const mistake = findMistake({
    hasEnd: words !== undefined || line.lists.length > 0,
    hasBody: inline !== undefined || line.lists.length > 0,
  });
  if (mistake) reading.report(errorAt(clause.whole.span, { id: 'syntax', message: mistake }));
  else reading.reportAll(checked.problems);
  if (mistake || !checked.expression) return remindSilently(place);
  return { kind: 'when', path, span: line.span, cites: line.cites, condition: checked.expression, body };
}

function findMistake({
  hasEnd,
  hasBody,
}: {
  readonly hasEnd: boolean;
  readonly hasBody: boolean;
}): string | undefined {
  if (!hasEnd)
    return 'The app cannot tell what this “When” is to do. Put a colon behind the condition: “When legal threat: escalate to Legal”.';
  return hasBody
    ? undefined
    : 'It is not said what to do here. Write it behind the colon, or in bullets below.';
}

function readEdgeHandler(clause: Clause, place: Place): Edge {
  const result = readHandler(clause, {
    ...place,
    readInside: (source, label) => readInside(source, label, place),
  });
  if (isHandler(result)) return result;
  return result === 'manual' ? remind(place) : remindSilently(place);
}

/** Anything else has no place here: an instruction would run at no known time, and prose is for a person. */
function readOther(clause: Clause | undefined, place: Place): Edge {
  const { line, reading } = place;
  if (!clause || !isMeant(clause, reading)) return remind(place);
  const message =
    'Under “Edge cases” a bullet starts with “When <condition>:”, “On failure of …:” or “On rejection of …:”.';
  const problem = errorAt(line.phrase.span, { id: 'syntax', message });
  reading.report(isIf(clause, reading) ? { ...problem, fixes: [writeWhen(line.phrase.span)] } : problem);
  return remindSilently(place);
}

/** An `If` whose condition can be read asks what a `When` asks. */
function isIf({ kind, rest }: Clause, reading: Reading): boolean {
  const { condition, body } = splitCondition(rest);
  const words = condition.placed.slice(condition.from, condition.to);
  if (kind !== 'if' || body === undefined) return false;
  return reading.check(words, { mustBeCondition: true }).expression !== undefined;
}

function writeWhen({ from }: Span): Fix {
  return { title: 'Write “When”', edits: [{ from, to: from + 'if'.length, text: 'When' }] };
}

function isMeant(clause: Clause, reading: Reading): boolean {
  const { isCodified } = reading.declared;
  switch (clause.kind) {
    case 'plain':
      return isCodified && readInstructions(clause.whole, { reading, step: undefined }).is !== 'unread';
    case 'if':
      return guardsSomething(clause, reading);
    default:
      return isCodified;
  }
}

function readInside(source: BodySource, label: string, { path, reading }: Place): Body {
  return readBody(source, { prefix: `${path}>${label}.`, step: undefined, reading, notes: [] });
}

function remind(place: Place): Edge {
  const { line, reading } = place;
  reading.report(unreadLine(line.phrase, undefined, reading));
  return remindSilently(place);
}

function remindSilently({ line, path }: Place): Edge {
  return {
    kind: 'manual',
    path,
    span: line.phrase.span,
    cites: line.cites,
    text: oneLine(line.phrase.words),
  };
}
