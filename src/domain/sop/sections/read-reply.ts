import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Reply, Template } from '../document.ts';
import type { Block } from '../markdown/block.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';
import { joinPieces, readTemplate } from '../template.ts';
import type { Section } from './section.ts';

/** Reads `## Reply: <name>`: its text as it is sent, with placeholders. */
export function readReply(section: Section, reading: Reading): Reply {
  const { name } = section;
  const place = section.heading?.text ?? section.span;
  const report = (message: string): void => reading.report(errorAt(place, { id: 'syntax', message }));
  if (name === '') report('The reply has no name: “## Reply: please wait”.');
  const blocks = section.blocks.filter(({ type }) => type !== 'definition');
  if (blocks.length === 0) report(`The reply ${quoted(name)} has no text.`);
  const pieces = blocks.flatMap((block, index) => [
    ...(index > 0 ? [{ text: '\n\n' }] : []),
    ...readBlock(block, reading),
  ]);
  return { name, span: section.span, text: joinPieces(pieces) };
}

/** A line break inside a paragraph is only there for the width of the file, unless two spaces or a backslash ask for it. */
function readBlock(block: Block, reading: Reading): Template {
  const pieces = readTemplate(PlacedText.at(reading.source, block), reading);
  const unfold = block.type === 'paragraph' ? unfoldLines : keepLines;
  return pieces.map((piece) => ('text' in piece ? { text: unfold(piece.text) } : piece));
}

function unfoldLines(text: string): string {
  return keepLines(text).replace(/(\\| {2,})?\n[ \t]*/g, (_, isBreak: string | undefined) =>
    isBreak ? '\n' : ' ',
  );
}

function keepLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
