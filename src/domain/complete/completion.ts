/** What an item stands for; an editor shows a sign for it. */
export type CompletionKind =
  | 'key'
  | 'section'
  | 'keyword'
  | 'operator'
  | 'fact'
  | 'function'
  | 'value'
  | 'type'
  | 'source'
  | 'operation'
  | 'parameter'
  | 'action'
  | 'reply'
  | 'table'
  | 'team'
  | 'step'
  | 'system'
  | 'evidence';

export type CompletionItem = {
  /** What a person reads. */
  readonly label: string;
  /** What takes the place of the text between `from` and `to`. */
  readonly insert: string;
  readonly kind: CompletionKind;
  /** A few words on what it is; empty where the label says everything. */
  readonly detail: string;
};

/** What can stand at an offset: the text between `from` and `to` is what an item replaces. Offsets are UTF-16 code units. */
export type Completion = {
  readonly from: number;
  readonly to: number;
  /** The best first. */
  readonly items: readonly CompletionItem[];
};

/** A place at which something could begin, and what could stand there. The text from it to the cursor is what was typed of it. */
export type Slot = { readonly at: number; readonly items: readonly CompletionItem[] };

/** Items of one kind out of plain words; a space behind a word is written, and not read. */
export function itemsOf(
  kind: CompletionKind,
  words: readonly string[],
  detail = '',
): readonly CompletionItem[] {
  return words.map((word) => ({ label: word.trim(), insert: word, kind, detail }));
}
