import type { Span } from '../../facts/problem.ts';
import type { Vocabulary } from '../../facts/vocabulary.ts';
import type { PlacedText } from '../placed-text.ts';
import { quotedRanges } from '../quotes.ts';

type Outline = {
  /** 1 where a character stands inside quotes, inside brackets, or inside the name of a fact. */
  readonly inner: Uint8Array;
  /** For every opening quotation mark its closing one. */
  readonly quotes: ReadonlyMap<number, number>;
};

/**
 * A part of a bullet, with what is needed to take it apart: only words that stand outside quotes, brackets and the names of
 * facts can be words of the language. Parts share the text and its outline, so that taking apart costs no copies.
 */
export class Phrase {
  readonly placed: PlacedText;
  readonly from: number;
  readonly to: number;
  readonly #outline: Outline;

  private constructor(placed: PlacedText, outline: Outline, range: Span) {
    this.placed = placed;
    this.#outline = outline;
    this.from = range.from;
    this.to = range.to;
  }

  static of(placed: PlacedText, vocabulary: Vocabulary): Phrase {
    const phrase = new Phrase(placed, outlineOf(placed.text, vocabulary), {
      from: 0,
      to: placed.text.length,
    });
    return phrase.part(0, placed.text.length);
  }

  /** The whole text that this is a part of; indices count in it. */
  get whole(): string {
    return this.placed.text;
  }

  get words(): string {
    return this.whole.slice(this.from, this.to);
  }

  get isEmpty(): boolean {
    return this.from === this.to;
  }

  get span(): Span {
    return this.placed.spanOf(this.from, this.to);
  }

  /** The place of a range of indices. */
  spanOf(from: number, to: number): Span {
    return this.placed.spanOf(from, to);
  }

  /** The part between two indices, without white space around it. */
  part(from: number, to: number): Phrase {
    let start = from;
    let end = to;
    while (start < end && isSpaceAt(this.whole, start)) start += 1;
    while (end > start && isSpaceAt(this.whole, end - 1)) end -= 1;
    return new Phrase(this.placed, this.#outline, { from: start, to: end });
  }

  /** The part without the comma or semicolon that sets it off from what follows. */
  withoutSeparator(): Phrase {
    const isSetOff = !this.isEmpty && /[,;]/.test(this.whole[this.to - 1] ?? '');
    return isSetOff ? this.part(this.from, this.to - 1) : this;
  }

  isOuter(index: number): boolean {
    return this.#outline.inner[index] === 0;
  }

  /** The closing quotation mark of one that opens at the index. */
  closingQuote(index: number): number | undefined {
    const closing = this.#outline.quotes.get(index);
    return closing !== undefined && closing < this.to ? closing : undefined;
  }

  /** A match of a sticky pattern at an index, if it ends inside the phrase. */
  match(pattern: RegExp, index: number): RegExpExecArray | undefined {
    pattern.lastIndex = index;
    const found = index <= this.to ? pattern.exec(this.whole) : null;
    return found && pattern.lastIndex <= this.to ? found : undefined;
  }

  /** The matches of a pattern with the flag `g` that start outside quotes, brackets and names; `index` counts in the whole. */
  *outerMatches(
    pattern: RegExp,
    from = this.from,
  ): Generator<{ readonly index: number; readonly text: string }> {
    for (const found of this.whole.slice(from, this.to).matchAll(pattern)) {
      const index = from + found.index;
      if (this.isOuter(index)) yield { index, text: found[0] };
    }
  }
}

function isSpaceAt(text: string, index: number): boolean {
  return /\s/.test(text[index] ?? '');
}

function outlineOf(text: string, vocabulary: Vocabulary): Outline {
  const inner = new Uint8Array(text.length);
  const quoted = quotedRanges(text);
  const brackets = new Map<number, number>();
  const open: number[] = [];
  let quote = 0;
  for (let at = 0; at < text.length; at += 1) {
    const range = quoted[quote];
    const character = text[at] ?? '';
    if (range?.from === at) {
      quote += 1;
      at = range.to - 1;
    } else if (character === '(' || character === '[') open.push(at);
    else if (character === ')' || character === ']') pairBrackets(brackets, open.pop(), at);
    else if (isWordStart(text, at)) {
      const name = vocabulary.matchAt(text, at);
      if (!name) continue;
      inner.fill(1, at + 1, name.to);
      at = name.to - 1;
    }
  }
  for (const { from, to } of quoted) inner.fill(1, from, to);
  fillBrackets(inner, brackets);
  return { inner, quotes: new Map(quoted.map(({ from, to }) => [from, to - 1])) };
}

/** A range such as [1..5) closes with another bracket than it opened with. A bracket without partner is only a character. */
function pairBrackets(brackets: Map<number, number>, opening: number | undefined, closing: number): void {
  if (opening !== undefined) brackets.set(opening, closing);
}

function fillBrackets(inner: Uint8Array, brackets: ReadonlyMap<number, number>): void {
  let filled = -1;
  for (const [opening, closing] of [...brackets].toSorted(([left], [right]) => left - right)) {
    if (opening < filled) continue;
    inner.fill(1, opening, closing + 1);
    filled = closing;
  }
}

function isWordStart(text: string, at: number): boolean {
  return isLetter(text[at]) && !isLetter(text[at - 1]);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
