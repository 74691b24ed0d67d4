import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const lateParcel = 'sops/late-parcel.sop.md';
const goodFacts = {
  'order value': '$142.10',
  'carrier status': 'lost',
  'prior chargebacks': 0,
  'orders in dispute': ['D1'],
  'promised date': '2026-11-11',
  'legal threat': false,
  'order number': '1001',
  'requester name': 'Sample Customer',
  today: '2026-11-20',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signoff-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function signoff(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/signoff.mjs', ...words], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const factsFile = (facts: object): string => fileOf('facts.json', JSON.stringify(facts));

/** Every call starts two processes, which takes its time on a busy machine. */
const patience = { timeout: 60_000 };

type Printed = {
  sop: string;
  version: number;
  hash: string;
  outcome: unknown;
  waitingFor: { id: string; kind: string }[];
  proposals: { id: string; action: string | null; operation: string; params: object; status: string }[];
  trace: {
    id: string;
    from: number;
    to: number;
    text: string;
    result: string;
    facts: Record<string, string | null>;
  }[];
};

function run(facts: object, ...words: readonly string[]): Printed {
  const { stdout } = signoff(['run', lateParcel, '--facts', factsFile(facts), '--json', ...words]);
  return JSON.parse(stdout) as Printed;
}

describe('signoff run', patience, () => {
  it('shows the plan and waits for the first proposal', () => {
    const printed = run(goodFacts);
    expect(printed).toMatchObject({ sop: 'late-parcel', version: 5, outcome: null });
    expect(printed.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(printed.waitingFor).toMatchObject([{ id: '3.1>1.1', kind: 'propose' }]);
    expect(printed.proposals.map(({ operation, status }) => `${status} ${operation}`)).toEqual([
      'waiting stripe.refund',
      'planned zendesk.draft_reply',
      'planned zendesk.set_field',
    ]);
    expect(printed.proposals[0]).toMatchObject({ action: 'full refund', params: { amount: 'USD 142.1' } });
  });

  it('ties each line of the trace to its words and facts', () => {
    const source = readFileSync(lateParcel, 'utf8');
    const decided = run(goodFacts).trace.find(({ id }) => id === '3.1>1');
    expect(decided).toMatchObject({
      result: 'yes',
      text: 'order value < $200 and prior chargebacks = 0',
      facts: { 'order value': 'USD 142.1', 'prior chargebacks': '0' },
    });
    expect(source.slice(decided?.from, decided?.to)).toBe(decided?.text);
  });

  it('ends when everything is approved', () => {
    const printed = run(goodFacts, '--approve', 'all');
    expect(printed.outcome).toEqual({ is: 'closed', as: 'resolved' });
    expect(printed.proposals.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  });

  it('takes null and an absent fact for unknown', () => {
    expect(run({ ...goodFacts, 'prior chargebacks': null }).proposals[0]?.operation).toBe('zendesk.escalate');
    const { 'prior chargebacks': _, ...rest } = goodFacts;
    expect(run(rest).proposals[0]?.operation).toBe('zendesk.escalate');
  });

  it('names a fact that the SOP does not have', () => {
    const { stderr } = signoff(['run', lateParcel, '--facts', factsFile({ ...goodFacts, 'order valu': 1 })]);
    expect(stderr).toContain('“order valu” is not a fact of late-parcel');
  });

  it.each([
    ['no facts', ['run', lateParcel], 'say which facts'],
    ['a file that is not there', ['run', 'no-such.sop.md', '--facts', 'no.json'], 'cannot read'],
    [
      'an approval that is none',
      ['run', lateParcel, '--facts', 'x.json', '--approve', 'some'],
      '“all” or “none”',
    ],
    ['an unknown option', ['run', lateParcel, '--fact', 'x.json'], '“--fact” is not an option here'],
    ['an unknown command', ['walk'], 'There is no command “walk”'],
    ['no command', [], 'signoff check'],
  ])('refuses %s with status 2', (_, words, sentence) => {
    const { status, stderr } = signoff(words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe('signoff check', patience, () => {
  it('finds nothing in the starter library', () => {
    const { status, stdout } = signoff(['check', lateParcel, 'sops/damaged-item.sop.md', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('prints problems as data with their places, and ends with 1', () => {
    const text = readFileSync(lateParcel, 'utf8').replace('If order value <', 'If order valu <');
    const { status, stdout } = signoff(['check', fileOf('bad.sop.md', text), '--json']);
    const problems = JSON.parse(stdout) as {
      id: string;
      level: string;
      from: number;
      to: number;
      values: Record<string, string>;
    }[];
    expect(status).toBe(1);
    expect(problems[0]).toMatchObject({
      id: 'unknown-fact',
      level: 'error',
      values: { suggestion: 'order value' },
    });
    expect(text.slice(problems[0]?.from, problems[0]?.to)).toBe('order valu');
  });

  it('prints line and column for people', () => {
    const text = readFileSync(lateParcel, 'utf8').replace('propose full refund.', 'propose ful refund.');
    expect(signoff(['check', fileOf('bad.sop.md', text)]).stdout).toMatch(
      /bad\.sop\.md:\d+:\d+ error unknown-action: /,
    );
  });
});

describe('signoff eval', patience, () => {
  const cases = readFileSync('test/conformance/conditions.jsonl', 'utf8');

  it('gives one result a line and agrees with every conformance case', () => {
    const { status, stdout } = signoff(['eval'], cases);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(cases.trim().split('\n').length);
  });

  it('ends with 1 when a case does not give what it expects', () => {
    const { status, stdout, stderr } = signoff(
      ['eval'],
      '{"id":"x","condition":"1 < 2","expect":{"outcome":"no","missing":[]}}\nnot json\n',
    );
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe('{"id":"x","outcome":"yes","missing":[]}');
    expect(stderr).toContain('2 of 2 cases');
  });
});
