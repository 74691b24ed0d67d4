import type { Block, List, ListItem, Paragraph } from '../markdown/block.ts';
import type { Span } from '../../facts/problem.ts';
import { takeCites } from '../cites.ts';
import { Phrase } from '../instruction/phrase.ts';
import { withoutMarkup } from '../markup.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';

/** A bullet, or a cell that says what to do: its words, what it cites, and the lists below it. */
export type Line = {
  readonly phrase: Phrase;
  readonly cites: readonly string[];
  readonly lists: readonly List[];
  readonly span: Span;
};

export type Note = { readonly text: string; readonly span: Span };

const taskBox = /^\[[ x]\]\s+/i;

/** The words of an instruction as they stand in the document, without marks and cites. */
export function readLine(placed: PlacedText, lists: readonly List[], reading: Reading): Line {
  const plain = withoutMarkup(placed);
  const box = taskBox.exec(plain.text)?.[0].length ?? 0;
  const { rest, cites } = takeCites(plain.slice(box, plain.text.length), reading);
  const span = { from: placed.span.from, to: lists.at(-1)?.to ?? placed.span.to };
  return { phrase: Phrase.of(rest, reading.declared.vocabulary), cites, lists, span };
}

/** The parts of a list item: its first paragraph is the instruction, further ones are notes. */
export function partsOf(item: { readonly blocks: readonly Block[] }): {
  readonly text: Paragraph | undefined;
  readonly notes: readonly Paragraph[];
  readonly lists: readonly List[];
} {
  const paragraphs = item.blocks.filter((block) => block.type === 'paragraph');
  const lists = item.blocks.filter((block) => block.type === 'list');
  const text = item.blocks[0]?.type === 'paragraph' ? item.blocks[0] : undefined;
  return { text, notes: text ? paragraphs.slice(1) : paragraphs, lists };
}

/** A paragraph for people, on one line. */
export function readNote(placed: PlacedText, reading: Reading): Note & { readonly cites: readonly string[] } {
  const { rest, cites } = takeCites(withoutMarkup(placed), reading);
  return { text: oneLine(rest.text), span: placed.span, cites };
}

/** The paragraph of an item as a line, if it has one. */
export function lineOfItem(item: ListItem, reading: Reading): Line | undefined {
  const { text, lists } = partsOf(item);
  return text && readLine(PlacedText.at(reading.source, text), lists, reading);
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
