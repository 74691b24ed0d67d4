import { describe, expect, it } from 'vitest';
import { expectationText, runExample } from '../../../src/domain/run/run-example.ts';
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
  const { result } = runExample(sop, example, today);
  if (result.is === 'passed') return 'passed';
  const { expected, got } = result;
  return { expected: expected && expectationText(expected), got: got?.text };
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
    ).toBe('passed');
  });

  it('passes without the outcome being listed', () => {
    expect(resultOf(refund, '| order value | expect |', '| $120 | propose full refund |')).toBe('passed');
  });

  it('fails on a proposal that it does not expect', () => {
    expect(resultOf(refund, '| order value | expect |', '| $120 | close as refunded |')).toEqual({
      expected: 'close as refunded',
      got: 'propose full refund',
    });
  });

  it('fails on what does not happen, and says what did', () => {
    expect(resultOf(refund, '| order value | expect |', '| unknown | propose full refund |')).toEqual({
      expected: 'propose full refund',
      got: 'escalate to Tier 2',
    });
  });

  it('says which outcome there was in the place of the expected one', () => {
    expect(
      resultOf(refund, '| order value | expect |', '| $120 | propose full refund; close as done |'),
    ).toEqual({ expected: 'close as done', got: 'close as refunded' });
  });

  it('says how the run ended where nothing of the kind happened', () => {
    expect(resultOf(steps('Close as "done".'), '| order value | expect |', '| $120 | judge |')).toEqual({
      expected: 'judge',
      got: 'close as done',
    });
  });

  it('says that nothing happened where the document just ends', () => {
    expect(
      resultOf(steps('If order value > $5: stop.'), '| order value | expect |', '| $5 | judge |'),
    ).toEqual({ expected: 'judge', got: undefined });
  });

  it('leaves a loop of hundreds of rounds where it is', () => {
    const body = steps('If order value > $5: get order value.', 'Go to step 1 at most 900 times.');
    expect(resultOf(body, '| order value | expect |', '| $6 | stop |')).toEqual({
      expected: 'stop',
      got: undefined,
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
    ).toBe('passed');
    expect(resultOf(body, '| order value | chargebacks | expect |', '| $5 |  | close as unknown |')).toBe(
      'passed',
    );
  });

  it('lets systems and actions fail however often they are tried', () => {
    const body = `${steps('Propose full refund.', 'Close as "done".')}\n\n## Edge cases\n\n- On failure of full refund: retry twice after 1 minutes, then escalate to Payments because "failed".`;
    expect(
      resultOf(
        body,
        '| order value | fails | expect |',
        '| $5 | full refund | propose full refund; propose full refund; propose full refund; escalate to Payments |',
      ),
    ).toBe('passed');
  });

  it('ends at its first hold', () => {
    expect(
      resultOf(
        steps('Hold for 1 days.', 'Propose full refund.'),
        '| order value | expect |',
        '| $5 | hold |',
      ),
    ).toBe('passed');
  });

  it('fails when a fact is missing that a text needs and nobody could fill in', () => {
    expect(
      resultOf(
        steps('If order value is unknown: propose full refund.', 'Else: close as "known".'),
        '| order value | expect |',
        '| unknown | propose full refund |',
      ),
    ).toEqual({ expected: 'propose full refund', got: 'a gate' });
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
