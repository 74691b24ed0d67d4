import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCommand } from '../../src/cli/audit-command.ts';
import { UnusableArguments } from '../../src/cli/command-line.ts';
import { offeredSystems } from '../../src/systems/offered-systems.ts';

const lateParcel = 'sops/late-parcel.sop.md';
const damagedItem = 'sops/damaged-item.sop.md';
const context = { today: '2026-11-20', catalogue: { systems: offeredSystems } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signoff-audit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of the late parcel with one piece replaced. */
function spoiltCopy(piece: string | RegExp, by: string): { readonly file: string; readonly text: string } {
  const file = join(folder, 'spoilt.sop.md');
  const text = readFileSync(lateParcel, 'utf8').replace(piece, () => by);
  writeFileSync(file, text);
  return { file, text };
}

function signoffAudit(...words: readonly string[]) {
  const lines: string[] = [];
  const status = auditCommand(words, { line: (text) => lines.push(text), error: () => {} }, context);
  return { status, lines };
}

describe('signoff audit', () => {
  it('ends with 0 when every SOP is automation-ready, and prints the scores of each', () => {
    const { status, lines } = signoffAudit(lateParcel, damagedItem);
    expect(status).toBe(0);
    const verdicts = lines.filter((line) => line.includes('automation-ready'));
    expect(verdicts).toHaveLength(2);
    for (const line of verdicts)
      expect(line).toMatch(
        /\.sop\.md: automation-ready: specificity [45]\.\d, decidability [45]\.\d, completeness [45]\.\d, currency [45]\.\d$/,
      );
  });

  it('ends with 1 when one of them is not, and prints the sentences that cost points, the worst first', () => {
    const { file } = spoiltCopy(
      '   - Close as "resolved".',
      '   - Water the plants.\n   - Close as "resolved".',
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace(/owner: .*\n/, ''));
    const { status, lines } = signoffAudit(damagedItem, file);
    expect(status).toBe(1);
    const own = lines.filter((line) => line.startsWith(`${file}:`));
    expect(own[0]).toContain(': not automation-ready: ');
    expect(own[1]).toMatch(/:1:1 currency -1\.2: The header needs an owner/);
    expect(own.slice(2).join('\n')).toMatch(
      /:45:6 specificity -0\.\d+: A person ticks this off: “Water the plants/,
    );
    const costs = own.slice(1).map((line) => Number(/ -([\d.]+): /.exec(line)?.[1]));
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });

  it('prints one object for one file', () => {
    const { file, text } = spoiltCopy('If order value <', 'If order valu <');
    const { status, lines } = signoffAudit(file, '--json');
    expect(status).toBe(1);
    const printed = JSON.parse(lines.join('\n')) as {
      file: string;
      kind: string;
      ready: boolean;
      scores: Record<string, number>;
      findings: { dimension: string; cost: number; from: number; to: number; message: string }[];
    };
    expect(Object.keys(printed)).toEqual(['file', 'kind', 'scores', 'ready', 'findings']);
    expect(printed).toMatchObject({ file, kind: 'codified', ready: false });
    expect(Object.keys(printed.scores)).toEqual(['specificity', 'decidability', 'completeness', 'currency']);
    const finding = printed.findings.find(({ dimension }) => dimension === 'specificity');
    expect(Object.keys(finding ?? {})).toEqual(['dimension', 'cost', 'from', 'to', 'message']);
    expect(text.slice(finding?.from, finding?.to)).toBe('order valu');
  });

  it('prints an array for several files', () => {
    const printed = JSON.parse(signoffAudit(lateParcel, damagedItem, '--json').lines.join('\n')) as unknown;
    expect(printed).toMatchObject([
      { file: lateParcel, ready: true },
      { file: damagedItem, ready: true },
    ]);
  });

  it('takes another day than the present one', () => {
    expect(signoffAudit(lateParcel, '--today', '2030-01-01').status).toBe(1);
  });

  it.each([
    ['no file', []],
    ['a file that is not there', ['no-such.sop.md']],
    ['a day that is none', [lateParcel, '--today', 'soon']],
    ['an unknown option', [lateParcel, '--jsn']],
  ])('refuses %s', (_, words) => {
    expect(() => signoffAudit(...words)).toThrow(UnusableArguments);
  });
});
