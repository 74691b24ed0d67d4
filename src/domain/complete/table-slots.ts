import { factTypeText } from '../facts/fact-type.ts';
import type { FactType } from '../facts/value.ts';
import { splitRow } from '../sop/markdown/read-table.ts';
import type { SectionKind } from '../sop/sections/section.ts';
import { bulletSlots, failingItems } from './bullet-slots.ts';
import { itemsOf, type CompletionItem, type Slot } from './completion.ts';
import { choiceItems } from './condition-items.ts';
import { expectationItems } from './expectation-items.ts';
import { factItems, isComparable, isOrdered } from './fact-items.ts';
import type { Outline } from './outline.ts';

type Place = { readonly index: number; readonly section: SectionKind };

/** What can stand in a cell of a decision table or of the examples. */
export function tableSlots(outline: Outline, { index, section }: Place): readonly Slot[] {
  if (section !== 'decision' && section !== 'examples') return [];
  const { lines, text, offset } = outline;
  const isRow = (at: number) => lines[at]?.words.trimStart().startsWith('|') === true;
  let first = index;
  while (isRow(first - 1)) first -= 1;
  const head = lines[first];
  const line = lines[index];
  if (!head || !line || offset < line.from) return [];
  const cell = cellAt(text.slice(line.from, offset));
  const from = line.from + cell.from;
  const columns = splitRow(head.words, { from: 0, to: head.words.length }).map(({ from: start, to }) =>
    head.words.slice(start, to),
  );
  if (index === first) return [{ at: from, items: columnItems(outline, section, columns) }];
  const column = columns[cell.column] ?? '';
  const isLast = cell.column === columns.length - 1;
  if (section === 'decision')
    return isLast
      ? bulletSlots(outline, from, { isEdgeCase: false, isCell: true })
      : testSlots(outline, from, column);
  return exampleSlots(outline, from, column);
}

/** In which column the end of a row stands, and where the words of its cell begin. */
function cellAt(written: string): { readonly column: number; readonly from: number } {
  const pipes = [...written.matchAll(/\\.|\|/gs)].filter(({ 0: sign }) => sign === '|');
  const behind = (pipes.at(-1)?.index ?? -1) + 1;
  return { column: pipes.length - 1, from: written.length - written.slice(behind).trimStart().length };
}

function columnItems(
  outline: Outline,
  section: SectionKind,
  columns: readonly string[],
): readonly CompletionItem[] {
  const ofKind = (kind: FactType['kind']) => factItems(outline, (type) => type?.kind === kind);
  const made = (name: string) => (label: string) =>
    section === 'decision' ? `${name}(${label})` : `${name} ${label}`;
  const dates = ofKind('date').map(({ label }) => made('days since')(label));
  const lists = ofKind('list').map(({ label }) => `count(${label})`);
  const words = section === 'decision' ? ['then'] : ['fails', 'expect'];
  const items = [
    ...factItems(outline),
    ...itemsOf('function', [...dates, ...lists]),
    ...itemsOf('keyword', words),
  ];
  return items.filter(({ label }) => !columns.includes(label));
}

function typeOfColumn({ vocabulary }: Outline, column: string): FactType | undefined {
  const isNumber = /^(?:days\s+(?:since|until|between)|count|sum)\b/i.test(column);
  return vocabulary.find(column)?.type ?? (isNumber ? { kind: 'number' } : undefined);
}

/** A cell that tests its column: values, or a comparison. */
function testSlots(outline: Outline, from: number, column: string): readonly Slot[] {
  const { text, offset } = outline;
  const written = text.slice(from, offset);
  const type = typeOfColumn(outline, column);
  const sign = /^(?:<=|>=|!=|<|>|=)\s*/.exec(written);
  const facts = factItems(outline, (other) => isComparable(type, other));
  if (sign) return [{ at: from + sign[0].length, items: [...valuesOf(type), ...facts] }];
  const words = itemsOf('keyword', ['any', 'unknown', 'not in (']);
  const signs = itemsOf('operator', isOrdered(type) ? ['< ', '<= ', '> ', '>= '] : []);
  return [{ at: from + partFrom(written), items: [...valuesOf(type), ...words, ...signs] }];
}

/** Values stand behind each other: the one that is being typed begins behind a comma or a bracket. */
function partFrom(written: string): number {
  return /^.*[,;(]\s*/s.exec(written)?.[0].length ?? 0;
}

function valuesOf(type: FactType | undefined): readonly CompletionItem[] {
  if (type?.kind === 'yes-no') return itemsOf('value', ['yes', 'no']);
  return choiceItems(type).map((item) =>
    item.label.includes(',') ? { ...item, insert: `"${item.label}"` } : item,
  );
}

/** A cell of an example: a value, or for the last columns what fails and what is expected. */
function exampleSlots(outline: Outline, from: number, column: string): readonly Slot[] {
  const written = outline.text.slice(from, outline.offset);
  const at = from + partFrom(written);
  switch (column.toLowerCase()) {
    case 'expect':
      return [{ at, items: expectationItems(outline) }];
    case 'fails':
      return [{ at, items: failingItems(outline) }];
    default: {
      const type = typeOfColumn(outline, column);
      const detail = type ? `instead of ${factTypeText(type)}` : '';
      return [{ at: from, items: [...valuesOf(type), ...itemsOf('keyword', ['unknown'], detail)] }];
    }
  }
}
