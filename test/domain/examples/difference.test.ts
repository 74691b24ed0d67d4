import { describe, expect, it } from 'vitest';
import { changed } from '../check/small-sop.ts';
import { differenceOf } from './testing.ts';

const lost = (row: string, expected: string): readonly [string, string] => [
  '| $199.99 | lost | 3 | no | | propose full refund; close as resolved |',
  `| ${row} | ${expected} |`,
];

describe('the first difference', () => {
  it('is nothing for rows that pass', () => {
    expect(differenceOf(changed())).toBeUndefined();
  });

  it.each([
    // An unknown fact, and only the one that the branch is unknown for.
    [
      'unknown | lost | 3 | no | ',
      'propose full refund',
      'expected propose full refund, got escalate to Tier 2 because order value is unknown',
    ],
    [
      'unknown | unknown | 3 | no | ',
      'propose full refund',
      'expected propose full refund, got escalate to Tier 2 because carrier status and order value are unknown',
    ],
    [
      '| lost | 3 | no | ',
      'propose full refund',
      'expected propose full refund, got escalate to Tier 2 because order value is unknown',
    ],
    // The condition at which what was expected and what happened part: the part of it that is no.
    [
      '$200 | lost | 3 | no | ',
      'propose full refund',
      'expected propose full refund, got gate Team lead because order value is $200 and “order value < $200” is no',
    ],
    [
      '$20 | in transit | 3 | no | ',
      'propose full refund',
      'expected propose full refund, got escalate to Tier 2 because carrier status is in transit and “carrier status = "lost"” is no',
    ],
    [
      '$20 | lost | 3 | no | ',
      'escalate to Tier 2',
      'expected escalate to Tier 2, got propose full refund because order value is $20, carrier status is lost and “order value < $200 and carrier status = "lost"” is yes',
    ],
    // Days and numbers of items, as the row gives them.
    [
      '$20 | lost | 2 | no | ',
      'propose full refund',
      'expected propose full refund, got close as not late yet because days since promised date is 2 and “days since(promised date) < 3” is yes',
    ],
    [
      '$20 | lost | 3 | no | ',
      'draft reply please wait',
      'expected draft reply please wait, got propose full refund because order value is $20, carrier status is lost and “order value < $200 and carrier status = "lost"” is yes',
    ],
    // A condition that is a fact is said once.
    [
      '$20 | lost | 3 | yes | ',
      'propose full refund',
      'expected propose full refund, got escalate to Legal because legal threat is yes',
    ],
    // Rows of tables.
    [
      '$500 | lost | 3 | no | ',
      'gate Team lead',
      'expected gate Team lead, got escalate to Payments because order value is $500 and row 1 of “remedy” does not apply',
    ],
    [
      '$499 | lost | 3 | no | ',
      'hold',
      'expected hold, got gate Team lead because order value is $499 and row 1 of “remedy” applies',
    ],
    // What fails.
    [
      '$20 | lost | 3 | no | full refund',
      'propose full refund; escalate to Tier 2',
      'expected escalate to Tier 2, got escalate to Payments because full refund fails',
    ],
    [
      '$20 | lost | 3 | no | easypost',
      'propose full refund',
      'expected propose full refund, got hold because easypost fails',
    ],
    // Nothing more was expected.
    [
      '$499 | lost | 3 | no | ',
      'gate Team lead',
      'expected nothing more, got propose full refund because order value is $499 and row 1 of “remedy” applies',
    ],
  ])('of “%s” expecting “%s” is “%s”', (row, expected, sentence) => {
    expect(differenceOf(changed(lost(row, expected)))).toBe(sentence);
  });

  it('says everything that led to an Else where what was expected stands nowhere near', () => {
    const row = lost('$200 | delivered | 3 | no | ', 'judge');
    expect(differenceOf(changed(row))).toBe(
      'expected judge, got escalate to Tier 2 because order value is $200, “order value < $200” is no, carrier status is delivered and “carrier status = "lost"” is no',
    );
  });

  it('says why what was expected did not happen where nothing happened in its place', () => {
    const text = changed(
      ['   - Else if carrier status = "lost": decide remedy.\n', ''],
      [
        '   - Else: escalate to Tier 2 because "the parcel is not lost".\n   - If unknown: escalate to Tier 2 because "a fact is missing".\n',
        '',
      ],
      ['   - Close as "resolved".', '   - Add note "done".'],
      lost('$20 | delivered | 3 | no | ', 'propose full refund'),
    );
    expect(differenceOf(text)).toBe(
      'expected propose full refund, got nothing more because carrier status is delivered and “carrier status = "lost"” is no',
    );
  });

  it('names the fact that a gate asks for', () => {
    const text = changed(
      ['   - If unknown: escalate to Tier 2 because "a fact is missing".\n', ''],
      lost('$20 | unknown | 3 | no | ', 'propose full refund'),
    );
    expect(differenceOf(text)).toBe(
      'expected propose full refund, got a gate because carrier status is unknown',
    );
  });

  it('names the lock of an action that is not offered', () => {
    const lock = ['amount = order value', 'amount = order value only if order value > $50'] as const;
    expect(differenceOf(changed(lock, lost('$20 | lost | 3 | no | ', 'propose full refund')))).toBe(
      'expected propose full refund, got escalate to Payments because order value is $20 and “order value > $50” is no',
    );
    const noHandler = [
      '- On failure of full refund: escalate to Payments because "the refund did not go through".\n',
      '',
    ] as const;
    expect(
      differenceOf(changed(lock, noHandler, lost('$20 | lost | 3 | no | ', 'propose full refund'))),
    ).toBe(
      'expected propose full refund, got a gate because order value is $20 and “order value > $50” is no',
    );
  });

  it('names the table that does not decide', () => {
    const text = changed(
      ['| >= $500 |', '| >= $600 |'],
      lost('$550 | lost | 3 | no | ', 'escalate to Payments'),
    );
    expect(differenceOf(text)).toBe(
      'expected escalate to Payments, got a gate because the table “remedy” does not decide',
    );
  });

  it('says that something is tried again because it fails', () => {
    const text = changed(
      [
        '- On failure of full refund: escalate',
        '- On failure of full refund: retry once after 1 minutes, then escalate',
      ],
      lost('$20 | lost | 3 | no | full refund', 'propose full refund; escalate to Payments'),
    );
    expect(differenceOf(text)).toBe(
      'expected escalate to Payments, got propose full refund because full refund fails',
    );
  });

  it('counts the items of a list', () => {
    const text = changed(
      ['  legal threat:', '  disputes: list from stripe.customer.open_disputes\n  legal threat:'],
      ['If order value < $200 and', 'If count(disputes) > 1: stop.\n   - If order value < $200 and'],
      ['| order value | carrier status |', '| count(disputes) | carrier status |'],
      ['| $199.99 |', '| 2 |'],
    );
    const onlyFirst = text.replace(/(\| 2 \| lost .*\n)(?:\|.*\n)+/, '$1');
    expect(differenceOf(onlyFirst)).toBe(
      'expected propose full refund, got stop because count(disputes) is 2 and “count(disputes) > 1” is yes',
    );
  });
});
