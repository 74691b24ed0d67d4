import { isDeepStrictEqual } from 'node:util';
import { readFileSync } from 'node:fs';
import { evaluateCase } from '../domain/facts/evaluate-case.ts';
import { type Output, readWords } from './command-line.ts';

/** `signoff eval < cases.jsonl`: one result a line; 1 when a case does not give what it expects. Format: test/conformance/README.md. */
export function evalCommand(words: readonly string[], output: Output): number {
  readWords(words, { flags: [], withValue: [] });
  const lines = readFileSync(0, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  const differing = lines.filter((line, at) => !evaluateLine(line, at, output));
  if (differing.length > 0)
    output.error(`${differing.length} of ${lines.length} cases do not give what they expect.`);
  return differing.length > 0 ? 1 : 0;
}

function evaluateLine(line: string, at: number, output: Output): boolean {
  const read = parseLine(line);
  if (!read) {
    output.line(JSON.stringify({ line: at + 1, errors: ['syntax'] }));
    output.error(`Line ${at + 1} is not a JSON object.`);
    return false;
  }
  const { expect, ...testCase } = read;
  const result = evaluateCase(testCase);
  output.line(JSON.stringify({ id: testCase['id'], ...result }));
  return expect === undefined || agrees(result, expect);
}

function parseLine(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { ...parsed }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A suggestion may be offered where none is expected. */
function agrees(result: object, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return false;
  const { suggestion: offered, ...outcome } = result as { suggestion?: unknown };
  const { suggestion, ...wanted } = expected as { suggestion?: unknown };
  return isDeepStrictEqual(outcome, wanted) && (suggestion === undefined || suggestion === offered);
}
