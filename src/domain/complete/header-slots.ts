import { itemsOf, type CompletionItem, type Slot } from './completion.ts';
import { actionSlots } from './action-slots.ts';
import { conditionSlots } from './condition-slots.ts';
import { factItems } from './fact-items.ts';
import type { HeaderLine, HeaderLines } from './header-lines.ts';
import { inputSlots } from './input-slots.ts';
import { wordSlots } from './operand-slots.ts';
import type { Outline } from './outline.ts';
import { recordItems } from './source-items.ts';

/** The line of the header in which the cursor stands. */
export function headerLineAt({ header, offset }: Outline): HeaderLine | undefined {
  return header?.lines.find(({ from, to }) => from <= offset && offset <= to);
}

/** What can stand in a line of the header. */
export function headerSlots(outline: Outline, line: HeaderLine): readonly Slot[] {
  const { text, offset, header } = outline;
  if (line.valueFrom === undefined || offset < line.valueFrom) return keySlots(outline, line, header);
  const written = text.slice(line.valueFrom, offset);
  const from = offset - written.trimStart().length;
  switch (line.block) {
    case undefined:
      return valueSlots(outline, line.key, from);
    case 'inputs':
      return inputSlots(outline, from);
    case 'actions':
      return actionSlots(outline, from);
    case 'records':
      return recordSlots(outline, from);
    default:
      return [];
  }
}

const keys = [
  ['sop', 'sop: ', 'id, in small letters with hyphens'],
  ['title', 'title: ', 'what people call it'],
  ['version', 'version: ', 'a whole number, raised at every publication'],
  ['status', 'status: ', 'draft, live or retired'],
  ['for', 'for: ', 'what it runs on: ticket, organization or user'],
  ['owner', 'owner: ', 'the team or role that answers for it'],
  ['reviewed', 'reviewed: ', 'the day of the last review'],
  ['review_every', 'review_every: ', 'how often it is reviewed'],
  ['matches', 'matches: ', 'which tickets it is for'],
  ['records', 'records:\n  ', 'which record of a system is meant'],
  ['inputs', 'inputs:\n  ', 'every fact that it uses'],
  ['actions', 'actions:\n  ', 'every action that it may propose'],
] as const;

/** The keys that are not there yet; the names below a key are the author's own. */
function keySlots(outline: Outline, line: HeaderLine, header: HeaderLines | undefined): readonly Slot[] {
  if (line.block !== undefined) return [];
  const there = new Set(
    header?.lines.flatMap((other) =>
      other.block === undefined && other.from !== line.from ? [other.key] : [],
    ),
  );
  const hasColon = line.valueFrom !== undefined;
  const items: readonly CompletionItem[] = keys.flatMap(([label, insert, detail]) =>
    there.has(label) ? [] : [{ label, insert: hasColon ? label : insert, kind: 'key', detail }],
  );
  const { text, offset } = outline;
  return [{ at: offset - text.slice(line.from, offset).trimStart().length, items }];
}

function valueSlots(outline: Outline, key: string, from: number): readonly Slot[] {
  switch (key) {
    case 'status':
      return [{ at: from, items: itemsOf('value', ['draft', 'live', 'retired']) }];
    case 'for':
      return [{ at: from, items: itemsOf('value', ['ticket', 'organization', 'user']) }];
    case 'owner':
      return [{ at: from, items: itemsOf('team', outline.people) }];
    case 'review_every':
      return [{ at: from, items: itemsOf('value', ['3 months', '6 months', '12 months', '90 days']) }];
    case 'matches':
      // A condition with a colon in it stands in quotes as a whole.
      return conditionSlots(outline, outline.text[from] === "'" ? from + 1 : from);
    default:
      return [];
  }
}

/** `<system>.<entity> by <fact>` */
function recordSlots(outline: Outline, from: number): readonly Slot[] {
  const by = /^\S+\s+by\s+/i.exec(outline.text.slice(from, outline.offset));
  if (by) return [{ at: from + by[0].length, items: factItems(outline) }];
  return [{ at: from, items: recordItems(outline) }, ...wordSlots(outline, from, ['by '])];
}
