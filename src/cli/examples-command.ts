import { runExample, type ExampleResult } from '../domain/run/run-example.ts';
import { parseSop } from '../domain/sop/parse-sop.ts';
import { readExamples } from '../domain/sop/read-examples.ts';
import { type Output, needFiles, readText, readWords } from './command-line.ts';
import { lineAndColumn } from './line-and-column.ts';

/** Examples are run on this day, so that they give the same on every day. */
const today = '2026-01-15';

/** `signoff examples FILE…`: runs the rows of `## Examples`; 1 when one fails, or when an SOP has errors or no examples. */
export function examplesCommand(words: readonly string[], output: Output): number {
  const files = needFiles(readWords(words, { flags: [], withValue: [] }));
  const results = files.map((file) => runFile(file, readText(file), output));
  return results.every(Boolean) ? 0 : 1;
}

function runFile(file: string, text: string, output: Output): boolean {
  const { sop, problems } = parseSop(text);
  const read = sop && readExamples(sop, today);
  const errors = [...problems, ...(read?.problems ?? [])].filter(({ level }) => level === 'error');
  for (const { message, from } of errors) output.line(`${file}:${lineAndColumn(text, from).line} ${message}`);
  if (!sop || !read || errors.length > 0) return false;
  const results = read.examples.map((example) => ({ example, result: runExample(sop, example, today) }));
  for (const { example, result } of results) {
    if (result.is === 'failed')
      output.line(
        `${file}:${lineAndColumn(text, example.span.from).line} example ${example.row}: ${difference(result)}`,
      );
  }
  const passed = results.filter(({ result }) => result.is === 'passed').length;
  output.line(`${file}: ${passed} of ${results.length} examples pass`);
  return results.length > 0 && passed === results.length;
}

function difference({ expected, got, because }: Extract<ExampleResult, { is: 'failed' }>): string {
  const reason = because.length > 0 ? ` because ${because.join(', ')} is unknown` : '';
  return `expected ${expected ?? 'nothing more'}, got ${got ?? 'nothing more'}${reason}`;
}
