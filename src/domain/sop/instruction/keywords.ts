import type { Phrase } from './phrase.ts';

/** The words that a simple instruction starts with. Source: SOP language, section 2, "Instructions". */
const keywords = {
  get: /get\s+(?=\S)/iy,
  extract: /extract\s+(?=\S)/iy,
  ask: /ask\s+the\s+customer(?=[\s"“])\s*/iy,
  propose: /propose\s+(?=\S)/iy,
  set: /set\s+(?=\S)/iy,
  'add-tag': /add\s+tag(?=[\s"“])\s*/iy,
  'remove-tag': /remove\s+tag(?=[\s"“])\s*/iy,
  'add-note': /add\s+note(?=[\s"“])\s*/iy,
  'apply-macro': /apply\s+macro(?=[\s"“])\s*/iy,
  'draft-reply': /draft\s+reply(?=[\s"“])\s*/iy,
  gate: /gate\s+(?=\S)/iy,
  judge: /judge\s*(?=["“])|judge\s+(?=\S)/iy,
  decide: /decide\s+(?=\S)/iy,
  escalate: /escalate\s+to\s+(?=\S)/iy,
  'hold-for': /hold\s+for\s+(?=\S)/iy,
  'hold-until': /hold\s+until\s+(?=\S)/iy,
  notify: /notify\s+(?=\S)/iy,
  'go-to-step': /go\s+(?:back\s+)?to\s+step\s+(?=\S)/iy,
  write: /write\s*(?=["“])|write\s+(?=\S)/iy,
  close: /close\s+as(?=[\s"“])\s*/iy,
  stop: /stop(?=\s*(?:[.,;:!]|$|and\b|then\b|otherwise\b|else\b))/iy,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Keyword = keyof typeof keywords;

const isKeyword = (word: string): word is Keyword => word in keywords;
const all: readonly Keyword[] = Object.keys(keywords).filter(isKeyword);

/** The keyword that stands at an index, and where its operand begins. */
export function keywordAt(
  phrase: Phrase,
  index: number,
): { readonly keyword: Keyword; readonly to: number } | undefined {
  if (!phrase.isOuter(index)) return undefined;
  for (const keyword of all) {
    const found = phrase.match(keywords[keyword], index);
    if (found) return { keyword, to: index + found[0].length };
  }
  return undefined;
}

/** Whether an instruction starts at an index: a keyword that is not the beginning of a fact's name. */
export function startsInstruction(phrase: Phrase, index: number): boolean {
  const found = keywordAt(phrase, index);
  if (!found) return false;
  for (let at = index; at < found.to; at += 1) if (!phrase.isOuter(at)) return false;
  return true;
}

const join = /\s*;\s*(?:(?:and\s+then|and|then)\s+)?|(?:\s*,)?\s+(?:and\s+then|and|then)\s+/iy;

/** The end of the ` and `, `, then ` or `; ` that stands at an index, if an instruction follows it. */
export function joinAt(phrase: Phrase, index: number): number | undefined {
  const found = phrase.match(join, index);
  if (!found) return undefined;
  const to = index + found[0].length;
  return startsInstruction(phrase, to) ? to : undefined;
}

const joiningWord = /;|\b(?:and|then)\b/gi;

/** Where an operand ends that is not in quotes: before the next join, or before the full stop at the end. */
export function operandEnd(phrase: Phrase, from: number): number {
  for (const found of phrase.outerMatches(joiningWord, from)) {
    const start = startOfJoin(phrase, found.index);
    if (start >= from && joinAt(phrase, start) !== undefined) return start;
  }
  return endOfText(phrase);
}

/** Goes back over the space and the comma before a joining word. */
function startOfJoin(phrase: Phrase, word: number): number {
  const beforeSpace = skipSpaceBack(phrase.whole, word);
  return phrase.whole[beforeSpace - 1] === ',' ? skipSpaceBack(phrase.whole, beforeSpace - 1) : beforeSpace;
}

function skipSpaceBack(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** The end of a phrase without the full stop behind it. */
export function endOfText(phrase: Phrase): number {
  const end = phrase.to;
  return phrase.whole[end - 1] === '.' && end > phrase.from ? end - 1 : end;
}
