import type { Span } from '../../facts/problem.ts';

/** What a Markdown document consists of, as far as an SOP needs it. Every block keeps its place in the text. */
export type Block = Heading | Paragraph | List | Table | Definition | OtherBlock;

/** `## Steps`; the place of `text` is without the number signs. */
export type Heading = Span & { readonly type: 'heading'; readonly depth: number; readonly text: Span };

export type Paragraph = Span & { readonly type: 'paragraph' };

export type List = Span & {
  readonly type: 'list';
  /** The number of the first item; undefined for bullets. */
  readonly start: number | undefined;
  readonly items: readonly ListItem[];
};

export type ListItem = Span & { readonly blocks: readonly Block[] };

export type Table = Span & {
  readonly type: 'table';
  readonly columns: readonly Span[];
  /** A row has as many cells as were written, fewer or more than there are columns. */
  readonly rows: readonly TableRow[];
};

export type TableRow = Span & { readonly cells: readonly Span[] };

/** `[P1]: https://example.com "title"`. */
export type Definition = Span & {
  readonly type: 'definition';
  readonly label: string;
  readonly url: string;
  readonly title: string | undefined;
};

/** Code, HTML, quotes, rules: notes for people. */
type OtherBlock = Span & { readonly type: 'other' };
