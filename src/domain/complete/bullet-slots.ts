import { Phrase } from '../sop/instruction/phrase.ts';
import { PlacedText } from '../sop/placed-text.ts';
import { quotedRanges } from '../sop/quotes.ts';
import { bulletPosition, type BulletPosition } from './bullet-position.ts';
import { itemsOf, type CompletionItem, type Slot } from './completion.ts';
import { conditionSlots } from './condition-slots.ts';
import { clauseItems, instructionAt, instructionItems, keywordItem } from './instruction-words.ts';
import { operandSlots } from './operand-slots.ts';
import type { Outline } from './outline.ts';
import { quoteSlots } from './quote-slots.ts';

type BulletKind = {
  readonly isEdgeCase: boolean;
  /** A cell goes on in small letters. */
  readonly isCell: boolean;
};

/** A bullet that is longer is none. */
const longestBullet = 4000;

/** What can stand at the end of a bullet, or of a cell that holds instructions, whose words begin at `from`. */
export function bulletSlots(
  outline: Outline,
  from: number,
  { isEdgeCase, isCell }: BulletKind,
): readonly Slot[] {
  const { text, offset, vocabulary } = outline;
  const written = text.slice(from, offset);
  if (written.length > longestBullet) return [];
  const quote = openQuote(written);
  const position = bulletPosition(written.slice(0, quote), vocabulary);
  const heads = clauseItems(position.clauseFrom === 0 && !isCell, isEdgeCase);
  const head = { at: from + position.clauseFrom, items: heads };
  const space = /^\s*/.exec(written.slice(position.from))?.[0].length ?? 0;
  const start = from + position.from + space;
  if (quote !== undefined) return quoteSlots(outline, { ...position, from: start, quote: from + quote });
  // Right behind “If” or “Else” the word itself can still go on: “Else if”.
  if (start === offset && /\p{L}$/u.test(written)) return [head];
  switch (position.is) {
    case 'condition':
      return [...conditionSlots(outline, start), head];
    case 'failure-of':
      return [{ at: start, items: failingItems(outline) }, head];
    case 'rejection-of':
      return [{ at: start, items: itemsOf('action', namesOf(outline)) }, head];
    case 'instructions':
      return [
        ...instructionSlots(outline, { ...position, from: start, isFirst: position.from === 0 && !isCell }),
        head,
      ];
  }
}

/** Where a quotation mark stands that is not closed. */
function openQuote(written: string): number | undefined {
  const from = quotedRanges(written).at(-1)?.to ?? 0;
  const at = written.slice(from).search(/["“]/);
  return at < 0 ? undefined : from + at;
}

const namesOf = ({ actions }: Outline) => actions.map(({ name }) => name);

/** The actions of the header and the systems that it speaks of, then those that are connected besides. */
export function failingItems(outline: Outline): readonly CompletionItem[] {
  const { catalogue, sources, records, actions } = outline;
  const paths = [...sources.values(), ...records.map(({ of }) => of), ...actions.map(({ call }) => call)];
  const used = paths.flatMap((path) => /^([\w-]+)\./.exec(path)?.[1] ?? []);
  const own = records.map(({ name }) => name);
  const systems = [
    ...used.filter((name) => !own.includes(name)),
    'zendesk',
    ...catalogue.systems.map(({ name }) => name),
  ];
  return [...itemsOf('action', namesOf(outline)), ...itemsOf('system', [...new Set(systems)])];
}

type Instructions = Pick<BulletPosition, 'clause' | 'from'> & { readonly isFirst: boolean };

/** The instruction that is being typed, and those that can begin behind it. */
function instructionSlots(outline: Outline, instructions: Instructions): readonly Slot[] {
  const { text, offset, vocabulary } = outline;
  const { from } = instructions;
  const written = text.slice(from, offset);
  const delay = instructions.clause === 'on-failure' ? retryDelay.exec(written) : null;
  if (delay) return [{ at: from + delay[0].length, items: itemsOf('value', units) }];
  const starts = startsOf(written, vocabulary);
  const current = starts.findLast((start) => instructionAt(written, start));
  const found = current === undefined ? undefined : instructionAt(written, current);
  const hasOperand = found !== undefined && /\s$/.test(written.slice(0, found.operandFrom));
  const begun = hasOperand ? starts.filter((start) => start > (current ?? 0)) : starts;
  return [
    ...(hasOperand ? operandSlots(outline, found.word, from + found.operandFrom) : []),
    ...begun
      .toReversed()
      .map((start) => ({ at: from + start, items: beginnings(instructions, written.slice(0, start)) })),
  ];
}

/** Every place at which an instruction can begin, in order. */
function startsOf(written: string, vocabulary: Outline['vocabulary']): readonly number[] {
  const phrase = Phrase.of(PlacedText.at(written, { from: 0, to: written.length }), vocabulary);
  const joins = [...phrase.outerMatches(/[;.,](?=\s|$)|\b(?:and|then)(?=\s|$)/gi, 0)];
  const behind = joins.map(({ index, text }) => index + text.length);
  const starts = [0, ...behind].map((at) => at + (/^\s*/.exec(written.slice(at))?.[0].length ?? 0));
  // Right behind a joining word nothing begins: it can still be a longer word.
  return [...new Set(starts)].filter((start) => start === 0 || /\s/.test(written[start - 1] ?? ''));
}

function beginnings({ clause, isFirst }: Instructions, before: string): readonly CompletionItem[] {
  const isAtStart = before.trim() === '';
  const isSentence = (isFirst && isAtStart) || /\.\s*$/.test(before);
  const retries = clause === 'on-failure' && isAtStart ? retryItems : [];
  const heads = isAtStart || isSentence ? clauseItems(isSentence, false) : [];
  return [...retries, ...instructionItems(isSentence), ...heads];
}

/** `retry twice after 5 ` */
const retryDelay = /^retry\s+(?:once|twice|\d+\s+times?)\s+after\s+[\d.,]+\s+(?=[a-z]*$)/i;
const units = ['minutes', 'hours', 'days', 'weeks'];

const retryItems = [
  'retry once, then ',
  'retry twice after 5 minutes, then ',
  'retry 3 times after 5 minutes, then ',
].map((words) => keywordItem(words, 'try what failed again before anything else', false));
