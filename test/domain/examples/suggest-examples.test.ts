import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed } from '../check/small-sop.ts';
import { completed, coverageOf, openOf, tableOf } from './testing.ts';

const withoutExamples = (text: string): string => text.replace(/## Examples\n\n(?:\|.*\n)+\n?/, '');

/** The line that answers for stripe is never asked: each refund has a line of its own, and nothing is read from stripe. */
const neverAsked: Readonly<Record<string, readonly string[]>> = {
  'damaged-item.sop.md': ['On failure of stripe'],
};

describe.each(readdirSync('sops'))('%s without its examples', (file) => {
  const { text, suggestions } = completed(withoutExamples(readFileSync(`sops/${file}`, 'utf8')));

  it('is given rows that pass, reach every branch and failure path, and stand on every border', () => {
    const coverage = coverageOf(text);
    expect(coverage.results.length).toBe(suggestions.rows.length);
    expect(coverage.results.filter(({ result }) => result.is === 'failed')).toEqual([]);
    expect(openOf(coverage)).toEqual(neverAsked[file] ?? []);
  });

  it('keeps every other character of its text', () => {
    const from = text.indexOf('## Examples');
    const table = tableOf(text).join('\n');
    const left = text.slice(0, from) + text.slice(text.indexOf(table) + table.length + 2);
    expect(left).toBe(withoutExamples(readFileSync(`sops/${file}`, 'utf8')));
  });

  it('has nothing more to suggest afterwards', () => {
    expect(completed(text).suggestions.rows).toEqual([]);
  });
});

describe('a suggestion', () => {
  const rowsFor = (...changes: readonly (readonly [string, string])[]): readonly string[] => {
    const before = changed(...changes);
    return tableOf(completed(before).text).slice(tableOf(before).length);
  };

  it('is what is missing, in the style of the table, and close to a row that is there', () => {
    expect(rowsFor(['| $500 | lost | 3 | no | | escalate to Payments |\n', ''])).toEqual([
      '| $500 | lost | 3 | no | | escalate to Payments |',
    ]);
    expect(rowsFor(['| $120 | lost | 3 | yes | | escalate to Legal |\n', ''])).toEqual([
      '| $199.99 | lost | 3 | yes | | escalate to Legal |',
    ]);
    expect(
      rowsFor(['| $120 | lost | 2 | no | | draft reply please wait; close as not late yet |\n', '']),
    ).toEqual(['| $199.99 | lost | 2 | no | | draft reply please wait; close as not late yet |']);
  });

  it('withholds a fact for “If unknown”', () => {
    expect(rowsFor(['| $120 | unknown | 3 | no | | escalate to Tier 2 |\n', ''])).toEqual([
      '| unknown | lost | 3 | no | | escalate to Tier 2 |',
    ]);
  });

  it('lets something fail for a failure path, and does not give what cannot be read then', () => {
    expect(rowsFor(['| $120 | lost | 3 | no | easypost | hold |\n', ''])).toEqual([
      '| $199.99 | unknown | 3 | no | easypost | hold |',
    ]);
  });

  it('stands exactly on a border', () => {
    expect(rowsFor(['| $500 | lost', '| $501 | lost'])).toEqual([
      '| $500 | lost | 3 | no | | escalate to Payments |',
    ]);
  });

  it('is one row where one row does for several', () => {
    const rows = rowsFor(
      ['| $500 | lost | 3 | no | | escalate to Payments |\n', ''],
      ['| $200 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |\n', ''],
      ['| $499.99 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |\n', ''],
    );
    expect(rows).toEqual([
      '| $200 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |',
      '| $500 | lost | 3 | no | | escalate to Payments |',
    ]);
  });

  it('finds facts that are looked at together', () => {
    const text = changed(
      [
        '  legal threat:',
        '  paid: money USD from stripe.charge.amount\n  sender: text from zendesk.ticket.field "Sender"\n  legal threat:',
      ],
      [
        '   - If order value < $200 and',
        '   - If paid > order value + $10: stop.\n   - If lower case(sender) != lower case(requester email): stop.\n   - If order value < $200 and',
      ],
    );
    expect(openOf(coverageOf(completed(withoutExamples(text)).text))).toEqual([]);
  });

  it.each(['< 1', '< 0', '<= -2'])('finds a day for “days since … %s”', (test) => {
    const text = changed(['days since(promised date) < 3', `days since(promised date) ${test}`]);
    expect(openOf(coverageOf(completed(withoutExamples(text)).text))).toEqual([]);
  });

  it('finds facts for texts and lists', () => {
    const text = changed(
      [
        '  legal threat:',
        '  note: text from zendesk.ticket.field "Note"\n  tags of order: list from shopify.order.tags\n  legal threat:',
      ],
      [
        '   - If order value < $200 and',
        '   - If starts with(note, "gift") and note contains "card": stop.\n   - If tags of order contains "vip" and count(tags of order) > 2: stop.\n   - If order value < $200 and',
      ],
    );
    expect(openOf(coverageOf(completed(withoutExamples(text)).text))).toEqual([]);
  });

  it('goes into the branches of a failure path', () => {
    const text = changed([
      '- On failure of full refund: escalate to Payments because "the refund did not go through".',
      '- On failure of full refund:\n  - If order value > $50: escalate to Payments because "large".\n  - Else: close as "small".\n  - If unknown: stop.',
    ]);
    expect(openOf(coverageOf(completed(withoutExamples(text)).text))).toEqual(['If unknown']);
  });
});

describe('what no facts reach', () => {
  const whyNot = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
    completed(changed(...changes)).suggestions.unreached.map(
      ({ target, because }) => `${target.text}: ${because}`,
    );

  it.each([
    [
      'a branch that those before it take',
      [
        '   - Else: escalate',
        '   - Else if order value > $900 and carrier status = "lost": stop.\n   - Else: escalate',
      ],
      [
        'Else if order value > $900 and carrier status = "lost": no case comes here: what stands before it takes every one',
      ],
    ],
    [
      'a branch whose condition is never yes',
      ['   - If days since', '   - If order value < $5 and order value > $6: stop.\n   - If days since'],
      ['If order value < $5 and order value > $6: no case comes here: what stands before it takes every one'],
    ],
    [
      'a branch behind a gate for a missing fact',
      [
        '   - Else: escalate',
        '   - Else if order value is unknown and carrier status = "lost": propose full refund.\n   - Else: escalate',
      ],
      [
        'Else if order value is unknown and carrier status = "lost": no case comes here: what stands before it takes every one',
      ],
    ],
    [
      'a failure path that nothing leads to',
      ['- On failure of full refund', '- On failure of stripe: stop.\n- On failure of full refund'],
      [
        'On failure of stripe: no failure of stripe comes here: nothing is read or done there, or a nearer line answers',
      ],
    ],
  ] as const)('is %s, and it is said why', (_, change, reasons) => {
    expect(whyNot(change)).toEqual(expect.arrayContaining([...reasons]));
  });
});
