import { exampleLines } from '../domain/examples/add-examples.ts';
import { coverExamples, type Coverage } from '../domain/examples/cover-examples.ts';
import { differenceInWords } from '../domain/examples/difference.ts';
import { explainDifference } from '../domain/examples/explain-difference.ts';
import { suggestExamples } from '../domain/examples/suggest-examples.ts';
import { suggestionFix, suggestionsFix } from '../domain/examples/suggestion-fix.ts';
import type { Suggestions } from '../domain/examples/suggestion.ts';
import type { Problem } from '../domain/facts/problem.ts';
import type { Sop } from '../domain/sop/document.ts';
import { parseSop } from '../domain/sop/parse-sop.ts';
import { readExamples } from '../domain/sop/read-examples.ts';
import { type Output, needFiles, readText, readWords } from './command-line.ts';
import { lineAndColumn } from './line-and-column.ts';

/** Examples are run on this day, so that they give the same on every day. */
const today = '2026-01-15';

/**
 * `signoff examples FILE… [--json] [--suggest]`: runs the rows of `## Examples` and says what they reach; 1 when one fails, or when an SOP
 * has errors or no examples. With `--suggest` also rows for what none reaches.
 */
export function examplesCommand(words: readonly string[], output: Output): number {
  const read = readWords(words, { flags: ['json', 'suggest'], withValue: [] });
  const isSuggesting = read.options.has('suggest');
  const tested = needFiles(read).map((file) => testFile(file, isSuggesting));
  if (read.options.has('json')) output.line(JSON.stringify(tested.map(asJson), null, 2));
  else for (const one of tested) printForPeople(one, output);
  return tested.every(isGood) ? 0 : 1;
}

type Tested = {
  readonly file: string;
  readonly text: string;
  readonly errors: readonly Problem[];
  /** Undefined where errors keep the examples from being run. */
  readonly ran: { readonly sop: Sop; readonly coverage: Coverage } | undefined;
  readonly suggestions: Suggestions | undefined;
};

function testFile(file: string, isSuggesting: boolean): Tested {
  const text = readText(file);
  const { sop, problems } = parseSop(text);
  const read = sop && readExamples(sop, today);
  const errors = [...problems, ...(read?.problems ?? [])].filter(({ level }) => level === 'error');
  if (!sop || !read || errors.length > 0)
    return { file, text, errors, ran: undefined, suggestions: undefined };
  const coverage = coverExamples(sop, read.examples, today);
  const suggestions = isSuggesting ? suggestExamples(sop, today) : undefined;
  return { file, text, errors, ran: { sop, coverage }, suggestions };
}

function isGood({ ran }: Tested): boolean {
  const results = ran?.coverage.results ?? [];
  return results.length > 0 && results.every(({ result }) => result.is === 'passed');
}

type Result = { readonly row: number; readonly passed: boolean; readonly difference?: string };

function resultsOf({ sop, coverage }: NonNullable<Tested['ran']>): readonly Result[] {
  return coverage.results.map((tested) => {
    const difference = explainDifference(sop, tested, today);
    const { row } = tested.example;
    return difference
      ? { row, passed: false, difference: differenceInWords(difference) }
      : { row, passed: true };
  });
}

function asJson({ file, errors, ran, suggestions }: Tested) {
  const results = ran ? resultsOf(ran) : [];
  const passed = results.filter((result) => result.passed).length;
  return {
    file,
    passed,
    failed: results.length - passed,
    results,
    coverage: ran ? coverageJson(ran.coverage) : null,
    ...(ran ? {} : { problems: errors }),
    ...(ran && suggestions ? { suggestions: suggestionsJson(ran.sop, suggestions) } : {}),
  };
}

function coverageJson({ branches, failures, never, borders }: Coverage) {
  const plain = borders.map(({ name, text, from, to, rows }) => ({ name, value: text, from, to, rows }));
  return { branches, failures, never, borders: plain };
}

function suggestionsJson(sop: Sop, { rows, unreached }: Suggestions) {
  const [columns, ...lines] = exampleLines(sop, rows, today) ?? [''];
  return {
    columns,
    rows: rows.map((row, at) => ({
      row: lines[at] ?? '',
      facts: Object.fromEntries(row.facts),
      fails: row.fails,
      expect: row.expect,
      reaches: row.reaches.map(({ path }) => path),
      lands: row.lands.map(nameOf),
      fix: suggestionFix(sop, row, today) ?? null,
    })),
    fix: suggestionsFix(sop, rows, today) ?? null,
    unreached: unreached.map(({ target, because }) => ({ what: nameOf(target), because })),
  };
}

type Place = Suggestions['unreached'][number]['target'];

/** `Else`, `order value $200` */
function nameOf(place: Place): string {
  return 'path' in place ? place.text : `${place.name} ${place.text}`;
}

function printForPeople(tested: Tested, output: Output): void {
  const { file, text, errors, ran, suggestions } = tested;
  const lineOf = (from: number): string => `${file}:${lineAndColumn(text, from).line}`;
  for (const { message, from } of errors) output.line(`${lineOf(from)} ${message}`);
  if (!ran) return;
  const { coverage, sop } = ran;
  const results = resultsOf(ran);
  for (const { row, difference } of results) {
    const from = coverage.results[row - 1]?.example.span.from ?? 0;
    if (difference !== undefined) output.line(`${lineOf(from)} example ${row}: ${difference}`);
  }
  const passed = results.filter((result) => result.passed).length;
  output.line(`${file}: ${passed} of ${results.length} examples pass`);
  printCoverage(coverage, { file, lineOf, output });
  if (suggestions) printSuggestions(sop, suggestions, { file, lineOf, output });
}

type Printing = {
  readonly file: string;
  readonly lineOf: (from: number) => string;
  readonly output: Output;
};

const isOpen = ({ rows }: { readonly rows: readonly number[] }): boolean => rows.length === 0;

function printCoverage({ branches, failures, borders }: Coverage, { file, lineOf, output }: Printing): void {
  for (const place of [...branches, ...failures].filter(isOpen))
    output.line(`${lineOf(place.from)} no example reaches “${place.text}”`);
  for (const place of borders.filter(isOpen))
    output.line(`${lineOf(place.from)} no example stands exactly on ${nameOf(place)}`);
  const shares = [
    [branches, 'branches'],
    [failures, 'failure paths'],
    [borders, 'borders'],
  ] as const;
  const words = shares.map(
    ([all, name]) => `${all.filter((one) => !isOpen(one)).length} of ${all.length} ${name}`,
  );
  output.line(`${file}: the examples reach ${words.join(', ')}`);
}

function printSuggestions(
  sop: Sop,
  { rows, unreached }: Suggestions,
  { file, lineOf, output }: Printing,
): void {
  for (const { target, because } of unreached)
    output.line(`${lineOf(target.from)} no row for “${nameOf(target)}”: ${because}`);
  if (rows.length === 0) return;
  const count = rows.length === 1 ? '1 row is' : `${rows.length} rows are`;
  output.line(
    `${file}: ${count} suggested, as the SOP works today. Confirm that it should, before you add them:`,
  );
  for (const line of exampleLines(sop, rows, today) ?? []) output.line(line);
}
