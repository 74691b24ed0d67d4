import { quoted } from '../facts/found-problem.ts';
import { foldSpace } from '../facts/fold-text.ts';
import type { ExamplesTable, Evidence, Step } from '../sop/document.ts';
import { sayChangedWords } from './changed-words.ts';
import { changeOf } from './change-of.ts';
import type { Change, LineDifference } from './difference.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { stepWords } from './part-names.ts';
import { tellOtherText } from './tell-other-text.ts';
import { unitsOf, type Unit } from './pieces-of.ts';
import type { Versions } from './same-parts.ts';

/** What people read and no run does: names and notes of steps, evidence, examples, other text. */
export function tellNotes(
  versions: Versions,
  told: readonly Change[],
  lines: readonly LineDifference[],
): readonly Change[] {
  const { before, after, steps } = versions;
  const units = pairUp(unitsOf(versions.namesBefore), unitsOf(versions.namesAfter), {
    nameOf: ({ part }) => part.key,
    isRenamed: () => false,
  });
  const evidence = pairUp(before.evidence, after.evidence, {
    nameOf: ({ label }) => label,
    isRenamed: () => false,
  });
  const notes = [
    ...steps.flatMap(tellStep),
    ...units.flatMap(tellCites),
    ...evidence.flatMap(tellEvidence),
    ...tellExamples(versions),
  ];
  return [...notes, ...tellOtherText(versions, [...told, ...notes], lines)];
}

function tellStep({ before, after }: Pair<Step>): readonly Change[] {
  const step = after ?? before;
  if (!step) return [];
  const say = (sentence: string): Change =>
    changeOf('note', sentence, { before: before?.span, after: after?.span });
  const words = stepWords(step);
  if (!before) return [say(`There is a new ${words}.`)];
  if (!after) return [say(`There is no ${words} any more.`)];
  const found: Change[] = [];
  if (before.name !== after.name)
    found.push(
      say(
        `Step ${String(after.number)} is now called ${quoted(after.name)} instead of ${quoted(before.name)}.`,
      ),
    );
  else if (before.number !== after.number)
    found.push(
      say(`Step ${String(before.number)}, ${quoted(after.name)}, is now step ${String(after.number)}.`),
    );
  const [then, now] = [noteText(before), noteText(after)];
  if (then !== now) found.push(say(`The note of ${words} ${sayChangedWords(then, now)}.`));
  return found;
}

const noteText = ({ notes }: Step): string => foldSpace(notes.map(({ text }) => text).join(' '));

function tellCites({ before, after }: Pair<Unit>): readonly Change[] {
  if (!before || !after) return [];
  const [gone, added] = [citesWithout(before, after), citesWithout(after, before)];
  if (gone === '' && added === '') return [];
  const is =
    added === ''
      ? `no longer cites ${gone}`
      : `now cites ${added}${gone === '' ? '' : ` instead of ${gone}`}`;
  const words = `${after.part.words.slice(0, 1).toUpperCase()}${after.part.words.slice(1)}`;
  return [changeOf('note', `${words}: ${is}.`, { before: before.spans[0], after: after.spans[0] })];
}

const citesWithout = (unit: Unit, other: Unit): string =>
  unit.cites.flatMap((label) => (other.cites.includes(label) ? [] : `[${label}]`)).join(', ');

function tellEvidence({ before, after }: Pair<Evidence>): readonly Change[] {
  if (before?.url === after?.url && before?.title === after?.title) return [];
  const label = `[${(after ?? before)?.label ?? ''}]`;
  const is = !before ? 'is new' : !after ? 'is gone' : `is now ${link(after)} instead of ${link(before)}`;
  return [changeOf('note', `The evidence ${label} ${is}.`, { before: before?.span, after: after?.span })];
}

const link = ({ url, title }: Evidence): string => (title === undefined ? url : `${quoted(title)}, ${url}`);

function tellExamples({ before, after, renamed }: Versions): readonly Change[] {
  const [then, now] = [rowsOf(before.examples).map(renamed), rowsOf(after.examples)];
  const added = now.filter((row) => !then.includes(row)).length;
  const gone = then.filter((row) => !now.includes(row)).length;
  if (added + gone === 0) return [];
  const counts = [added > 0 ? `${String(added)} new` : [], gone > 0 ? `${String(gone)} gone` : []]
    .flat()
    .join(', ');
  const place = { before: before.examples?.span, after: after.examples?.span };
  return [changeOf('note', `Examples: ${counts}; there are ${String(now.length)} now.`, place)];
}

/** Each row with its columns, so that a new column is a change of every row. */
function rowsOf(table: ExamplesTable | undefined): readonly string[] {
  const columns = (table?.columns ?? []).map(({ text }) => text);
  return (table?.rows ?? []).map(({ cells }) =>
    JSON.stringify(cells.map(({ text }, at) => [foldSpace(columns[at] ?? ''), foldSpace(text)])),
  );
}
