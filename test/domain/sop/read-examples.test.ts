import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../src/domain/sop/read-examples.ts';
import { header, parsed } from './sop-text.ts';

const today = '2026-11-20';
const sections = `
## Steps

1. **One.**
   - Stop.

## Reply: please wait

Please wait.

## Examples

`;

function examplesOf(table: string) {
  const text = `${header}${sections}${table}\n`;
  const { examples, problems } = readExamples(parsed(text), today);
  const lines = problems.map(({ level, id, from, to }) => `${level} ${id} “${text.slice(from, to)}”`);
  return { text, examples, problems: lines };
}

describe('a row of examples', () => {
  it('gives facts, withholds them, or does not speak of them', () => {
    const { examples, problems } =
      examplesOf(`| order value | carrier status | legal threat | prior chargebacks | expect |
|---|---|---|---|---|
| $120 | in transit | no | unknown | stop |
| 120 USD | | yes | 2 | stop |`);
    expect(problems).toEqual([]);
    expect(examples.map(({ row, facts }) => [row, Object.fromEntries(facts)])).toEqual([
      [
        1,
        {
          'order value': '$120',
          'carrier status': 'in transit',
          'legal threat': 'no',
          'prior chargebacks': null,
        },
      ],
      [2, { 'order value': '120 USD', 'legal threat': 'yes', 'prior chargebacks': '2' }],
    ]);
  });

  it.each(['days since promised date', 'days since(promised date)', 'Days  since (Promised date)'])(
    'constructs the date of “%s”',
    (column) => {
      const { examples, problems } = examplesOf(
        `| ${column} | expect |\n|---|---|\n| 5 | stop |\n| -1 | stop |\n| unknown | stop |`,
      );
      expect(problems).toEqual([]);
      expect(examples.map(({ facts }) => facts.get('promised date'))).toEqual([
        '2026-11-15',
        '2026-11-21',
        null,
      ]);
    },
  );

  it('constructs a list with so many items', () => {
    const { examples } = examplesOf('| count(orders) | expect |\n|---|---|\n| 2 | stop |\n| 0 | stop |');
    expect(examples.map(({ facts }) => facts.get('orders'))).toEqual([['item 1', 'item 2'], []]);
  });

  it('names what fails', () => {
    const { examples } = examplesOf(
      '| fails | expect |\n|---|---|\n| Stripe, full refund | stop |\n| | stop |',
    );
    expect(examples.map(({ fails }) => fails)).toEqual([['stripe', 'full refund'], []]);
  });

  it('expects commands in order, each with its words', () => {
    const commands =
      'judge; gate Team lead; propose Full refund; ask; hold; draft reply please wait; escalate to Tier 2; close as "not late yet"; stop';
    const { text, examples, problems } = examplesOf(`| expect |\n|---|\n| ${commands} |`);
    expect(problems).toEqual([]);
    expect(examples[0]?.expect).toMatchObject([
      { is: 'judge' },
      { is: 'gate', role: 'Team lead' },
      { is: 'propose', action: 'full refund' },
      { is: 'ask' },
      { is: 'hold' },
      { is: 'draft-reply', reply: 'please wait' },
      { is: 'escalate', team: 'Tier 2' },
      { is: 'close', as: 'not late yet' },
      { is: 'stop' },
    ]);
    expect(examples[0]?.expect.map(({ from, to }) => text.slice(from, to)).join('; ')).toBe(commands);
  });

  it.each<readonly [string, ...string[]]>([
    ['| order valu | expect |\n|---|---|\n| $5 | stop |', 'error unknown-fact “order valu”'],
    ['| order value | expect |\n|---|---|\n| lots | stop |', 'error type-mismatch “lots”'],
    ['| carrier status | expect |\n|---|---|\n| los | stop |', 'error type-mismatch “los”'],
    [
      '| days since order value | expect |\n|---|---|\n| 5 | stop |',
      'error unknown-fact “days since order value”',
    ],
    ['| count(orders) | expect |\n|---|---|\n| many | stop |', 'error type-mismatch “many”'],
    ['| expect |\n|---|\n| propose ful refund |', 'error unknown-action “propose ful refund”'],
    ['| expect |\n|---|\n| stop; be nice |', 'error syntax “be nice”'],
    ['| fails | expect |\n|---|---|\n| strip | stop |', 'error unknown-action “strip”'],
    ['| order value |\n|---|\n| $5 |', 'error syntax “| order value |\n|---|\n| $5 |”'],
  ])('%s', (table, ...problems) => {
    expect(examplesOf(table).problems).toEqual(problems);
  });
});
