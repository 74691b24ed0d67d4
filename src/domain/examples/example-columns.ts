import { foldName } from '../facts/fact-name.ts';
import type { FactName, IsoDate } from '../facts/value.ts';
import { createVocabulary } from '../facts/vocabulary.ts';
import type { Sop } from '../sop/document.ts';
import { askedConditions } from './asked-conditions.ts';
import type { Measure } from './border.ts';
import { measureIn } from './measure-in.ts';
import type { SuggestedExample } from './suggestion.ts';
import { writtenCell, type Column } from './written-cell.ts';

/** What of a suggestion stands in the table. */
export type NewRow = Pick<SuggestedExample, 'facts' | 'fails' | 'expect'>;

/** A column of the table as it will be. */
export type Head = {
  readonly text: string;
  readonly isNew: boolean;
  /** What new rows say in it; nothing where another column says the fact. */
  readonly is: 'fails' | 'expect' | 'silent' | Column;
};

/** The columns of the table with those that new rows need, in their order: new ones stand before `fails` and `expect`. */
export function exampleColumns(sop: Sop, rows: readonly NewRow[], today: IsoDate): readonly Head[] {
  const heads: Head[] = (sop.examples?.columns ?? [{ text: 'expect' }]).map(({ text }) => {
    const name = foldName(text);
    return { text, isNew: !sop.examples, is: name === 'expect' || name === 'fails' ? name : 'silent' };
  });
  const added: Head[] = [];
  for (const column of columnsOf(sop, rows)) {
    const at = heads.findIndex(
      ({ text, is }) => is === 'silent' && namesOf(column).some((name) => isSameHead(name, text)),
    );
    const head = heads[at];
    const isEnough = rows.every(
      ({ facts }) => writtenCell(column, facts.get(column.fact), today) !== undefined,
    );
    if (head && isEnough) heads[at] = { ...head, is: column };
    else added.push({ text: namesOf(column)[0] ?? column.fact, isNew: true, is: column });
  }
  if (rows.some(({ fails }) => fails.length > 0) && heads.every(({ is }) => is !== 'fails'))
    added.push({ text: 'fails', isNew: true, is: 'fails' });
  const place = heads.findIndex(({ is }) => is === 'fails' || is === 'expect');
  return heads.toSpliced(place < 0 ? heads.length : place, 0, ...added);
}

/** One column for each fact of the rows, in the order of the header; as the conditions look at it. */
function columnsOf(sop: Sop, rows: readonly NewRow[]): readonly Column[] {
  const given = new Set(rows.flatMap(({ facts }) => [...facts.keys()]));
  const trees = askedConditions(sop).map(({ condition }) => condition.tree);
  const { facts } = createVocabulary(sop.inputs).vocabulary;
  return facts.flatMap(({ name, type }): readonly Column[] => {
    if (!type || !given.has(name)) return [];
    const measures = trees.map((tree) => measureIn(tree, name));
    const days = measures.includes('days-since');
    const counts = isCountedIn(rows, name, measures.includes('count'));
    const is: Measure = days ? 'days-since' : counts ? 'count' : 'fact';
    return [{ fact: name, type, is }];
  });
}

/** `count(…)` constructs its items; a list that says what is in it has a column of its own. */
function isCountedIn(rows: readonly NewRow[], name: FactName, isAsked: boolean): boolean {
  const lists = rows.map(({ facts }) => facts.get(name)).filter((json) => Array.isArray(json));
  const isSaid = isAsked ? lists.length > 0 : lists.some(({ length }) => length > 0);
  return isSaid && lists.every((items) => items.every((item, at) => item === `item ${String(at + 1)}`));
}

function namesOf({ fact, is }: Column): readonly string[] {
  switch (is) {
    case 'fact':
      return [fact];
    case 'days-since':
      return [`days since ${fact}`];
    case 'count':
      return [`count(${fact})`];
  }
}

function isSameHead(name: string, text: string): boolean {
  return plainHead(name) === plainHead(text);
}

/** Brackets are free: `days since promised date` and `days since(promised date)`. */
const plainHead = (text: string): string => foldName(text.replaceAll(/[()]/g, ' '));
