import { describe, expect, it } from 'vitest';
import { noFailurePath } from '../../../src/domain/check/rules/no-failure-path.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { changed, linesOf, mended, problemsOf, smallOptions } from './small-sop.ts';

const ids = ['no-failure-path'];
const shopify =
  '- On failure of shopify: retry twice after 5 minutes, then escalate to Tier 2 because "the shop is down".\n';
const easypost = '- On failure of easypost: hold for 1 hour and notify Tier 2.\n';
const refund = '- On failure of full refund: escalate to Payments because "the refund did not go through".\n';
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(...changes), { ids });

describe('what happens when something fails', () => {
  it('is asked once for a system, where it is first read', () => {
    expect(found([shopify, ''])).toEqual(['warning no-failure-path “order value”']);
  });

  it('is asked for an action, where it is first proposed', () => {
    expect(found([refund, ''])).toEqual(['warning no-failure-path “full refund”']);
  });

  it('is said by a line for the system of an action', () => {
    expect(found([refund, '- On failure of stripe: stop.\n'])).toEqual([]);
  });

  it('is said by a line of the step in which a fact is read first', () => {
    expect(found([easypost, ''], ['promised date.\n', `promised date.\n   ${easypost}`])).toEqual([]);
    expect(found([easypost, ''], ['**Decide.** [P1]\n', `**Decide.** [P1]\n   ${easypost}`])).toEqual([
      'warning no-failure-path “carrier status”',
    ]);
  });

  it('is asked in a later step for what an earlier one reads in some cases only', () => {
    const first = ['promised date.\n', `promised date.\n   ${easypost}`] as const;
    const onlyElse = [
      'Get order value, carrier status, promised date',
      'Get order value, promised date',
    ] as const;
    const chain = [
      '**Look.**\n',
      '**Look.**\n   - If legal threat: notify Legal.\n   - Else if carrier status = "lost": notify Tier 2.\n',
    ] as const;
    expect(found([easypost, ''], onlyElse, first, chain)).toEqual([
      'warning no-failure-path “carrier status”',
    ]);
  });

  it('is asked again where a later step reads anew', () => {
    const again = found(
      [easypost, ''],
      ['promised date.\n', `promised date.\n   ${easypost}`],
      ['**Tell.**\n', '**Tell.**\n   - Get carrier status.\n'],
    );
    expect(again).toEqual(['warning no-failure-path “carrier status”']);
  });

  it('is said for a table by the step that decides it', () => {
    const inStep: readonly [string, string] = ['**Decide.** [P1]\n', `**Decide.** [P1]\n   ${refund}`];
    expect(found([refund, ''], inStep)).toEqual([]);
    expect(found([refund, ''], inStep, ['   - Close as', '   - Decide remedy.\n   - Close as'])).toEqual([
      'warning no-failure-path “full refund”',
    ]);
  });

  it('is not asked for Zendesk and the message', () => {
    const text = changed(
      ['When legal threat', 'When legal threat and order number = "1"'],
      ['   - Close as', '   - Set zendesk.ticket.status to "solved".\n   - Close as'],
    );
    expect(linesOf(text, { ids })).toEqual([]);
  });

  it('is asked for what a condition under “Edge cases” reads, whatever the steps say', () => {
    const inStep: readonly [string, string] = ['promised date.\n', `promised date.\n   ${easypost}`];
    expect(found([easypost, ''], inStep, ['When legal threat', 'When carrier status = "delivered"'])).toEqual(
      ['warning no-failure-path “carrier status”'],
    );
  });

  it('is not asked where the line that says it has a mistake', () => {
    expect(found([shopify, '- On failure of shopfy: retry twice after 5 minutes, then stop.\n'])).toEqual([]);
    expect(found([shopify, '- On failure of shopify: retry after 5 minutes, then stop.\n'])).toEqual([]);
    expect(found(['## Edge cases', '## Edge casses'])).toEqual([]);
  });

  it('is offered with a team of the SOP', () => {
    const text = changed([shopify, '']);
    const [problem] = problemsOf(text).filter(({ id }) => id === 'no-failure-path');
    expect(problem?.fixes?.map(({ title }) => title)).toEqual([
      'Add “On failure of shopify: retry twice after 5 minutes, then escalate to Tier 2 because "shopify does not answer".” under “Edge cases”',
    ]);
    expect(problem && linesOf(mended(text, problem))).toEqual([]);
  });

  it('is not offered where the SOP escalates to nobody', () => {
    const escalation = /escalate to [^|.\n]*? because "[^"]*"/g;
    const text = changed([shopify, '']).replaceAll(escalation, 'stop');
    const [problem] = problemsOf(text).filter(({ id }) => id === 'no-failure-path');
    expect(problem).toBeDefined();
    expect(problem?.fixes).toBeUndefined();
  });
});

it('tables that decide each other are walked to an end', () => {
  const tables = Array.from({ length: 60 }, (_, index) => {
    const decide = [1, 2, 3].map((step) => `decide t${String((index + step) % 60)}`);
    return `## Decision: t${String(index)}\n\n| order value | then |\n|---|---|\n${decide.map((then) => `| any | ${then} |\n`).join('')}\n`;
  });
  const text = changed(['## Edge cases', `${tables.join('')}## Edge cases`], ['decide remedy', 'decide t0']);
  const before = performance.now();
  const { sop } = parseSop(text);
  const found = sop && noFailurePath({ sop, found: [], options: smallOptions });
  expect(found).toEqual([]);
  expect(performance.now() - before).toBeLessThan(3000);
});
