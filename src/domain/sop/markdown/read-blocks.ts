import type { Block, ListItem, TableRow } from './block.ts';
import {
  definitionStart,
  fence,
  fenceEnd,
  heading,
  quotesText,
  readMarker,
  rule,
  underline,
  type Marker,
} from './block-start.ts';
import { findHtmlBlock, type HtmlEnd } from './html-block.ts';
import { linesOf, skipSpace, type Line } from './line.ts';
import { readDefinitions } from './read-definitions.ts';
import { isDelimiterRow, splitRow, trimSpan } from './read-table.ts';

/** Deeper lists are read as text: nobody writes them, and every level is looked at for every line. */
const deepestList = 40;

/**
 * The blocks of a Markdown text from `from` on: headings, paragraphs, lists, tables and link definitions; everything else
 * is `other`. In one pass over the lines, because a document comes from anywhere and general Markdown readers need
 * minutes for 2 MB of nested lists. Agrees with CommonMark 0.31 and GitHub's tables on these blocks, except that what
 * stands in a quote is one `other`, and that a link definition ends a table. Never throws.
 */
export function readBlocks(text: string, from: number): readonly Block[] {
  const reader = new BlockReader(text);
  for (const line of linesOf(text, from)) reader.readLine(line);
  return reader.end();
}

type OpenList = {
  type: 'list';
  from: number;
  to: number;
  start: number | undefined;
  items: ListItem[];
  marker: string;
};
type OpenItem = { from: number; to: number; blocks: Block[] };
/** The document, or an item of a list that the next line may belong to. */
type Container = {
  readonly contentColumn: number;
  readonly blocks: Block[];
  readonly item: OpenItem | undefined;
  readonly list: OpenList | undefined;
};

/** What the next line may go on with. */
type Leaf =
  | { readonly type: 'paragraph'; readonly from: number; to: number; lastLine: { from: number; to: number } }
  | { readonly type: 'fence'; readonly from: number; to: number; readonly close: RegExp }
  | { readonly type: 'html'; readonly from: number; to: number; readonly end: HtmlEnd }
  | { readonly type: 'quote'; readonly from: number; to: number; isText: boolean }
  | { readonly type: 'code'; readonly from: number; to: number }
  | { readonly type: 'table'; readonly from: number; to: number; columns: readonly Span[]; rows: TableRow[] };

type Span = { readonly from: number; readonly to: number };
/** The rest of a line, behind the list markers that were read. */
type Rest = { readonly at: number; readonly column: number; readonly to: number };

class BlockReader {
  readonly #text: string;
  #containers: Container[] = [{ contentColumn: 0, blocks: [], item: undefined, list: undefined }];
  #leaf: Leaf | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  end(): readonly Block[] {
    this.#closeLeaf();
    return this.#containers[0]?.blocks ?? [];
  }

  readLine(line: Line): void {
    if (line.isBlank) this.#readBlank();
    else this.#readText(line);
  }

  #readBlank(): void {
    const leaf = this.#leaf;
    if (leaf?.type === 'fence' || (leaf?.type === 'html' && leaf.end !== 'blank line')) return;
    this.#closeLeaf();
    const { item } = this.#innermost();
    // An item may begin with at most one blank line.
    if (item && item.blocks.length === 0) this.#containers.pop();
  }

  #readText(line: Line): void {
    const open = this.#containers.filter(({ contentColumn }) => line.column >= contentColumn).length;
    const isInside = open === this.#containers.length;
    const rest = { at: line.start, column: line.column, to: line.to };
    if (isInside && this.#goOnWithLeaf(rest)) return this.#stretchItems(line.to);
    if (!isInside && this.#isLazy(rest, open)) return this.#stretchItems(line.to);
    if (!isInside) {
      this.#closeLeaf();
      this.#containers.length = open;
    }
    this.#startBlock(rest);
    this.#stretchItems(line.to);
  }

  /** Fences, HTML, tables, quotes and code that the line belongs to. Paragraphs are asked last, behind every start of a block. */
  #goOnWithLeaf(rest: Rest): boolean {
    const leaf = this.#leaf;
    switch (leaf?.type) {
      case 'fence':
        leaf.to = rest.to;
        if (leaf.close.test(this.#text.slice(rest.at, rest.to)) && this.#indent(rest) < 4) this.#closeLeaf();
        return true;
      case 'html':
        leaf.to = rest.to;
        if (leaf.end !== 'blank line' && leaf.end.at.test(this.#text.slice(rest.at, rest.to)))
          this.#closeLeaf();
        return true;
      case 'table': {
        if (this.#startsBlock(rest) || definitionStart.test(this.#text.slice(rest.at, rest.to))) return false;
        this.#addRow(leaf, rest);
        return true;
      }
      case 'quote':
        return this.#goOnWithQuote(leaf, rest);
      default:
        return false;
    }
  }

  #goOnWithQuote(leaf: Leaf & { type: 'quote' }, rest: Rest): boolean {
    const isMarked = this.#text[rest.at] === '>' && this.#indent(rest) < 4;
    if (!isMarked && !(leaf.isText && !this.#startsBlock(rest))) return false;
    leaf.to = rest.to;
    if (isMarked) leaf.isText = quotesText(this.#text.slice(rest.at, rest.to));
    return true;
  }

  /** A line that belongs to a paragraph although it is not indented enough. */
  #isLazy(rest: Rest, open: number): boolean {
    const leaf = this.#leaf;
    const container = this.#containers[open - 1];
    if (!container || (leaf?.type !== 'paragraph' && !(leaf?.type === 'quote' && leaf.isText))) return false;
    if (rest.column - container.contentColumn < 4 && this.#startsBlock(rest, container)) return false;
    if (leaf.type === 'paragraph') leaf.lastLine = { from: rest.at, to: rest.to };
    leaf.to = rest.to;
    return true;
  }

  #startsBlock(rest: Rest, container = this.#innermost()): boolean {
    const line = this.#text.slice(rest.at, rest.to);
    const isParagraph = this.#leaf?.type === 'paragraph' && container === this.#innermost();
    if (rest.column - container.contentColumn >= 4) return false;
    return (
      heading.test(line) ||
      fence.test(line) ||
      rule.test(line) ||
      line.startsWith('>') ||
      findHtmlBlock(line, { inParagraph: true }) !== undefined ||
      readMarker(line, { inParagraph: isParagraph }) !== undefined
    );
  }

  #startBlock(rest: Rest): void {
    const line = this.#text.slice(rest.at, rest.to);
    const inParagraph = this.#leaf?.type === 'paragraph';
    if (this.#indent(rest) >= 4) return inParagraph ? this.#addToParagraph(rest) : this.#addCode(rest);
    if (heading.test(line)) return this.#addHeading(rest);
    if (inParagraph && underline.test(line)) return this.#underline(rest);
    if (rule.test(line)) return this.#addBlock({ type: 'other', from: rest.at, to: rest.to });
    const marker = this.#containers.length <= deepestList ? readMarker(line, { inParagraph }) : undefined;
    if (marker) return this.#startItem(rest, marker);
    const fenced = fence.exec(line);
    if (fenced?.[1])
      return this.#openLeaf({ type: 'fence', from: rest.at, to: rest.to, close: fenceEnd(fenced[1]) });
    if (line.startsWith('>')) {
      return this.#openLeaf({ type: 'quote', from: rest.at, to: rest.to, isText: quotesText(line) });
    }
    const html = findHtmlBlock(line, { inParagraph });
    if (html) return this.#openHtml(rest, html);
    if (this.#isTableStart(rest)) return this.#openTable(rest);
    this.#addToParagraph(rest);
  }

  #startItem(rest: Rest, marker: Marker): void {
    this.#closeLeaf();
    const markerTo = rest.at + marker.width;
    const markerColumn = rest.column + marker.width;
    const after = skipSpace(this.#text, { at: markerTo, to: rest.to, column: markerColumn });
    const isEmpty = after.at === rest.to;
    const isCode = after.column - markerColumn > 4;
    const contentColumn = isEmpty || isCode ? markerColumn + 1 : after.column;
    const item: OpenItem = { from: rest.at, to: rest.to, blocks: [] };
    const list = this.#listFor(marker, rest.at);
    list.items.push(item);
    this.#containers.push({ contentColumn, blocks: item.blocks, item, list });
    if (!isEmpty) this.#startBlock({ ...after, to: rest.to });
  }

  #listFor(marker: Marker, from: number): OpenList {
    const { blocks } = this.#innermost();
    const last = blocks.at(-1);
    if (isOpenList(last) && last.marker === marker.kind) return last;
    const list: OpenList = {
      type: 'list',
      from,
      to: from,
      start: marker.number,
      items: [],
      marker: marker.kind,
    };
    blocks.push(list);
    return list;
  }

  /** Items and their lists reach as far as the last line with text that belongs to them. */
  #stretchItems(to: number): void {
    for (const { item, list } of this.#containers) {
      if (item) item.to = to;
      if (list) list.to = to;
    }
  }

  #addHeading(rest: Rest): void {
    const line = this.#text.slice(rest.at, rest.to);
    const depth = /^#+/.exec(line)?.[0].length ?? 1;
    const words = line.slice(depth).replace(/(^|[ \t])#+[ \t]*$/, '');
    const text = trimSpan(this.#text, { from: rest.at + depth, to: rest.at + depth + words.length });
    this.#addBlock({ type: 'heading', depth, text, from: rest.at, to: rest.to });
  }

  #underline(rest: Rest): void {
    const leaf = this.#leaf;
    if (leaf?.type !== 'paragraph') return;
    const { definitions, textFrom } = readDefinitions(this.#text, leaf);
    const text = trimSpan(this.#text, { from: textFrom, to: leaf.to });
    if (text.from === text.to) {
      // Below link definitions alone there is nothing to underline.
      const isRule = rule.test(this.#text.slice(rest.at, rest.to));
      return isRule
        ? this.#addBlock({ type: 'other', from: rest.at, to: rest.to })
        : this.#addToParagraph(rest);
    }
    this.#leaf = undefined;
    for (const definition of definitions) this.#innermost().blocks.push(definition);
    const depth = this.#text[rest.at] === '=' ? 1 : 2;
    this.#addBlock({ type: 'heading', depth, text, from: text.from, to: rest.to });
  }

  #isTableStart(rest: Rest): boolean {
    const leaf = this.#leaf;
    if (leaf?.type !== 'paragraph') return false;
    const columns = splitRow(this.#text, leaf.lastLine).length;
    return isDelimiterRow(this.#text.slice(rest.at, rest.to).trim(), columns);
  }

  #openTable(rest: Rest): void {
    const leaf = this.#leaf;
    if (leaf?.type !== 'paragraph') return;
    const head = leaf.lastLine;
    this.#leaf = undefined;
    if (head.from > leaf.from) this.#addParagraph({ from: leaf.from, to: head.from });
    const columns = splitRow(this.#text, head);
    this.#leaf = { type: 'table', from: head.from, to: rest.to, columns, rows: [] };
  }

  #addRow(table: Leaf & { type: 'table' }, rest: Rest): void {
    table.to = rest.to;
    const row = trimSpan(this.#text, { from: rest.at, to: rest.to });
    table.rows.push({ ...row, cells: splitRow(this.#text, row) });
  }

  #openHtml(rest: Rest, end: HtmlEnd): void {
    this.#openLeaf({ type: 'html', from: rest.at, to: rest.to, end });
    if (end !== 'blank line' && end.at.test(this.#text.slice(rest.at, rest.to))) this.#closeLeaf();
  }

  #addCode(rest: Rest): void {
    if (this.#leaf?.type === 'code') this.#leaf.to = rest.to;
    else this.#openLeaf({ type: 'code', from: rest.at, to: rest.to });
  }

  #addToParagraph(rest: Rest): void {
    const lastLine = { from: rest.at, to: rest.to };
    if (this.#leaf?.type === 'paragraph') Object.assign(this.#leaf, { to: rest.to, lastLine });
    else this.#openLeaf({ type: 'paragraph', from: rest.at, to: rest.to, lastLine });
  }

  #addParagraph(span: Span): void {
    const { definitions, textFrom } = readDefinitions(this.#text, span);
    const text = trimSpan(this.#text, { from: textFrom, to: span.to });
    for (const definition of definitions) this.#innermost().blocks.push(definition);
    if (text.from < text.to) this.#innermost().blocks.push({ type: 'paragraph', ...text });
  }

  #addBlock(block: Block): void {
    this.#closeLeaf();
    this.#innermost().blocks.push(block);
  }

  #openLeaf(leaf: Leaf): void {
    this.#closeLeaf();
    this.#leaf = leaf;
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (!leaf) return;
    const { from, to } = leaf;
    if (leaf.type === 'paragraph') this.#addParagraph(leaf);
    else if (leaf.type === 'table') {
      this.#innermost().blocks.push({ type: 'table', from, to, columns: leaf.columns, rows: leaf.rows });
    } else this.#innermost().blocks.push({ type: 'other', from, to });
  }

  #indent(rest: Rest): number {
    return rest.column - this.#innermost().contentColumn;
  }

  #innermost(): Container {
    const innermost = this.#containers.at(-1);
    if (!innermost) throw new Error('A document without its own container');
    return innermost;
  }
}

function isOpenList(block: Block | undefined): block is OpenList {
  return block?.type === 'list' && 'marker' in block;
}
