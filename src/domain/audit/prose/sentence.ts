import type { Span } from '../../facts/problem.ts';

/** A sentence of a prose SOP, a bullet or a table cell without a full stop among them. */
export type Sentence = Span & {
  /** As `maskMarkup` leaves it: of the same length as the place. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The number of headings before it. */
  readonly section: number;
};

/** A word and its place in the document. */
export type Word = Span & {
  readonly written: string;
  readonly lower: string;
  /** A clause begins here: the sentence starts, or a comma, colon, semicolon, bracket or dash stands before. */
  readonly startsClause: boolean;
};

const wordOrMark = /[#@~]?[\p{L}\p{N}_]+(?:['’./@&-][\p{L}\p{N}_]+)*|\uE000+|\uE001+/gu;
const sentenceEnd = /[.!?…]+["”’)\]]*(?=\s+[^\s\p{Ll}]|\s*$)/gu;
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|eg|ie|etc|vs|approx|no|mr|mrs|ms|dr|incl|max|min|ca)\.$/i;
const clauseBreak = /[,:;()[\]|–—]|\s-\s/;

/** The sentences of a stretch of masked text. `section` is the number of headings before it. */
export function splitSentences(masked: string, place: Span, section: number): readonly Sentence[] {
  const stretch = masked.slice(place.from, place.to);
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of stretch.matchAll(sentenceEnd)) {
    const to = end.index + end[0].length;
    if (end[0] === '.' && abbreviation.test(stretch.slice(Math.max(start, to - 9), to))) continue;
    addSentences(sentences, { stretch, start, to, offset: place.from, section });
    start = to;
  }
  addSentences(sentences, { stretch, start, to: stretch.length, offset: place.from, section });
  return sentences;
}

/** Longer ones are cut: nobody writes them, and some rules compare the words of a sentence with one another. */
const longest = 2000;

function addSentences(sentences: Sentence[], part: Part): void {
  for (let start = part.start; start < part.to; start += longest)
    addSentence(sentences, { ...part, start, to: Math.min(start + longest, part.to) });
}

type Part = { stretch: string; start: number; to: number; offset: number; section: number };

function addSentence(sentences: Sentence[], part: Part): void {
  const raw = part.stretch.slice(part.start, part.to);
  const text = raw.trim();
  if (text === '') return;
  const from = part.offset + part.start + (raw.length - raw.trimStart().length);
  sentences.push({ from, to: from + text.length, text, words: wordsOf(text, from), section: part.section });
}

/** The words of a masked text that stands at `offset`. */
function wordsOf(text: string, offset: number): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: written, index } of text.matchAll(wordOrMark)) {
    const startsClause = words.length === 0 || clauseBreak.test(text.slice(last, index));
    const from = offset + index;
    words.push({
      written,
      lower: written.toLowerCase().replaceAll('’', "'"),
      startsClause,
      from,
      to: from + written.length,
    });
    last = index + written.length;
  }
  return words;
}
