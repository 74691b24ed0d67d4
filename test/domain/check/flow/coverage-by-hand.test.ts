import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValue } from '../../../../src/domain/facts/read-value.ts';
import type { CheckedExpression } from '../../../../src/domain/facts/checked-expression.ts';
import type { FactName, FactType, KnownFacts, Value } from '../../../../src/domain/facts/value.ts';
import type { FactJson } from '../../../../src/domain/facts/fact-json.ts';
import { parseSop } from '../../../../src/domain/sop/parse-sop.ts';
import { flowProblems, withBullets, withTable } from './flow-text.ts';

/** One value on each side of every border that the generated rows have, and on the borders themselves. */
const answers: readonly (readonly [FactName, FactType, readonly FactJson[]])[] = [
  ['order value', { kind: 'money', currency: 'USD' }, ['$50', '$100', '$150', '$200', '$250']],
  ['prior chargebacks', { kind: 'count' }, [0, 1, 2, 3, 4]],
  [
    'carrier status',
    { kind: 'choice', options: ['in transit', 'lost', 'returned'] },
    ['in transit', 'lost', 'returned'],
  ],
];

function worldsOf(at = 0): readonly KnownFacts[] {
  const asked = answers[at];
  if (!asked) return [new Map<FactName, Value>()];
  const [name, type, values] = asked;
  return worldsOf(at + 1).flatMap((world) =>
    values.flatMap((json) => {
      const value = readValue(type, json);
      return value ? [new Map([...world, [name, value]])] : [];
    }),
  );
}

const worlds = worldsOf();

const money = fc.constantFrom(
  'any',
  '< $100',
  '<= $100',
  '>= $100',
  '> $200',
  '[$100..$200)',
  '($100..$200]',
  '= $200',
  '!= $100',
  '-',
);
const count = fc.constantFrom('any', '0', '1', '>= 1', '< 2', '> 2', '0, 2', 'not in (1)', '1, 2, 3');
const choice = fc.constantFrom('any', 'lost', 'in transit, returned', 'not in ("lost")', 'returned', '-');
const rows = fc.array(fc.tuple(money, count, choice), { minLength: 1, maxLength: 6 });

type Row = readonly CheckedExpression[];
type ByHand = {
  readonly hasGap: boolean;
  readonly never: readonly number[];
  readonly overlaps: readonly string[];
};

/** The same by looking at every world with the evaluator that runs decide with. */
function byHand(asked: readonly Row[], isExactlyOne: boolean): ByHand {
  const applying = worlds.map((world) =>
    asked.flatMap((cells, row) => (cells.every((cell) => cell.decide(world).is === 'yes') ? [row] : [])),
  );
  const taken = new Set(applying.flatMap((found) => (isExactlyOne ? found : found.slice(0, 1))));
  const overlaps = applying.flatMap((found) =>
    found.flatMap((second) =>
      found.flatMap((first) => (first < second ? [`${String(first + 1)} ${String(second + 1)}`] : [])),
    ),
  );
  return {
    hasGap: applying.some((found) => found.length === 0),
    never: asked.flatMap((_, row) => (taken.has(row) ? [] : [row])),
    overlaps: isExactlyOne ? [...new Set(overlaps)].toSorted() : [],
  };
}

function byChecker(text: string): Omit<ByHand, 'never'> & { readonly never: readonly string[] } {
  const problems = flowProblems(text);
  const of = (id: string) => problems.filter((problem) => problem.id === id);
  return {
    hasGap: of('gap').length > 0,
    never: of('unreachable').map(({ from, to }) => text.slice(from, to)),
    overlaps: of('overlap')
      .map(({ values }) => `${values['first'] ?? ''} ${values['second'] ?? ''}`)
      .toSorted(),
  };
}

describe('what the checker says of generated tables and chains', () => {
  it.each(['first match', 'exactly one'])(
    'agrees with looking at every world, for a table of (%s)',
    { timeout: 60_000 },
    (mode) => {
      fc.assert(
        fc.property(rows, (cells) => {
          const lines = cells.map((row) => `| ${row.join(' | ')} | add note "x" |`);
          const text = withTable(
            `| order value | prior chargebacks | carrier status | then |\n|---|---|---|---|\n${lines.join('\n')}`,
            mode,
          );
          const asked = parseSop(text).sop?.decisions[0]?.rows.map((row) => row.cells) ?? [];
          const { never, ...expected } = byHand(asked, mode === 'exactly one');
          expect(byChecker(text)).toEqual({ ...expected, never: never.map((row) => lines[row]) });
        }),
        { numRuns: 100 },
      );
    },
  );

  it('agrees with looking at every world, for an If chain', { timeout: 60_000 }, () => {
    const condition = fc.constantFrom(
      'order value < $100',
      'order value >= $200 or prior chargebacks > 1',
      'order value between $100 and $200',
      'not (carrier status = "lost")',
      'prior chargebacks in (0, 1) and carrier status != "returned"',
      'not (order value < $200 and prior chargebacks = 0)',
      'carrier status = "lost" and order value <= $100',
      'prior chargebacks < 0',
      'prior chargebacks >= 0 and order value > $100',
    );
    fc.assert(
      fc.property(fc.array(condition, { minLength: 2, maxLength: 6 }), (conditions) => {
        const bullets = conditions.map(
          (one, at) => `- ${at > 0 ? 'Else if' : 'If'} ${one}: draft reply "${String(at)}".`,
        );
        const text = withBullets(bullets.join('\n'));
        const [chain] = parseSop(text).sop?.steps[0]?.body.instructions ?? [];
        const branches = chain?.kind === 'if' ? chain.branches : [];
        const { never, hasGap } = byHand(
          branches.map((branch) => [branch.condition]),
          false,
        );
        const found = byChecker(text);
        expect(found.hasGap).toBe(hasGap);
        expect(found.never).toEqual(
          never.map((at) => `${at > 0 ? 'Else if' : 'If'} ${String(conditions[at])}`),
        );
      }),
      { numRuns: 100 },
    );
  });
});
