import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { problemLines } from './sop-text.ts';

const text = readFileSync(new URL('../../../sops/damaged-item.sop.md', import.meta.url), 'utf8');
const row = '| any | >= $1000 | any | escalate to Tier 2 because "above what this SOP may refund" |';

describe('a row that stands outside its table', () => {
  it.each([
    ['behind an empty line', `\n${row}`],
    ['as a quote', row.replace('|', '>')],
    ['as a bullet', row.replace('|', '-')],
    ['as a heading', row.replace('|', '#')],
    ['as code', `\n    ${row}`],
  ])('%s is an error, because what it excludes would happen', (_, written) => {
    expect(text).toContain(row);
    const problems = problemLines(text.replace(row, written));
    expect(problems[0]).toMatch(/^error syntax “.*any \| >= \$1000/);
  });

  it('is an error in the examples as well', () => {
    const example = '| broken | $80 | no | 4 | yes | judge; propose full refund |';
    expect(problemLines(text.replace(example, `\n${example}`))).toEqual([
      expect.stringContaining('error syntax'),
    ]);
  });

  it('is no row where a note below a table has a bar', () => {
    const noted = text.replace(
      '## Edge cases',
      'Ask the desk for “broken | scratched” if in doubt.\n\n## Edge cases',
    );
    expect(parseSop(noted).problems).toEqual([]);
  });
});
