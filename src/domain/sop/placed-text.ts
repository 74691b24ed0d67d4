import type { Span } from '../facts/problem.ts';

/**
 * A text that was taken out of a document, of which every character knows its place there: also when marks, escapes or line
 * folds of Markdown and YAML were left out on the way.
 */
export class PlacedText {
  readonly text: string;
  /** Place of every character; undefined while the text is one piece of the document. */
  readonly #places: Uint32Array | undefined;
  readonly #from: number;

  private constructor(text: string, from: number, places?: Uint32Array) {
    this.text = text;
    this.#from = from;
    this.#places = places;
  }

  /** A piece of the document as it stands there. */
  static at(source: string, span: Span): PlacedText {
    return new PlacedText(source.slice(span.from, span.to), span.from);
  }

  /** A text that was decoded: `places` says for every character where it stands; `from` is the place of an empty one. */
  static decoded(text: string, places: Uint32Array, from: number): PlacedText {
    return new PlacedText(text, from, places);
  }

  /** Two texts behind each other. */
  static join(first: PlacedText, second: PlacedText): PlacedText {
    const places = [...first.places(), ...second.places()];
    return new PlacedText(first.text + second.text, first.placeAt(0), Uint32Array.from(places));
  }

  /** Whether the text is one piece of the document, so that a place is the first place and a distance. */
  get isOnePiece(): boolean {
    return this.#places === undefined;
  }

  /** The place of the character at an index; behind the last one, the place where the text ends. */
  placeAt(index: number): number {
    if (!this.#places) return this.#from + index;
    const place = this.#places[index];
    if (place !== undefined) return place;
    const last = this.#places.at(-1);
    return last === undefined ? this.#from : last + 1;
  }

  /** The place of the characters from one index to another, the second not included. */
  spanOf(from: number, to: number): Span {
    const start = this.placeAt(from);
    return { from: start, to: to > from ? this.placeAt(to - 1) + 1 : start };
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  *places(): Generator<number> {
    for (let index = 0; index < this.text.length; index += 1) yield this.placeAt(index);
  }

  slice(from: number, to: number): PlacedText {
    const places = this.#places?.subarray(from, to);
    return new PlacedText(this.text.slice(from, to), this.placeAt(from), places);
  }

  trim(): PlacedText {
    const from = this.text.length - this.text.trimStart().length;
    return this.slice(from, Math.max(from, this.text.trimEnd().length));
  }

  /** The text without some of its characters; the ranges are sorted and do not overlap. */
  without(ranges: readonly Span[]): PlacedText {
    if (ranges.length === 0) return this;
    const kept = [...gapsBetween(ranges, this.text.length)];
    const text = kept.map(({ from, to }) => this.text.slice(from, to)).join('');
    const places = new Uint32Array(text.length);
    let index = 0;
    for (const { from, to } of kept) for (let at = from; at < to; at += 1) places[index++] = this.placeAt(at);
    return new PlacedText(text, this.placeAt(0), places);
  }
}

function* gapsBetween(ranges: readonly Span[], length: number): Generator<Span> {
  let from = 0;
  for (const range of ranges) {
    yield { from, to: range.from };
    from = range.to;
  }
  yield { from, to: length };
}
