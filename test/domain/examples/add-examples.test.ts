import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addExamples } from '../../../src/domain/examples/add-examples.ts';
import type { NewRow } from '../../../src/domain/examples/example-columns.ts';
import { suggestExamples } from '../../../src/domain/examples/suggest-examples.ts';
import { suggestionFix, suggestionsFix } from '../../../src/domain/examples/suggestion-fix.ts';
import { applyEdits } from '../../../src/domain/facts/apply-edits.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { readValue } from '../../../src/domain/facts/read-value.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { readExamples } from '../../../src/domain/sop/read-examples.ts';
import { changed, smallSop } from '../check/small-sop.ts';
import { runnable, tableOf, today } from './testing.ts';

const rowOf = (facts: Readonly<Record<string, FactJson>>, fails: readonly string[] = []): NewRow => ({
  facts: new Map(Object.entries(facts)),
  fails,
  expect: 'stop',
});

function added(text: string, ...rows: readonly NewRow[]): string {
  const edits = addExamples(runnable(text), rows, today);
  if (!edits) throw new Error('A table cannot say this.');
  return applyEdits(text, edits);
}

const lastRow = (text: string): string | undefined => tableOf(text).at(-1);
const withoutExamples = smallSop.replace(/## Examples\n\n(?:\|.*\n)+\n/, '');

describe('a new row', () => {
  it('stands below the last one, with an empty cell for what it does not give', () => {
    const text = added(smallSop, rowOf({ 'order value': 'USD 20', 'legal threat': false }));
    expect(lastRow(text)).toBe('| $20 | | | no | | stop |');
    expect(text.replace('\n| $20 | | | no | | stop |', '')).toBe(smallSop);
  });

  it('says what fails', () => {
    expect(lastRow(added(smallSop, rowOf({}, ['shopify', 'full refund'])))).toBe(
      '| | | | | shopify, full refund | stop |',
    );
  });

  it('counts days back from the day of the check', () => {
    expect(lastRow(added(smallSop, rowOf({ 'promised date': '2026-11-18' })))).toBe('| | | 2 | | | stop |');
  });

  it('keeps the indentation and the line ends of the table', () => {
    const indented = smallSop.replaceAll(/^\|/gm, '  |').replaceAll('\n', '\r\n');
    const text = added(indented, rowOf({ 'order value': 'USD 20' }));
    expect(text).toContain('\r\n  | $20 | | | | | stop |\r\n\r\n[P1]');
  });
});

describe('a fact without a column', () => {
  it('gets one before “fails”, and the rows that are there an empty cell', () => {
    const text = added(changed(), rowOf({ 'ticket subject': 'Hello' }));
    expect(tableOf(text).slice(0, 3)).toEqual([
      '| order value | carrier status | days since promised date | legal threat | ticket subject | fails | expect |',
      '|---|---|---|---|---|---|---|',
      '| $199.99 | lost | 3 | no | | | propose full refund; close as resolved |',
    ]);
    expect(lastRow(text)).toBe('| | | | | Hello | | stop |');
    expect(
      readExamples(runnable(text), today)
        .examples.slice(0, -1)
        .map(({ facts }) => [...facts]),
    ).toEqual(readExamples(runnable(smallSop), today).examples.map(({ facts }) => [...facts]));
  });

  it('gets one before “expect” where nothing fails yet', () => {
    const table = '| order value | expect |\n| :-- | --: |\n| $20 | propose full refund |\n';
    const text = smallSop.replace(/(## Examples\n\n)(?:\|.*\n)+/, `$1${table}`);
    expect(tableOf(added(text, rowOf({ 'legal threat': true }, ['stripe'])))).toEqual([
      '| order value | legal threat | fails | expect |',
      '| :-- | ---|---|--: |',
      '| $20 | | | propose full refund |',
      '| | yes | stripe | stop |',
    ]);
  });

  it('gets one also in a table without pipes at its sides', () => {
    const table = 'order value | expect\n---|---\n$20 | propose full refund\n';
    const text = smallSop.replace(/(## Examples\n\n)(?:\|.*\n)+/, `$1${table}`);
    const { examples } = readExamples(runnable(added(text, rowOf({ 'legal threat': true }))), today);
    expect(examples.map(({ facts }) => Object.fromEntries(facts))).toEqual([
      { 'order value': '$20' },
      { 'legal threat': 'yes' },
    ]);
  });

  it('gets a column of days where the one that is there holds dates', () => {
    const text = changed(
      ['| days since promised date |', '| promised date |'],
      ...['3', '3', '3', '3', '3', '3', '3', '2', '3', '3', '3', '3'].map(
        (days, at) =>
          [
            `| ${days} | ${at === 8 ? 'yes' : 'no'} |`,
            `| 2026-11-1${days === '3' ? '7' : '8'} | ${at === 8 ? 'yes' : 'no'} |`,
          ] as const,
      ),
    );
    expect(tableOf(added(text, rowOf({ 'promised date': '2026-11-15' })))[0]).toContain(
      '| days since promised date |',
    );
  });
});

describe('an SOP without examples', () => {
  it('gets the section before its evidence', () => {
    const text = added(withoutExamples, rowOf({ 'order value': 'USD 20' }));
    expect(text).toContain(
      'promised for {promised date}.\n\n## Examples\n\n| order value | expect |\n|---|---|\n| $20 | stop |\n\n[P1]: ',
    );
  });

  it('gets it at the end where there is no evidence', () => {
    const plain = withoutExamples
      .replaceAll(/^\[P.*\n/gm, '')
      .replaceAll(/ \[P\d\]/g, '')
      .trimEnd();
    expect(added(plain, rowOf({ 'order value': 'USD 20' }))).toBe(
      `${plain}\n\n## Examples\n\n| order value | expect |\n|---|---|\n| $20 | stop |\n`,
    );
  });

  it('gets the table below a heading that is there', () => {
    const headed = withoutExamples.replace('[P1]:', '## Examples\n\n[P1]:');
    const text = added(headed, rowOf({ 'order value': 'USD 20' }));
    expect(text.split('## Examples')).toHaveLength(2);
    expect(readExamples(runnable(text), today).examples).toHaveLength(1);
  });
});

describe('a cell', () => {
  const wide = changed([
    '  legal threat:',
    '  note: text from zendesk.ticket.field "Note"\n  tags of order: list from shopify.order.tags\n  wait: duration from zendesk.ticket.field "Wait"\n  weight: number from shopify.order.weight\n  fee: money EUR from shopify.order.fee\n  any money: money from shopify.order.tip\n  kind: one of ("a, b", unknown, plain) from zendesk.ticket.field "Kind"\n  legal threat:',
  ]);
  const sop = runnable(wide);
  const types = new Map(sop.inputs.map(({ name, type }) => [name, type]));

  it.each<readonly [string, FactJson, string]>([
    ['order value', 'USD 199.5', '$199.50'],
    ['order value', 'USD 1000', '$1000'],
    ['fee', 'EUR -3', '-€3'],
    ['any money', 'CHF 12.345', '12.345 CHF'],
    ['weight', '0.25', '0.25'],
    ['wait', 'PT5400S', '90 minutes'],
    ['wait', 'PT604800S', '1 week'],
    ['wait', 'PT1S', 'PT1S'],
    ['legal threat', true, 'yes'],
    ['legal threat', null, 'unknown'],
    ['note', 'unknown', '"unknown"'],
    ['note', '', '""'],
    ['note', 'a|b', 'a\\|b'],
    ['kind', 'unknown', '"unknown"'],
    ['kind', 'a, b', 'a, b'],
    ['tags of order', [], 'none'],
    ['tags of order', ['vip', 'gift'], 'vip, gift'],
    ['tags of order', ['item 1', 'item 2'], '2'],
  ])('for %s of %j says “%s”, and is read as the same', (name, json, words) => {
    const text = added(wide, rowOf({ [name]: json }));
    expect(lastRow(text)).toContain(`| ${words} |`);
    const { examples, problems } = readExamples(runnable(text), today);
    expect(problems).toEqual([]);
    const type = types.get(name) ?? { kind: 'text' };
    expect(readValue(type, examples.at(-1)?.facts.get(name))).toEqual(readValue(type, json));
  });

  it.each<readonly [string, FactJson]>([
    ['note', 'two\nlines'],
    ['tags of order', ['a, b']],
    ['tags of order', [7]],
    ['legal threat', 'perhaps'],
  ])('cannot say %s of %j', (name, json) => {
    expect(addExamples(sop, [rowOf({ [name]: json })], today)).toBeUndefined();
  });

  it('says any text that has no line break as it is', () => {
    const tiny = withoutExamples
      .replace(/inputs:[\s\S]*?---/, 'inputs:\n  note: text from zendesk.ticket.field "Note"\n---')
      .replace(/## Steps[\s\S]*/, '## Steps\n\n1. **Stop.**\n   - If note = "x": stop.\n');
    const small = runnable(tiny);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (note) => {
        fc.pre(!/[\r\n\0\uFFFD]/.test(note));
        const edits = addExamples(small, [rowOf({ note })], today);
        const { sop: read, problems } = parseSop(applyEdits(tiny, edits ?? []));
        fc.pre(problems.every(({ level }) => level !== 'error'));
        expect(read && readExamples(read, today).examples[0]?.facts.get('note')).toBe(note);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('the fix', () => {
  const text = changed(
    ['| $500 | lost | 3 | no | | escalate to Payments |\n', ''],
    ['| $120 | lost | 2 | no | | draft reply please wait; close as not late yet |\n', ''],
  );
  const sop = runnable(text);
  const { rows } = suggestExamples(sop, today);

  it('for one row says what it expects, and asks whether that is right', () => {
    const fixes = rows.map((row) => suggestionFix(sop, row, today));
    expect(fixes.map((fix) => fix?.title)).toContain(
      'Add a row that expects “escalate to Payments”. That is what the SOP does today: confirm that it is right.',
    );
  });

  it('for all rows adds them together', () => {
    const fix = suggestionsFix(sop, rows, today);
    expect(fix?.title).toBe('Add 2 examples. They say what the SOP does today: confirm that each is right.');
    expect(tableOf(applyEdits(text, fix?.edits ?? []))).toHaveLength(tableOf(text).length + 2);
    expect(suggestionsFix(sop, [], today)).toBeUndefined();
  });
});
