import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCase, type CaseResult } from '../../src/domain/facts/evaluate-case.ts';

type Line = { readonly id: string; readonly expect: CaseResult & { suggestion?: string } };

const lines = readFileSync(new URL('conditions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

describe('conformance of the condition language', () => {
  it('has all cases', () => {
    expect(new Set(lines.map((line) => line.id)).size).toBe(501);
  });

  it.each(lines)('$id', ({ expect: { suggestion, ...expected }, ...testCase }) => {
    const { suggestion: offered, ...result }: CaseResult & { suggestion?: string } = evaluateCase(testCase);
    expect(result).toEqual(expected);
    expect([offered, undefined]).toContain(suggestion);
  });
});
