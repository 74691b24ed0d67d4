import { describe, expect, it } from 'vitest';
import type { Problem, ProblemId } from '../../../src/domain/facts/problem.ts';
import { changed, linesOf, smallSop } from './small-sop.ts';

type Change = readonly [words: string, instead: string];
type Row = {
  readonly level: Problem['level'];
  /** What makes the problem, and the words that it then points at. */
  readonly found: { readonly changes: readonly Change[]; readonly at: string };
  /** A change that comes close and does not make it. */
  readonly nearMiss: readonly Change[];
};

const elseLine = '   - Else: escalate to Tier 2 because "the parcel is not lost".\n';
const unknownLine = '   - If unknown: escalate to Tier 2 because "a fact is missing".\n';

/** Every id once: the type checker asks for a row for each. */
const rows = {
  'header-missing': {
    level: 'error',
    found: { changes: [['owner: Support\n', '']], at: '---' },
    nearMiss: [['matches', 'status: draft\nmatches']],
  },
  'header-invalid': {
    level: 'error',
    found: { changes: [['version: 1', 'version: one']], at: 'one' },
    nearMiss: [['version: 1', 'version: 10']],
  },
  'unknown-fact': {
    level: 'error',
    found: { changes: [['If order value', 'If order valu']], at: 'order valu' },
    nearMiss: [['If order value', 'If ORDER  value']],
  },
  'unknown-action': {
    level: 'error',
    found: { changes: [[': propose full refund.', ': propose fill refund.']], at: 'fill refund' },
    nearMiss: [[': propose full refund.', ': propose Full Refund.']],
  },
  'unknown-table': {
    level: 'error',
    found: { changes: [['decide remedy', 'decide remedie']], at: 'remedie' },
    nearMiss: [['decide remedy', 'decide the remedy table']],
  },
  'unknown-step': {
    level: 'error',
    found: { changes: [['Close as "resolved"', 'Go to step 4 at most twice']], at: '4' },
    nearMiss: [['Close as "resolved"', 'Go to step 3 at most twice and close as "resolved"']],
  },
  'unknown-reply': {
    level: 'error',
    found: { changes: [['draft reply please wait', 'draft reply please wai']], at: 'please wai' },
    nearMiss: [['draft reply please wait', 'draft reply "ask to wait"']],
  },
  'unknown-team': {
    level: 'error',
    found: { changes: [['Else: escalate to Tier 2', 'Else: escalate to Tier 3']], at: 'Tier 3' },
    nearMiss: [['Else: escalate to Tier 2', 'Else: escalate to TIER 2']],
  },
  'type-mismatch': {
    level: 'error',
    found: { changes: [['If order value < $200', 'If order value < 5 days']], at: 'order value < 5 days' },
    nearMiss: [['If order value < $200', 'If order value < 200']],
  },
  'not-a-choice': {
    level: 'error',
    found: { changes: [['and carrier status = "lost"', 'and carrier status = "los"']], at: '"los"' },
    nearMiss: [['and carrier status = "lost"', 'and carrier status = "LOST"']],
  },
  'currency-mismatch': {
    level: 'error',
    found: { changes: [['If order value < $200', 'If order value < €200']], at: 'order value < €200' },
    nearMiss: [['If order value < $200', 'If order value < 200 USD']],
  },
  'not-a-condition': {
    level: 'error',
    found: { changes: [['If order value < $200', 'If order value']], at: 'order value' },
    nearMiss: [['When legal threat', 'When not not legal threat']],
  },
  syntax: {
    level: 'error',
    found: { changes: [['days since(promised date) < 3', 'promised date > 2026-02-29']], at: '2026-02-29' },
    nearMiss: [['days since(promised date) < 3', 'promised date > 2026-02-28']],
  },
  'loop-without-limit': {
    level: 'error',
    found: { changes: [['decide remedy.', 'go to step 1.']], at: '1' },
    nearMiss: [['decide remedy.', 'go to step 3.']],
  },
  'undefined-evidence': {
    level: 'warning',
    found: { changes: [['[P2]\n', '[P3]\n']], at: '[P3]' },
    nearMiss: [['[P2]\n', '[p2]\n']],
  },
  'manual-step': {
    level: 'info',
    found: {
      changes: [['Draft reply "say', 'Call the customer "say']],
      at: 'Call the customer "say that the refund is on its way".',
    },
    nearMiss: [['   - Draft reply "say', '   A call to the customer is not needed.\n   - Draft reply "say']],
  },
  gap: {
    level: 'error',
    found: { changes: [['| >= $500 |', '| > $500 |']], at: '## Decision: remedy (exactly one)' },
    nearMiss: [['| >= $500 |', '| >= 500 USD |']],
  },
  overlap: {
    level: 'error',
    found: {
      changes: [['| < $500 |', '| <= $500 |']],
      at: '| >= $500 | escalate to Payments because "above the limit" |',
    },
    nearMiss: [
      ['(exactly one)', '(first match)'],
      ['| < $500 |', '| <= $500 |'],
    ],
  },
  unreachable: {
    level: 'error',
    found: {
      changes: [
        ['Else if carrier status = "lost"', 'Else if carrier status = "lost" and order value < $200'],
      ],
      at: 'Else if carrier status = "lost" and order value < $200',
    },
    nearMiss: [
      ['Else if carrier status = "lost"', 'Else if carrier status = "lost" and order value <= $200'],
    ],
  },
  'proposal-without-else': {
    level: 'error',
    found: { changes: [[elseLine, '']], at: 'If order value < $200 and carrier status = "lost"' },
    nearMiss: [[elseLine, '   - Else: stop.\n']],
  },
  'unknown-not-handled': {
    level: 'info',
    found: { changes: [[unknownLine, '']], at: 'If order value < $200 and carrier status = "lost"' },
    nearMiss: [
      [unknownLine, ''],
      [': propose full refund.', ': stop.'],
      [': decide remedy.', ': stop.'],
    ],
  },
  'locked-action': {
    level: 'error',
    found: {
      changes: [['amount = order value', 'amount = order value only if order value < $400']],
      at: 'propose full refund',
    },
    nearMiss: [['amount = order value', 'amount = order value only if order value < $500']],
  },
  'open-end': {
    level: 'error',
    found: { changes: [['   - Close as "resolved".\n', '']], at: '3. **Tell.**' },
    nearMiss: [['   - Close as "resolved".\n', '   - Stop.\n']],
  },
  'no-failure-path': {
    level: 'warning',
    found: {
      changes: [['- On failure of easypost: hold for 1 hour and notify Tier 2.\n', '']],
      at: 'carrier status',
    },
    nearMiss: [
      ['- On failure of easypost: hold for 1 hour and notify Tier 2.\n', ''],
      [
        'promised date.\n',
        'promised date.\n   - On failure of easypost: hold for 1 hour and notify Tier 2.\n',
      ],
    ],
  },
  'action-without-evidence': {
    level: 'warning',
    found: {
      changes: [
        ['**Decide.** [P1]', '**Decide.**'],
        ['(exactly one)', '(exactly one) [P1]'],
      ],
      at: 'propose full refund',
    },
    nearMiss: [
      ['**Decide.** [P1]', '**Decide.**'],
      ['(exactly one)', '(exactly one) [P1]'],
      [': propose full refund.', ': propose full refund. [P1]'],
    ],
  },
  'unused-evidence': {
    level: 'warning',
    found: { changes: [['[P2]\n', '\n']], at: '[P2]' },
    nearMiss: [
      ['[P2]\n', '\n'],
      ['3. **Tell.**\n', '3. **Tell.** As always, [P2] counts.\n'],
    ],
  },
  'escalation-without-reason': {
    level: 'warning',
    found: {
      changes: [['escalate to Payments because "above the limit"', 'escalate to Payments']],
      at: 'escalate to Payments',
    },
    nearMiss: [['escalate to Payments because "above the limit"', 'notify Payments and stop']],
  },
  vague: {
    level: 'warning',
    found: { changes: [['   - Close as', '   - Call the customer soon.\n   - Close as']], at: 'soon' },
    nearMiss: [['   - Close as', '   - Tell the customer "we will call you soon".\n   - Close as']],
  },
  'unused-input': {
    level: 'info',
    found: { changes: [['When legal threat', 'When ticket priority = "urgent"']], at: 'legal threat' },
    nearMiss: [
      ['When legal threat', 'When ticket priority = "urgent"'],
      ['- Get order value', '- Extract legal threat from the message and get order value'],
    ],
  },
  'unused-action': {
    level: 'info',
    found: {
      changes: [
        [': propose full refund.', ': stop.'],
        [' and propose full refund |', ' |'],
      ],
      at: 'full refund',
    },
    nearMiss: [[': propose full refund.', ': stop.']],
  },
  'branch-without-example': {
    level: 'warning',
    found: {
      changes: [['| $500 | lost | 3 | no | | escalate to Payments |\n', '']],
      at: '| >= $500 | escalate to Payments because "above the limit" |',
    },
    nearMiss: [['| $120 | in transit | 3 | no | | escalate to Tier 2 |\n', '']],
  },
  'example-fails': {
    level: 'error',
    found: {
      changes: [
        [
          '| $500 | lost | 3 | no | | escalate to Payments |',
          '| $500 | lost | 3 | no | | escalate to Legal |',
        ],
      ],
      at: '| $500 | lost | 3 | no | | escalate to Legal |',
    },
    nearMiss: [['| $500 | lost |', '| $500.01 | lost |']],
  },
  'review-overdue': {
    level: 'warning',
    found: { changes: [['reviewed: 2026-01-31', 'reviewed: 2026-01-27']], at: '2026-01-27' },
    nearMiss: [['reviewed: 2026-01-31', 'reviewed: 2026-01-28']],
  },
} as const satisfies Readonly<Record<ProblemId, Row>>;

it('finds nothing in the SOP that the rows change', () => {
  expect(linesOf(smallSop)).toEqual([]);
});

describe.each(Object.entries<Row>(rows))('%s', (id, { level, found, nearMiss }) => {
  it('is found, at its words', () => {
    expect(linesOf(changed(...found.changes), { ids: [id] })).toContain(`${level} ${id} “${found.at}”`);
  });

  it('is not found in a near miss', () => {
    expect(linesOf(changed(...nearMiss), { ids: [id] })).toEqual([]);
  });
});
