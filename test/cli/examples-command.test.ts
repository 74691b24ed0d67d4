import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesCommand } from '../../src/cli/examples-command.ts';
import { applyEdits } from '../../src/domain/facts/apply-edits.ts';

const lateParcel = 'sops/late-parcel.sop.md';
const damagedItem = 'sops/damaged-item.sop.md';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signoff-examples-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The late parcel with words changed, in a file of its own. */
function changedFile(words: string, instead: string): string {
  const text = readFileSync(lateParcel, 'utf8');
  if (!text.includes(words)) throw new Error(`The SOP does not say “${words}”.`);
  const file = join(folder, 'changed.sop.md');
  writeFileSync(file, text.replace(words, instead));
  return file;
}

function examples(...words: readonly string[]): {
  readonly status: number;
  readonly lines: readonly string[];
} {
  const lines: string[] = [];
  const status = examplesCommand(words, {
    line: (text) => lines.push(text),
    error: (text) => lines.push(text),
  });
  return { status, lines };
}

type Printed = {
  file: string;
  passed: number;
  failed: number;
  results: { row: number; passed: boolean; difference?: string }[];
  coverage: {
    branches: { path: string; kind: string; text: string; from: number; to: number; rows: number[] }[];
    failures: { path: string; rows: number[] }[];
    never: { path: string; because: string }[];
    borders: { name: string; value: string; from: number; to: number; rows: number[] }[];
  } | null;
  problems?: { id: string }[];
  suggestions?: {
    columns: string;
    rows: {
      row: string;
      facts: object;
      fails: string[];
      expect: string;
      reaches: string[];
      lands: string[];
      fix: { title: string };
    }[];
    fix: { title: string; edits: { from: number; to: number; text: string }[] } | null;
    unreached: { what: string; because: string }[];
  };
};

function printed(...words: readonly string[]): readonly Printed[] {
  return JSON.parse(examples(...words, '--json').lines.join('\n')) as Printed[];
}

/** The first starts two processes, which takes its time on a busy machine. */
describe('signoff examples', { timeout: 60_000 }, () => {
  it('passes every example of the two sample SOPs', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['bin/signoff.mjs', 'examples', lateParcel, damagedItem],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout).toContain('late-parcel.sop.md: 11 of 11 examples pass');
    expect(stdout).toContain('damaged-item.sop.md: 10 of 10 examples pass');
    expect(status).toBe(0);
  });

  it('says with its line what a failing example expected, what happened and why, and ends with 1', () => {
    const file = changedFile('order value < $200 and', 'order value <= $200 and');
    const { status, lines } = examples(file);
    expect(status).toBe(1);
    expect(lines).toContain(
      `${file}:71 example 3: expected gate Team lead, got propose full refund because order value is $200, prior chargebacks is 0 and “order value <= $200 and prior chargebacks = 0” is yes`,
    );
  });

  it('says what no example reaches', () => {
    const file = changedFile('| $120 | 0 | lost | 1 | 5 | yes | | escalate to Legal |\n', '');
    const { status, lines } = examples(file);
    expect(status).toBe(0);
    expect(lines).toEqual([
      `${file}: 10 of 10 examples pass`,
      `${file}:50 no example reaches “When legal threat”`,
      `${file}:51 no example reaches “On failure of stripe”`,
      `${file}:52 no example reaches “On failure of shopify”`,
      `${file}: the examples reach 6 of 7 branches, 2 of 4 failure paths, 4 of 4 borders`,
    ]);
  });

  it('ends with 1 for an SOP without examples, and for one with errors', () => {
    expect(examples(changedFile('## Examples', '## Samples')).status).toBe(1);
    const { status, lines } = examples(changedFile('If order value <', 'If order valu <'));
    expect(status).toBe(1);
    expect(lines[0]).toContain('changed.sop.md:38 “order valu” is not a declared fact.');
  });
});

describe('signoff examples --json', () => {
  it('prints the results of each file with what its examples reach', () => {
    const [late, damaged] = printed(lateParcel, damagedItem);
    expect(late).toMatchObject({ file: lateParcel, passed: 11, failed: 0 });
    expect(late?.results).toEqual(Array.from({ length: 11 }, (_, at) => ({ row: at + 1, passed: true })));
    expect(late?.coverage?.branches[0]).toMatchObject({ path: '1.1>1', kind: 'if', rows: [7] });
    expect(late?.coverage?.borders.map(({ name, value, rows }) => [name, value, rows])).toContainEqual([
      'order value',
      '$200',
      [3],
    ]);
    expect(damaged?.coverage?.never).toMatchObject([{ path: '2.3>refused', because: 'approved' }]);
    expect(late).not.toHaveProperty('suggestions');
  });

  it('says the difference of a row that fails', () => {
    const [file] = printed(changedFile('order value < $200 and', 'order value <= $200 and'));
    expect(file).toMatchObject({ passed: 10, failed: 1 });
    expect(file?.results[2]?.difference).toContain(
      'expected gate Team lead, got propose full refund because',
    );
  });

  it('gives the problems of a document that cannot be run', () => {
    const [file] = printed(changedFile('If order value <', 'If order valu <'));
    expect(file).toMatchObject({ passed: 0, failed: 0, results: [], coverage: null });
    expect(file?.problems).toMatchObject([{ id: 'unknown-fact' }]);
  });
});

describe('signoff examples --suggest', () => {
  it('shows the missing rows as lines of the table', () => {
    const { status, lines } = examples(lateParcel, '--suggest');
    expect(status).toBe(0);
    expect(lines.slice(-4)).toEqual([
      `${lateParcel}: 2 rows are suggested, as the SOP works today. Confirm that it should, before you add them:`,
      '| order value | prior chargebacks | carrier status | count(orders in dispute) | days since promised date | legal threat | fails | expect |',
      '| $120 | unknown | lost | unknown | 5 | no | stripe | hold |',
      '| unknown | 0 | lost | 1 | unknown | no | shopify | escalate to Tier 2 |',
    ]);
  });

  it('says for what there is none, and why', () => {
    expect(examples(damagedItem, '--suggest').lines).toContain(
      `${damagedItem}:60 no row for “On failure of stripe”: no failure of stripe comes here: nothing is read or done there, or a nearer line answers`,
    );
  });

  it('gives each row and all of them as edits', () => {
    const [late] = printed(lateParcel, '--suggest');
    const { rows, fix } = late?.suggestions ?? { rows: [], fix: null };
    expect(rows[0]).toMatchObject({
      row: '| $120 | unknown | lost | unknown | 5 | no | stripe | hold |',
      fails: ['stripe'],
      expect: 'hold',
      reaches: ['edge.2'],
      lands: [],
      fix: {
        title: 'Add a row that expects “hold”. That is what the SOP does today: confirm that it is right.',
      },
    });
    const file = join(folder, 'whole.sop.md');
    writeFileSync(file, applyEdits(readFileSync(lateParcel, 'utf8'), fix?.edits ?? []));
    expect(examples(file)).toEqual({
      status: 0,
      lines: [
        `${file}: 13 of 13 examples pass`,
        `${file}: the examples reach 7 of 7 branches, 4 of 4 failure paths, 4 of 4 borders`,
      ],
    });
  });
});
