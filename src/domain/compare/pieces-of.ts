import { foldSpace } from '../facts/fold-text.ts';
import type { Span } from '../facts/problem.ts';
import type { Body, Decision, Handler, Instruction } from '../sop/document.ts';
import type { Names } from './effect.ts';
import type { Part } from './occurrence.ts';
import { edgeCasesPart, stepPart, tablePart } from './part-names.ts';
import { cellsSpan } from './walk-choice.ts';

/** A condition or an instruction, in its own words. */
export type Piece = { readonly span: Span; readonly text: string; readonly instruction?: Instruction };

/** A step, a table, the edge cases: what stands in it, in order. */
export type Unit = {
  readonly part: Part;
  readonly spans: readonly Span[];
  readonly pieces: readonly Piece[];
  /** Equal where nothing but notes, evidence and spaces differ. */
  readonly outline: string;
  readonly cites: readonly string[];
};

/** The parts of a document that are run. */
export function unitsOf(names: Pick<Names, 'sop' | 'step'>): readonly Unit[] {
  const { sop } = names;
  const { edgeCases, edgeHandlers, edgeReminders } = sop;
  const edges = [...edgeCases, ...edgeHandlers, ...edgeReminders];
  return [
    ...sop.steps.map((step) =>
      unitOf(names, stepPart(step, names), { spans: [step.span], content: step.body, cited: step }),
    ),
    ...sop.decisions.map((table) =>
      unitOf(names, tablePart(table), { spans: [table.span], content: table, cited: table }),
    ),
    unitOf(names, edgeCasesPart, {
      spans: edges.map(({ span }) => span),
      content: { edgeCases, edgeHandlers, edgeReminders },
      cited: edges,
    }),
  ];
}

type Edges = Pick<Names['sop'], 'edgeCases' | 'edgeHandlers' | 'edgeReminders'>;
type Content = {
  readonly spans: readonly Span[];
  readonly content: Body | Decision | Edges;
  /** What may cite evidence in it. */
  readonly cited: unknown;
};

function unitOf({ sop }: Pick<Names, 'sop'>, part: Part, { spans, content, cited }: Content): Unit {
  return {
    part,
    spans,
    pieces: [...piecesIn(sop.source, content)],
    outline: JSON.stringify(content, withoutPlaces),
    cites: citesIn(cited),
  };
}

const places = new Set(['span', 'path', 'cites']);

/** A condition stays as its own words. */
function withoutPlaces(key: string, value: unknown): unknown {
  if (places.has(key)) return undefined;
  if (typeof value === 'string') return foldSpace(value);
  const isExpression = typeof value === 'object' && value !== null && 'tree' in value && 'text' in value;
  return isExpression ? value.text : value;
}

/** Every label that something in a part of the document cites. */
function citesIn(part: unknown): readonly string[] {
  const found = new Set<string>();
  JSON.stringify(part, (key, value: unknown) => {
    if (key === 'cites' && Array.isArray(value)) for (const label of value) found.add(String(label));
    return key === 'tree' ? undefined : value;
  });
  return [...found].toSorted();
}

function* piecesIn(source: string, content: Content['content']): Generator<Piece> {
  const at = (span: Span): Piece => ({ span, text: foldSpace(source.slice(span.from, span.to)) });
  if ('instructions' in content) yield* bodyPieces(content, at);
  else if ('rows' in content) {
    for (const column of content.columns) yield at(column.span);
    for (const row of content.rows) {
      yield at(cellsSpan(row));
      yield* bodyPieces(row.body, at);
    }
  } else {
    for (const { condition, body } of content.edgeCases) {
      yield at(condition.span);
      yield* bodyPieces(body, at);
    }
    for (const handler of content.edgeHandlers) yield* handlerPieces(handler, at);
    for (const reminder of content.edgeReminders) yield { ...at(reminder.span), instruction: reminder };
  }
}

type At = (span: Span) => Piece;

function* bodyPieces({ instructions, handlers }: Body, at: At): Generator<Piece> {
  for (const instruction of instructions) {
    if (instruction.kind !== 'if') {
      yield { ...at(instruction.span), instruction };
      if ('refused' in instruction && instruction.refused) yield* bodyPieces(instruction.refused, at);
      continue;
    }
    for (const { condition, body } of instruction.branches) {
      yield at(condition.span);
      yield* bodyPieces(body, at);
    }
    for (const branch of [instruction.otherwise, instruction.unknown])
      if (branch) yield* bodyPieces(branch.body, at);
  }
  for (const handler of handlers) yield* handlerPieces(handler, at);
}

/** The words before what it does. */
function* handlerPieces(handler: Handler, at: At): Generator<Piece> {
  const first = handler.body.instructions[0]?.span.from ?? handler.span.to;
  yield at({ from: handler.span.from, to: Math.max(handler.span.from, first) });
  yield* bodyPieces(handler.body, at);
}
