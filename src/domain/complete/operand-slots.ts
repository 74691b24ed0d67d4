import { foldName } from '../facts/fact-name.ts';
import { itemsOf, type CompletionItem, type Slot } from './completion.ts';
import { conditionSlots } from './condition-slots.ts';
import { factItems } from './fact-items.ts';
import type { InstructionWord } from './instruction-words.ts';
import type { Outline } from './outline.ts';
import { settableItems } from './source-items.ts';

/** What can stand behind the first words of an instruction. `from` is where its operand begins. */
export function operandSlots(outline: Outline, word: InstructionWord, from: number): readonly Slot[] {
  const { text, offset } = outline;
  const written = text.slice(from, offset);
  const first = (items: readonly CompletionItem[]): Slot => ({ at: from, items });
  switch (word) {
    case 'get':
      return listSlots(outline, from, (source) => source !== 'message');
    case 'extract':
      return [
        ...listSlots(outline, from, (source) => source === 'message'),
        ...wordSlots(outline, from, ['from the message']),
      ];
    case 'propose':
      return [first(outline.actions.map(({ name, call }) => item(name, 'action', call)))];
    case 'set':
      return setSlots(outline, from);
    case 'draft reply':
      return [first(itemsOf('reply', outline.replies))];
    case 'gate':
      return [
        first(itemsOf('team', outline.people)),
        ...(written.trim() === '' ? [] : wordSlots(outline, from, ['by another person'])),
      ];
    case 'notify':
      return [first(itemsOf('team', outline.people))];
    case 'escalate to':
      return [first(itemsOf('team', outline.people)), ...wordSlots(outline, from, ['because "'])];
    case 'judge':
      return judgeSlots(outline, from);
    case 'decide':
      return [first(itemsOf('table', outline.tables))];
    case 'hold for':
      return /^\d/.test(written)
        ? wordSlots(outline, from, ['minutes', 'hours', 'days', 'weeks'])
        : [first(itemsOf('value', ['1 hour', '4 hours', '1 day', '2 days', '1 week']))];
    case 'hold until':
      return conditionSlots(outline, from);
    case 'go to step':
      return [
        first(outline.steps.map(({ number, name }) => item(String(number), 'step', name))),
        ...(/^\d+\s/.test(written) ? wordSlots(outline, from, ['at most 3 times', 'at most once']) : []),
      ];
    case 'close as':
      return [
        first(outline.outcomes.map((outcome) => ({ ...item(outcome, 'value', ''), insert: `"${outcome}"` }))),
      ];
    case 'ask the customer':
    case 'add tag':
    case 'remove tag':
    case 'add note':
    case 'apply macro':
    case 'write':
    case 'stop':
      return [];
  }
}

const item = (label: string, kind: CompletionItem['kind'], detail: string): CompletionItem => ({
  label,
  insert: label,
  kind,
  detail,
});

/** Names in a list: each begins behind a comma or an `and`. Facts that fit come first. */
function listSlots(outline: Outline, from: number, fits: (source: string) => boolean): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const starts = [...written.matchAll(/,\s*|\s+and\s+/gi)].map(({ index, 0: join }) => index + join.length);
  const facts = factItems(outline);
  const isFitting = ({ label }: CompletionItem) => {
    const source = outline.sources.get(foldName(label));
    return source !== undefined && fits(source);
  };
  const items = [...facts.filter(isFitting), ...facts.filter((fact) => !isFitting(fact))];
  // From the left: a name can hold an `and` itself.
  return [0, ...starts].map((start) => ({ at: from + start, items }));
}

/** Words behind an operand: each can begin at every word of what was written so far. */
export function wordSlots(outline: Outline, from: number, words: readonly string[]): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const starts = [...written.slice(-200).matchAll(/\s(?=\S|$)/g)].map(({ index }) => index + 1);
  const cut = Math.max(0, written.length - 200);
  const items = itemsOf('keyword', words);
  return starts.toReversed().map((start) => ({ at: from + cut + start, items }));
}

/** `set zendesk.ticket.status to …` */
function setSlots(outline: Outline, from: number): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const field = /^\w+\.\w+\.(?:field\s*(?:"[^"]*"|“[^”]*”|\d+)|\w+)\s+/.exec(written);
  const to = /^to\s+/i.exec(written.slice(field?.[0].length ?? written.length));
  if (field && to)
    return conditionSlots(outline, from + field[0].length + to[0].length, { isExpression: true });
  if (field) return [{ at: from + field[0].length, items: itemsOf('keyword', ['to ']) }];
  return [{ at: from, items: settableItems(outline) }];
}

/** `judge "…" by Tier 1` */
function judgeSlots(outline: Outline, from: number): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const question = /^(?:"[^"]*"|“[^”]*”)\s*/.exec(written)?.[0].length;
  if (question === undefined) return [];
  const by = /^by\s+/i.exec(written.slice(question))?.[0].length;
  return by === undefined
    ? [{ at: from + question, items: itemsOf('keyword', ['by ']) }]
    : [{ at: from + question + by, items: itemsOf('team', outline.people) }];
}
