import type { Span } from '../../facts/problem.ts';
import type { Block, Table } from '../../sop/markdown/block.ts';
import { readBlocks } from '../../sop/markdown/read-blocks.ts';
import { readFrontMatter, type HeaderEntry } from './front-matter.ts';
import { blank, maskMarkup } from './mask-markup.ts';
import { splitSentences, type Sentence } from './sentence.ts';

/** A prose SOP as the audit looks at it. Every place is one of `text`. */
export type ProseDocument = {
  readonly text: string;
  /** The text of the same length without code blocks and HTML, with inline markup masked. */
  readonly masked: string;
  /** Where findings about the whole document stand: its title, or its first line. */
  readonly title: Span;
  readonly header: readonly HeaderEntry[];
  readonly bodyFrom: number;
  readonly headings: readonly ProseHeading[];
  readonly tables: readonly Table[];
  readonly sentences: readonly Sentence[];
};

type ProseHeading = Span & {
  readonly depth: number;
  readonly words: string;
  /** Whether something stands below it: text, code, a picture or a heading of a lower level. */
  hasContent: boolean;
};

/** Reads any Markdown text. Never throws, and takes time in proportion to the length. */
export function readProse(text: string): ProseDocument {
  const { entries, bodyFrom } = readFrontMatter(text);
  const blocks = readBlocks(text, bodyFrom);
  const masked = maskMarkup(withoutCode(text, blocks));
  const reading: Reading = { text, masked, headings: [], tables: [], sentences: [] };
  readAll(reading, blocks);
  return {
    text,
    masked,
    title: findTitle(text, { entries, headings: reading.headings, bodyFrom }),
    header: entries,
    bodyFrom,
    headings: reading.headings,
    tables: reading.tables,
    sentences: reading.sentences,
  };
}

type Reading = {
  readonly text: string;
  readonly masked: string;
  readonly headings: ProseHeading[];
  readonly tables: Table[];
  readonly sentences: Sentence[];
};

function readAll(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const above = reading.headings.at(-1);
    if (above && block.type !== 'definition' && (block.type !== 'heading' || block.depth > above.depth))
      above.hasContent = true;
    readBlock(reading, block);
  }
}

function readBlock(reading: Reading, block: Block): void {
  switch (block.type) {
    case 'heading': {
      const { from, to } = block.text;
      const words = reading.text.slice(from, to);
      reading.headings.push({ from, to, depth: block.depth, words, hasContent: false });
      return;
    }
    case 'paragraph':
      return addSentences(reading, block);
    case 'list':
      for (const { blocks } of block.items) readAll(reading, blocks);
      return;
    case 'table':
      reading.tables.push(block);
      for (const { cells } of block.rows) for (const cell of cells) addSentences(reading, cell);
      return;
    case 'definition':
    case 'other':
  }
}

function addSentences({ masked, headings, sentences }: Reading, place: Span): void {
  for (const sentence of splitSentences(masked, place, headings.length)) sentences.push(sentence);
}

/** The text with code and HTML blocks blank; quotes stay, because notices stand in them. */
function withoutCode(text: string, blocks: readonly Block[]): string {
  let done = 0;
  let kept = '';
  for (const { from, to } of codeIn(text, blocks)) {
    kept += text.slice(done, from) + blank(text.slice(from, to));
    done = to;
  }
  return kept + text.slice(done);
}

function* codeIn(text: string, blocks: readonly Block[]): Generator<Span, undefined> {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) yield* codeIn(text, item.blocks);
    else if (block.type === 'other' && text[block.from] !== '>') yield block;
  }
  return undefined;
}

function findTitle(
  text: string,
  found: {
    readonly entries: readonly HeaderEntry[];
    readonly headings: readonly ProseHeading[];
    readonly bodyFrom: number;
  },
): Span {
  const named = found.entries.find(({ key, value }) => key === 'title' && value.from < value.to);
  const heading = found.headings.find(({ depth, from, to }) => depth === 1 && from < to);
  if (named ?? heading) return named?.value ?? heading ?? { from: 0, to: 0 };
  return firstLine(text, found.bodyFrom) ?? firstLine(text, 0) ?? { from: 0, to: text.length };
}

function firstLine(text: string, from: number): Span | undefined {
  const line = /\S[^\r\n]*/g;
  line.lastIndex = from;
  const found = line.exec(text);
  return found ? { from: found.index, to: found.index + found[0].trimEnd().length } : undefined;
}
