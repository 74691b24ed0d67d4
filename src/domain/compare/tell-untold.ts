import { quoted } from '../facts/found-problem.ts';
import type { Span } from '../facts/problem.ts';
import { changedWords } from './changed-words.ts';
import { changeOf } from './change-of.ts';
import type { Change } from './difference.ts';
import type { Part } from './occurrence.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { unitsOf, type Piece, type Unit } from './pieces-of.ts';
import type { Versions } from './same-parts.ts';

/** Whether the consequences of a part were computed: then what nothing tells of has none. */
type Computed = (part: Part) => boolean;

/** Instructions that stand otherwise in the two texts and that no sentence speaks of: none is left out in silence. */
export function tellUntold(
  versions: Versions,
  told: readonly Change[],
  isComputed: Computed,
): readonly Change[] {
  const units = pairUp(unitsOf(versions.namesBefore), unitsOf(versions.namesAfter), {
    nameOf: ({ part }) => part.key,
    isRenamed: (one, other) => one.outline === other.outline,
  });
  const spans = {
    before: told.flatMap(({ before }) => before),
    after: told.flatMap(({ after }) => after),
    gates: new Set(told.flatMap(({ values }) => values['gate']?.split(', ') ?? [])),
  };
  return units.flatMap(({ before, after }) =>
    tellUnit({ before: before && renameUnit(before, versions.renamed), after }, spans, isComputed),
  );
}

/** What was renamed is told once, not at every place. */
function renameUnit(unit: Unit, renamed: Versions['renamed']): Unit {
  const pieces = unit.pieces.map((piece) => ({ ...piece, text: renamed(piece.text) }));
  return { ...unit, pieces, outline: renamed(unit.outline) };
}

type Told = {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
  /** Gates that a sentence about what stands behind them names. */
  readonly gates: ReadonlySet<string>;
};

function tellUnit({ before, after }: Pair<Unit>, told: Told, isComputed: Computed): readonly Change[] {
  const part = (after ?? before)?.part;
  if (!part || before?.outline === after?.outline) return [];
  const isOpen = ({ span, instruction }: Piece, spans: readonly Span[]): boolean =>
    !touches(span, spans) && !(instruction?.kind === 'gate' && told.gates.has(instruction.role));
  const gone = changed(before, after).filter((piece) => isOpen(piece, told.before));
  const added = changed(after, before).filter((piece) => isOpen(piece, told.after));
  const pairs = Array.from({ length: Math.max(gone.length, added.length) }, (_, at) => ({
    before: gone[at],
    after: added[at],
  }));
  if (pairs.length > 0) return pairs.map((pair) => tellPieces(pair, part, isComputed(part)));
  const isTold =
    (before?.spans.some((span) => touches(span, told.before)) ?? false) ||
    (after?.spans.some((span) => touches(span, told.after)) ?? false);
  return isTold ? [] : [tellForm(part, { before, after }, isComputed(part))];
}

/** The pieces that the other version does not have in this part, each as often as it is missing. */
function changed(unit: Unit | undefined, other: Unit | undefined): readonly Piece[] {
  const left = new Map<string, number>();
  for (const { text } of other?.pieces ?? []) left.set(text, (left.get(text) ?? 0) + 1);
  return (unit?.pieces ?? []).filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

const touches = (span: Span, spans: readonly Span[]): boolean =>
  spans.some(({ from, to }) => from < span.to && span.from < to);

const noEffect = 'what happens is the same in every case';
const notComputed = 'there are too many combinations to say what that changes';

function tellPieces({ before, after }: Pair<Piece>, part: Part, isComputed: boolean): Change {
  const place = `In ${part.words}`;
  const [then, now] = shownTexts(before?.text ?? '', after?.text ?? '');
  const is = !before ? `${now} is new` : !after ? `${then} is gone` : `${then} is now ${now}`;
  const isWording = isComputed && before && after;
  const sentence = isWording
    ? `Only the wording: in ${part.words}, ${is}; ${noEffect}.`
    : `${place}, ${is}; ${isComputed ? noEffect : notComputed}.`;
  const values = { ...(before ? { before: before.text } : {}), ...(after ? { after: after.text } : {}) };
  return changeOf(isComputed ? 'wording' : 'not-computed', sentence, {
    values,
    before: before?.span,
    after: after?.span,
  });
}

/** Long texts by the words in which they differ. */
function shownTexts(before: string, after: string): readonly [string, string] {
  const isLong = before !== '' && after !== '' && Math.max(before.length, after.length) > 55;
  const [then, now] = isLong ? changedWords(before, after) : [before, after];
  return then === '' || now === '' ? [quoted(before), quoted(after)] : [quoted(then), quoted(now)];
}

function tellForm(part: Part, { before, after }: Pair<Unit>, isComputed: boolean): Change {
  const sentence = `In ${part.words}, the instructions stand in another order or form; ${isComputed ? noEffect : notComputed}.`;
  return changeOf(isComputed ? 'wording' : 'not-computed', sentence, {
    before: before?.spans[0],
    after: after?.spans[0],
  });
}
