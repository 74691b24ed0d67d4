import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactJson } from '../../../../src/domain/facts/fact-json.ts';
import type { Problem } from '../../../../src/domain/facts/problem.ts';
import type { FactName } from '../../../../src/domain/facts/value.ts';
import { simulate, type Simulation } from '../../../../src/domain/run/simulate.ts';
import type { Sop } from '../../../../src/domain/sop/document.ts';
import { parseSop } from '../../../../src/domain/sop/parse-sop.ts';
import { flowProblems, sopWith } from './flow-text.ts';

/** One value on each side of every border that the generated SOPs have, and on the borders themselves. */
const worlds = ['$100', '$200', '$500', '$600', '$1000', '$1500'].flatMap((orderValue) =>
  Array.from({ length: 8 }, (_, bits): ReadonlyMap<FactName, FactJson> => {
    const isSet = (bit: number): boolean => Math.floor(bits / 2 ** bit) % 2 === 1;
    return new Map<FactName, FactJson>([
      ['order value', orderValue],
      ['stock available', isSet(0)],
      ['photo attached', isSet(1)],
      ['legal threat', isSet(2)],
      ['plan', 'gold'],
    ]);
  }),
);

const condition = fc.constantFrom(
  'order value < $200',
  'order value > $500',
  'order value <= $1000',
  'order value >= $1000',
  'stock available',
  'not photo attached',
  'photo attached or order value > $500',
  'not stock available and order value < $1000',
);

const simple = fc.constantFrom(
  'add tag "x"',
  'add note "y"',
  'close as "closed"',
  'stop',
  'escalate to Tier 2 because "x"',
  'propose replacement',
  'propose exchange',
  'gate Team lead "Refund?"',
  'decide remedy',
  'get stock available',
  'hold until photo attached',
  'hold for 1 hour',
  'go to step 2',
  'go to step 3',
);

type Bullets = readonly string[];

const below = (bullets: Bullets): Bullets => bullets.map((line) => `  ${line}`);

function body(depth: number): fc.Arbitrary<Bullets> {
  const instruction = simple.map((words): Bullets => [`- ${words}.`]);
  const one = depth === 0 ? instruction : fc.oneof({ weight: 2, arbitrary: instruction }, chain(depth));
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((parts) => parts.flat());
}

function chain(depth: number): fc.Arbitrary<Bullets> {
  return fc
    .tuple(
      fc.array(fc.tuple(condition, body(depth - 1)), { minLength: 1, maxLength: 3 }),
      fc.option(body(depth - 1), { nil: undefined }),
    )
    .map(([branches, otherwise]) => [
      ...branches.flatMap(([asked, inside], at) => [
        `- ${at > 0 ? 'Else if' : 'If'} ${asked}:`,
        ...below(inside),
      ]),
      ...(otherwise ? ['- Else:', ...below(otherwise)] : []),
    ]);
}

/** A jump that leads back needs a limit, and none leads to where it stands. */
function withLimits(bullets: Bullets, step: number, jumps: 'none' | 'any'): Bullets {
  return bullets.map((line) =>
    line.replace(/go to step (\d)/, (jump, target) => {
      if (Number(target) > step) return jump;
      return jumps === 'any' ? `${jump} at most once` : 'add tag "z"';
    }),
  );
}

const row = fc.tuple(
  fc.constantFrom('any', '< $200', '>= $1000', '[$200..$1000)'),
  fc.constantFrom('any', 'yes', 'no'),
  fc.constantFrom('add tag "x"', 'stop', 'propose replacement', 'propose exchange and close as "exchanged"'),
);

const document = (jumps: 'none' | 'any') =>
  fc
    .tuple(
      fc.array(body(2), { minLength: 3, maxLength: 3 }),
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', 'stop', 'add note "a lawyer"', 'propose exchange'),
    )
    .map(([steps, rows, edge]) =>
      sopWith({
        // None of the actions is carried out in the system that the facts come from.
        change: (text) => text.replaceAll(/from (?:shopify|zendesk)\./g, 'from hubspot.'),
        steps: steps.map((bullets, at) => withLimits(bullets, at + 1, jumps).join('\n')),
        behind: `## Decision: remedy (first match)

| order value | stock available | then |
|---|---|---|
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
${edge === '' ? '' : `\n## Edge cases\n\n- When legal threat: ${edge}.\n`}`,
      }),
    );

type Ran = Simulation & { readonly isOpen: boolean; readonly lockedAt: readonly number[] };

/** What really happens where everybody says yes and nothing changes. */
function runAll(sop: Sop): readonly Ran[] {
  return worlds.map((facts) => {
    const ran = simulate(sop, {
      today: '2026-11-20',
      answer: (fact) => {
        const value = facts.get(fact);
        return value === undefined ? { is: 'unknown' } : { is: 'value', value };
      },
      fails: () => false,
      decide: (command) => (command.kind === 'missing' ? undefined : 'yes'),
      mostRounds: 250,
    });
    const { outcome } = ran.advanced;
    const locked = ran.happened.filter(
      (command) => command.kind === 'missing' && command.because === 'locked-action',
    );
    return {
      ...ran,
      // A document that ends without saying how is done.
      isOpen: outcome?.is === 'closed' && outcome.as === 'done',
      lockedAt: locked.map(({ span }) => span.from),
    };
  });
}

const of = (problems: readonly Problem[], id: string): readonly Problem[] =>
  problems.filter((problem) => problem.id === id);

describe('what the checker says of the paths of generated SOPs', () => {
  it('is what happens when they are run', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(document('none'), (text) => {
        const { sop } = parseSop(text);
        if (!sop) throw new Error('The generated SOP is empty');
        const problems = flowProblems(text);
        const runs = runAll(sop);
        expect(of(problems, 'open-end').length).toBe(runs.some(({ isOpen }) => isOpen) ? 1 : 0);
        const reached = new Set(runs.flatMap(({ lockedAt }) => lockedAt));
        const locked = new Set(of(problems, 'locked-action').map(({ from }) => from));
        expect([...locked].filter((from) => !reached.has(from))).toEqual([]);
        // Behind something that may have changed the facts nobody can be sure.
        const isSure = !/\b(?:get|hold) /.test(text.slice(text.indexOf('## Steps')));
        expect([...reached].filter((from) => isSure && !locked.has(from))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is true also where steps lead back', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(document('any'), (text) => {
        const { sop } = parseSop(text);
        if (!sop) throw new Error('The generated SOP is empty');
        const problems = flowProblems(text);
        const runs = runAll(sop);
        const isOpen = runs.some((run) => run.isOpen);
        expect(of(problems, 'open-end').filter(() => !isOpen)).toEqual([]);
        const reached = runs.flatMap(({ lockedAt }) => lockedAt);
        for (const { from } of of(problems, 'locked-action')) expect(reached).toContain(from);
        const traced = runs.flatMap(({ advanced }) => advanced.trace);
        for (const { from, to, values } of of(problems, 'unreachable')) {
          const isDone = traced.some(
            (line) =>
              line.from >= from &&
              line.to <= to &&
              (values['because'] === 'behind-the-end' || line.result === 'yes'),
          );
          expect({ words: text.slice(from, to), isDone }).toMatchObject({ isDone: false });
        }
      }),
      { numRuns: 25 },
    );
  });
});
