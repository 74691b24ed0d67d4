import type { Fix, TextEdit } from '../../facts/problem.ts';
import type { Sop } from '../../sop/document.ts';
import { addBulletBehind, lineAt, lineBehind, lineEndOf } from './add-bullet.ts';

/** Adds a bullet under `## Edge cases`, and the heading where there is none; undefined where that is not safe. */
export function addEdgeCase(sop: Sop, words: string): Fix | undefined {
  const edges = [...sop.edgeCases, ...sop.edgeHandlers, ...sop.edgeReminders];
  const last = edges.toSorted((left, right) => left.span.from - right.span.from).at(-1);
  const edit = last ? addBulletBehind(sop.source, last.span.from, words) : startEdgeCases(sop, words);
  return edit && { title: `Add “${words}” under “Edge cases”`, edits: [edit] };
}

const edgeHeading = /^ {0,3}#{1,6}[ \t]+edge[ \t]+cases[ \t]*:?[ \t]*$/im;

function startEdgeCases({ source, steps }: Sop, words: string): TextEdit | undefined {
  const heading = edgeHeading.exec(source);
  if (heading) return insertBlocks(source, heading.index + heading[0].length, [`- ${words}`]);
  const last = steps.at(-1);
  const end = last && endOfSteps(source, last.span.to);
  return end === undefined ? undefined : insertBlocks(source, end, ['## Edge cases', `- ${words}`]);
}

/** Before the next heading or the definitions at the end; undefined where code could look like a heading. */
function endOfSteps(source: string, from: number): number | undefined {
  let end = lineAt(source, from).to;
  for (let line = lineBehind(source, { to: end }); line; line = lineBehind(source, line)) {
    if (/^\s*(?:```|~~~|<)/.test(line.words)) return undefined;
    if (/^ {0,3}#{1,6}\s/.test(line.words)) break;
    if (line.words.trim() !== '' && !/^ {0,3}\[[^\]]+\]:/.test(line.words)) end = line.to;
  }
  return end;
}

/** Blocks behind a line, set off by blank lines on both sides. */
function insertBlocks(source: string, at: number, blocks: readonly string[]): TextEdit {
  const lineEnd = lineEndOf(source);
  const following = lineBehind(source, { to: at });
  const gap = following && following.words.trim() !== '' ? lineEnd : '';
  return { from: at, to: at, text: blocks.map((block) => lineEnd + lineEnd + block).join('') + gap };
}
