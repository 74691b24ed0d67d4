import { dateOfDay, dayNumber } from '../facts/calendar.ts';
import { closestSpelling, spellingDistance } from '../facts/closest-spelling.ts';
import type { FactJson } from '../facts/fact-json.ts';
import { foldName } from '../facts/fact-name.ts';
import { factTypeText } from '../facts/fact-type.ts';
import { didYouMean, errorAt, quoted } from '../facts/found-problem.ts';
import { sortProblems, type Problem, type Span } from '../facts/problem.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactName, FactType, IsoDate } from '../facts/value.ts';
import { createVocabulary, type Vocabulary } from '../facts/vocabulary.ts';
import type { ExamplesTable, Sop } from './document.ts';
import type { Example } from './example.ts';
import { meantValue } from './meant-value.ts';
import { readExpectations } from './read-expectations.ts';

type Cell = Span & { readonly text: string };
type Column =
  | { readonly is: 'fact'; readonly name: FactName; readonly type: FactType }
  | { readonly is: 'days-since'; readonly name: FactName }
  | { readonly is: 'count'; readonly name: FactName }
  | { readonly is: 'fails' }
  | { readonly is: 'expect' }
  | { readonly is: 'wrong' };

/** The examples of an SOP as data. Dates of `days since …` columns are counted back from `today`. Never throws. */
export function readExamples(
  sop: Sop,
  today: IsoDate,
): { readonly examples: readonly Example[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const table = sop.examples;
  if (!table) return { examples: [], problems };
  const { vocabulary } = createVocabulary(sop.inputs);
  const lacksExpect = !table.columns.some(({ text }) => foldName(text) === 'expect');
  const columns = table.columns.map(({ text, span }) =>
    readColumn({ ...span, text }, { vocabulary, problems, lacksExpect }),
  );
  if (!columns.some(({ is }) => is === 'expect')) problems.push(noExpectColumn(table));
  const examples = table.rows.map((row, at) => readRow({ sop, today, columns, problems }, row, at + 1));
  return { examples, problems: sortProblems(problems) };
}

function noExpectColumn({ span }: ExamplesTable): Problem {
  return errorAt(span, {
    id: 'syntax',
    message: 'The examples have no column “expect”: say in it what each row should lead to.',
  });
}

type Heads = {
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[];
  /** Whether no column is called “expect”. */
  readonly lacksExpect: boolean;
};

function readColumn(cell: Cell, { vocabulary, problems, lacksExpect }: Heads): Column {
  const name = foldName(cell.text);
  if (name === 'expect' || name === 'fails') return { is: name };
  const fact = vocabulary.find(cell.text);
  if (fact?.type) return { is: 'fact', name: fact.name, type: fact.type };
  const constructed = /^(days\s+since|count)\s*\(?(.*?)\)?$/is.exec(cell.text.trim());
  const about = constructed?.[2] === undefined ? undefined : vocabulary.find(constructed[2]);
  const kind = constructed?.[1]?.toLowerCase() === 'count' ? 'count' : 'days-since';
  const wanted = kind === 'count' ? 'list' : 'date';
  if (about?.type?.kind === wanted) return { is: kind, name: about.name };
  const meant = fact ? undefined : meantWord(name, lacksExpect);
  problems.push(unknownColumn(cell, meant ?? vocabulary.suggest(cell.text)));
  // Read as what was meant, so that one slip is one problem.
  return { is: meant ?? 'wrong' };
}

const otherWords = /^(?:expect\w*|exp\w?ct\w*|outcome|result|then|expected .*)$/;

function meantWord(name: string, lacksExpect: boolean): 'expect' | 'fails' | undefined {
  if (lacksExpect && (otherWords.test(name) || spellingDistance(name.slice(0, 20), 'expect') <= 2))
    return 'expect';
  return name.length < 10 && (spellingDistance(name, 'fails') <= 1 || name === 'failing')
    ? 'fails'
    : undefined;
}

function unknownColumn(cell: Cell, suggestion: string | undefined): Problem {
  return errorAt(cell, {
    id: 'unknown-fact',
    message: `${quoted(cell.text)} is not a declared fact, “fails” or “expect”.${didYouMean(suggestion)}`,
    values: { name: cell.text, suggestion },
  });
}

type Reading = {
  readonly sop: Sop;
  readonly today: IsoDate;
  readonly columns: readonly Column[];
  readonly problems: Problem[];
};

function readRow(reading: Reading, row: ExamplesTable['rows'][number], number: number): Example {
  const facts = new Map<FactName, FactJson>();
  let fails: readonly string[] = [];
  let expect: Example['expect'] = [];
  reading.columns.forEach((column, at) => {
    const found = row.cells[at];
    const cell: Cell = found
      ? { ...found.span, text: found.text }
      : { from: row.span.to, to: row.span.to, text: '' };
    if (column.is === 'expect') expect = readExpectations(reading.sop, cell, reading.problems);
    else if (column.is === 'fails') fails = readFails(reading, cell);
    else if (column.is !== 'wrong' && cell.text.trim())
      facts.set(column.name, readCell(reading, column, cell));
  });
  return { row: number, span: row.span, facts, fails, expect };
}

/** A cell that does not fit its column is a problem, and unknown to the run. */
function readCell(
  { today, problems }: Reading,
  column: Extract<Column, { name: FactName }>,
  cell: Cell,
): FactJson {
  const text = cell.text.trim();
  if (text.toLowerCase() === 'unknown') return null;
  const value = column.is === 'fact' ? factCell(column.type, text) : constructedCell(column.is, text, today);
  if (value !== undefined) return value;
  const wanted = column.is === 'fact' ? factTypeText(column.type) : 'a whole number';
  const suggestion = column.is === 'fact' ? meantValue(column.type, withoutQuotes(text)) : undefined;
  problems.push(
    errorAt(cell, {
      id: 'type-mismatch',
      message: `${quoted(text)} is not ${wanted}.${suggestion === undefined ? '' : ` Did you mean ${quoted(suggestion)}?`}`,
      values: {
        value: text,
        type: wanted,
        ...(suggestion === undefined ? {} : { written: text, suggestion }),
      },
    }),
  );
  return null;
}

function factCell(type: FactType, text: string): FactJson | undefined {
  if (type.kind === 'list')
    return /^(none|empty|\[\])$/i.test(text) ? [] : text.split(',').map((item) => withoutQuotes(item.trim()));
  const plain = withoutQuotes(text);
  return readValue(type, plain) ? plain : undefined;
}

const withoutQuotes = (text: string): string => /^["“”](.*)["“”]$/s.exec(text)?.[1] ?? text;

/** More would be no example. */
const longestList = 1000;

function constructedCell(kind: 'days-since' | 'count', text: string, today: IsoDate): FactJson | undefined {
  if (!/^-?\d{1,6}$/.test(text)) return undefined;
  const number = Number(text);
  if (kind === 'days-since') return dateOfDay(dayNumber(today) - number);
  return number >= 0 && number <= longestList
    ? Array.from({ length: number }, (_, at) => `item ${at + 1}`)
    : undefined;
}

function readFails({ sop, problems }: Reading, cell: Cell): readonly string[] {
  const systems = sop.inputs.flatMap(({ source }) => (source.from === 'system' ? [source.system] : []));
  const known = [
    ...new Set([...systems, ...sop.actions.flatMap(({ name, system }) => [name, system]), 'zendesk']),
  ];
  return cell.text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .flatMap((name) => {
      const found = known.find((candidate) => foldName(candidate) === foldName(name));
      if (found !== undefined) return [found];
      const suggestion = closestSpelling(name, known);
      problems.push(
        errorAt(cell, {
          id: 'unknown-action',
          message: `${quoted(name)} is neither a system nor an action of this SOP.${didYouMean(suggestion)}`,
          values: { name, suggestion },
        }),
      );
      return [];
    });
}
