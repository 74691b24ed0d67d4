import { describe, expect, it } from 'vitest';
import { runExample } from '../../../src/domain/run/run-example.ts';
import { readExamples } from '../../../src/domain/sop/read-examples.ts';
import { sopOf, steps } from './running.ts';

const today = '2026-11-20';

/** The result of the one row of this table. */
function resultOf(body: string, head: string, row: string) {
  const sop = sopOf(`${body}\n\n## Examples\n\n${head}\n${head.replace(/[^|]+/g, '---')}\n${row}`);
  const { examples, problems } = readExamples(sop, today);
  expect(problems).toEqual([]);
  const [example] = examples;
  if (!example) throw new Error('The table has no row.');
  return runExample(sop, example, today);
}

const refund = steps(
  'If order value < $200: propose full refund and close as "refunded".',
  'Else: escalate to Tier 2 because "large".',
  'If unknown: escalate to Tier 2 because "unknown".',
);

describe('an example', () => {
  it('passes when what it expects happens in order', () => {
    expect(
      resultOf(refund, '| order value | expect |', '| $120 | propose full refund; close as refunded |'),
    ).toEqual({ is: 'passed' });
  });

  it('passes without the outcome being listed', () => {
    expect(resultOf(refund, '| order value | expect |', '| $120 | propose full refund |')).toEqual({
      is: 'passed',
    });
  });

  it('fails on a proposal that it does not expect', () => {
    expect(resultOf(refund, '| order value | expect |', '| $120 | close as refunded |')).toMatchObject({
      is: 'failed',
      expected: 'close as refunded',
      got: 'propose full refund',
    });
  });

  it('fails on what does not happen, and says which fact is missing', () => {
    expect(resultOf(refund, '| order value | expect |', '| unknown | propose full refund |')).toEqual({
      is: 'failed',
      expected: 'propose full refund',
      got: 'escalate to Tier 2',
      because: ['order value'],
    });
  });

  it('takes a fact that the row leaves empty for unknown in conditions, and fills it into parameters', () => {
    const body = steps(
      'If chargebacks = 0: propose full refund.',
      'If unknown: close as "unknown".',
      'Close as "done".',
    );
    expect(
      resultOf(
        body,
        '| order value | chargebacks | expect |',
        '|  | 0 | propose full refund; close as done |',
      ),
    ).toEqual({ is: 'passed' });
    expect(resultOf(body, '| order value | chargebacks | expect |', '| $5 |  | close as unknown |')).toEqual({
      is: 'passed',
    });
  });

  it('lets systems and actions fail however often they are tried', () => {
    const body = `${steps('Propose full refund.', 'Close as "done".')}\n\n## Edge cases\n\n- On failure of full refund: retry twice after 1 minutes, then escalate to Payments because "failed".`;
    expect(
      resultOf(
        body,
        '| order value | fails | expect |',
        '| $5 | full refund | propose full refund; propose full refund; propose full refund; escalate to Payments |',
      ),
    ).toEqual({ is: 'passed' });
  });

  it('ends at its first hold', () => {
    expect(
      resultOf(
        steps('Hold for 1 days.', 'Propose full refund.'),
        '| order value | expect |',
        '| $5 | hold |',
      ),
    ).toEqual({ is: 'passed' });
  });

  it('fails when a fact is missing that a text needs and nobody could fill in', () => {
    expect(
      resultOf(
        steps('If order value is unknown: propose full refund.', 'Else: close as "known".'),
        '| order value | expect |',
        '| unknown | propose full refund |',
      ),
    ).toMatchObject({ is: 'failed', got: 'a gate, because order value is unknown' });
  });
});

describe('a table of examples', () => {
  const problemsOf = (head: string, row: string) =>
    readExamples(
      sopOf(`${refund}\n\n## Examples\n\n${head}\n${head.replace(/[^|]+/g, '---')}\n${row}`),
      today,
    ).problems;

  it.each([
    ['a column that is no fact', '| order valu | expect |', '| $5 | stop |', 'unknown-fact', 'order value'],
    ['a value that does not fit', '| order value | expect |', '| many | stop |', 'type-mismatch', undefined],
    [
      'an action that nothing declares',
      '| order value | expect |',
      '| $5 | propose ful refund |',
      'unknown-action',
      'full refund',
    ],
    ['an expectation that is none', '| order value | expect |', '| $5 | refund it |', 'syntax', undefined],
    [
      'a system that fails and is not there',
      '| order value | fails | expect |',
      '| $5 | strip | stop |',
      'unknown-action',
      'stripe',
    ],
    ['no expectation at all', '| order value |', '| $5 |', 'syntax', undefined],
  ])('reports %s with its place', (_, head, row, id, suggestion) => {
    const [problem] = problemsOf(head, row);
    expect(problem).toMatchObject({ id, level: 'error' });
    expect(problem?.values['suggestion']).toBe(suggestion);
    expect(problem?.to).toBeGreaterThan(problem?.from ?? Number.POSITIVE_INFINITY);
  });
});
