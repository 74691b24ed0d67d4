import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const lateParcel = readFileSync('sops/late-parcel.sop.md', 'utf8');
const misspelt = lateParcel.replace('If order value <', 'If order valu <');
const bin = resolve('bin/signoff.mjs');
/** Within half a year of the last review. */
const today = '2026-11-20';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signoff-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs in a folder of SOPs, as a Git hook does. */
function check(...words: readonly string[]) {
  return spawnSync(process.execPath, [bin, 'check', ...words], { cwd: folder, encoding: 'utf8' });
}

const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

type Printed = {
  id: string;
  file: string;
  values: Record<string, string>;
  fixes?: { title: string; edits: { from: number; to: number; text: string }[] }[];
};
const printed = (stdout: string) => JSON.parse(stdout) as Printed[];

/** Every call starts two processes, which takes its time on a busy machine. */
const patience = { timeout: 60_000 };

describe('signoff check', patience, () => {
  it('says at the end how many SOPs it read and what it found', () => {
    write('good.sop.md', lateParcel);
    write('bad.sop.md', misspelt);
    const { status, stdout } = check('good.sop.md', 'bad.sop.md', '--today', today);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^bad\.sop\.md:\d+:\d+ error unknown-fact: “order valu” is not a declared fact\./);
    expect(stdout.trim().split('\n').at(-1)).toBe('2 SOPs, 1 error, 0 warnings; 1 can be mended with --fix');
  });

  it('takes the file of each problem and its fixes into the JSON', () => {
    write('bad.sop.md', misspelt);
    const [problem, ...others] = printed(check('bad.sop.md', '--json', '--today', today).stdout);
    const at = misspelt.indexOf('order valu <');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      id: 'unknown-fact',
      file: 'bad.sop.md',
      fixes: [{ edits: [{ from: at, to: at + 'order valu'.length, text: 'order value' }] }],
    });
  });

  it('takes the day from --today', () => {
    write('a.sop.md', lateParcel);
    expect(check('a.sop.md', '--today', '2027-03-14').status).toBe(0);
    const late = check('a.sop.md', '--today', '2027-03-16');
    expect(late.stdout).toContain('warning review-overdue');
    expect(late.status).toBe(1);
  });

  it('takes the teams from --teams, and knows none without', () => {
    write('a.sop.md', lateParcel);
    const teams = 'Payments, Logistics,Team lead , Tier 2';
    const problems = printed(check('a.sop.md', '--json', '--today', today, '--teams', teams).stdout);
    expect(problems.map(({ id, values }) => [id, values['name']])).toEqual([['unknown-team', 'Legal']]);
    expect(check('a.sop.md', '--today', today, '--teams', `${teams}, Legal`).status).toBe(0);
  });

  it.each([
    ['--today', '20.11.2026', '--today is a date such as 2026-11-20'],
    ['--today', '2026-02-30', '--today is a date such as 2026-11-20'],
    ['--fixx', '', '“--fixx” is not an option here'],
  ])('refuses %s %s with status 2', (option, value, sentence) => {
    write('a.sop.md', lateParcel);
    const { status, stderr } = check('a.sop.md', option, value);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe('signoff check --fix', patience, () => {
  it('changes the place of the problem and nothing else, says so, and ends by what remains', () => {
    write('bad.sop.md', misspelt);
    const { status, stdout, stderr } = check('bad.sop.md', '--fix', '--today', today);
    expect(stderr).toMatch(/^bad\.sop\.md:\d+:\d+ fixed unknown-fact: Write “order value”\n$/);
    expect(stdout).toBe('1 SOP, 0 errors, 0 warnings\n');
    expect(status).toBe(0);
    expect(textOf('bad.sop.md')).toBe(lateParcel);
  });

  it('mends what only comes out when something else is mended', () => {
    write(
      'bad.sop.md',
      misspelt.replace('propose full refund.\n   - Else if', 'propose ful refund.\n   - Else if'),
    );
    expect(check('bad.sop.md', '--fix', '--today', today).status).toBe(0);
    expect(textOf('bad.sop.md')).toBe(lateParcel);
  });

  it('keeps line ends and a byte order mark', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    write('bad.sop.md', windows(misspelt));
    check('bad.sop.md', '--fix', '--today', today);
    expect(textOf('bad.sop.md')).toBe(windows(lateParcel));
  });

  it('prints what remains as JSON, and what was mended apart from it', () => {
    write(
      'bad.sop.md',
      misspelt.replace('escalate to Legal because "the customer mentions a lawyer"', 'escalate to Legal'),
    );
    const { status, stdout, stderr } = check('bad.sop.md', '--fix', '--json', '--today', today);
    expect(stderr).toContain('fixed unknown-fact');
    expect(printed(stdout).map(({ id }) => id)).toEqual(['escalation-without-reason']);
    expect(status).toBe(1);
  });

  it('writes no file of which not every byte could be read', () => {
    write('latin.sop.md', Buffer.from(misspelt.replace('lawyer', 'lawyer é'), 'latin1'));
    const before = readFileSync(join(folder, 'latin.sop.md'));
    expect(check('latin.sop.md', '--fix', '--today', today).status).toBe(1);
    expect(readFileSync(join(folder, 'latin.sop.md')).equals(before)).toBe(true);
  });
});
