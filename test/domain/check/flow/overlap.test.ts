import { describe, expect, it } from 'vitest';
import { flowProblems, withTable } from './flow-text.ts';

const table = (first: string, second: string, mode = 'exactly one'): string =>
  withTable(
    `| order value | carrier status | then |\n|---|---|---|\n| ${first} | add note "x" |\n| ${second} | add note "x" |`,
    mode,
  );

const overlaps = (text: string) => flowProblems(text).filter(({ id }) => id === 'overlap');

describe('rows of (exactly one) that apply at once', () => {
  it.each([
    ['<= $200 | any', '>= $200 | any', 'order value exactly $200'],
    ['< $200 | lost', '> $100 | any', 'order value over $100 to under $200, carrier status lost'],
    [
      'any | lost, returned',
      '>= $200 | returned, in transit',
      'carrier status returned, order value $200 or more',
    ],
  ])('“%s” and “%s” overlap at %s', (first, second, region) => {
    const text = table(first, second);
    const [found, ...others] = overlaps(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ level: 'error', values: { first: '1', second: '2', region } });
    expect(text.slice(found?.from, found?.to)).toBe(`| ${second} | add note "x" |`);
  });

  it.each([
    ['< $200 | any', '>= $200 | any'],
    ['any | lost', 'any | returned'],
    ['< $200 | lost', '> $100 | returned'],
  ])('“%s” and “%s” do not', (first, second) => {
    expect(overlaps(table(first, second))).toEqual([]);
  });

  it('are no mistake where the first match decides', () => {
    expect(overlaps(table('<= $200 | any', '>= $200 | any', 'first match'))).toEqual([]);
  });

  it('are not spoken of where a mistake may have made them', () => {
    expect(overlaps(table('<= $200 | any', '>= $200 | lots'))).toEqual([]);
  });
});
