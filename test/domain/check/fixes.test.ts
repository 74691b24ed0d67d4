import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSop } from '../../../src/domain/check/check-sop.ts';
import { applyEdits } from '../../../src/domain/facts/apply-edits.ts';
import type { CheckOptions } from '../../../src/domain/check/rule.ts';
import type { Problem, ProblemId } from '../../../src/domain/facts/problem.ts';
import { changed, mended, problemsOf, smallSop } from './small-sop.ts';

type Change = readonly [words: string, instead: string];

/** These look at what the whole SOP does, and keep silent about what cannot be read: they may have more to say once it can. */
const ofTheWhole: readonly ProblemId[] = [
  'gap',
  'overlap',
  'unreachable',
  'proposal-without-else',
  'locked-action',
  'open-end',
  'example-fails',
];

const errorsIn = (problems: readonly Problem[]): readonly ProblemId[] =>
  problems.flatMap(({ id, level }) => (level === 'error' && !ofTheWhole.includes(id) ? [id] : []));

/** Errors that a fix brought, and its own problem where it is still there. */
function leftBy(before: readonly Problem[], problem: Problem, after: readonly Problem[]): readonly string[] {
  const known = errorsIn(before.filter((other) => other !== problem)).slice();
  const brought = errorsIn(after).filter((id) => {
    const at = known.indexOf(id);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
  const count = (problems: readonly Problem[]): number =>
    problems.filter(({ id }) => id === problem.id).length;
  return count(after) < count(before) ? brought : [...brought, problem.id];
}

describe('a slip is mended by changing the misspelt words alone', () => {
  it.each<readonly [what: string, words: string, slip: string]>([
    ['a fact in a condition', 'If order value <', 'If order valu <'],
    ['a fact in a list', 'Get order value, carrier status', 'Get order value, carier status'],
    ['a fact in a text', '{promised date}', '{promissed date}'],
    ['a fact in the head of a table', '| order value | then |', '| order vlaue | then |'],
    [
      'a fact in the head of the examples',
      '| order value | carrier status |',
      '| order valeu | carrier status |',
    ],
    ['a fact of an action', 'amount = order value', 'amount = ordr value'],
    ['an action', ': propose full refund.', ': propose full refnd.'],
    ['an action of an example', '| | propose full refund; close', '| | propose fll refund; close'],
    ['an action that fails in an example', '| full refund | propose', '| full refud | propose'],
    ['an action that can fail', 'On failure of full refund', 'On failure of ful refund'],
    ['a system that can fail', 'On failure of easypost', 'On failure of easypots'],
    ['a table', 'decide remedy', 'decide remdy'],
    ['a reply', 'draft reply please wait', 'draft reply please wiat'],
    ['a choice', 'and carrier status = "lost"', 'and carrier status = "lsot"'],
    ['a choice with a space too many', 'and carrier status = "lost"', 'and carrier status = "lost "'],
    ['the first word of an instruction', 'Draft reply "say', 'Darft reply "say'],
    ['the first word of a joined instruction', '"Refund?" and propose full', '"Refund?" and porpose full'],
    ['a heading', '## Edge cases', '## Edge casses'],
    ['the first word of a heading', '## Decision: remedy', '## Descision: remedy'],
    ['a key of the header', 'owner: Support', 'ownr: Support'],
    ['a word of the header', 'status: live', 'status: lve'],
    ['the id of the SOP', 'sop: small-refund', 'sop: Small refund'],
    ['a team', 'notify Tier 2', 'notify Teir 2'],
  ])('%s', (_, words, slip) => {
    const text = changed([words, slip]);
    const problem = problemsOf(text).find(({ fixes }) => fixes !== undefined);
    expect(problem && mended(text, problem)).toBe(smallSop);
  });

  it('where a form is missing it is written around the words', () => {
    const mendedTo = (...change: Change): string => {
      const text = changed(change);
      const problem = problemsOf(text).find(({ fixes }) => fixes !== undefined);
      return problem ? mended(text, problem) : '';
    };
    expect(mendedTo('days since(promised date)', 'days since promised date')).toBe(smallSop);
    expect(mendedTo('If order value < $200', 'If order value < USD 200')).toContain(
      'If order value < 200 USD and',
    );
    expect(mendedTo('decide remedy.', 'go to step 1.')).toContain('go to step 1 at most 3 times.');
    expect(mendedTo('retry twice after 5 minutes', 'retry after 5 minutes')).toContain(
      'retry 3 times after 5 minutes, then',
    );
    expect(mendedTo('retry twice after 5 minutes, then', 'Retry, then')).toContain(
      'Retry 3 times, then escalate',
    );
  });

  it('where only the writer knows, both are offered', () => {
    const text = changed(['If order value < $200', 'If order value in ($100, 1,200)']);
    const fixes = problemsOf(text).find(({ id }) => id === 'syntax')?.fixes ?? [];
    expect(fixes.map(({ title }) => title)).toEqual([
      'Write “1200”, one number',
      'Write “1, 200”, several numbers',
    ]);
    expect(fixes.map(({ edits }) => errorsIn(problemsOf(applyEdits(text, edits))))).not.toContain('syntax');
  });
});

describe('nothing is offered', () => {
  it.each<readonly [why: string, words: string, slip: string]>([
    [
      'that would take words away which may be a condition',
      ': propose full refund.',
      ': propose full refund if lost.',
    ],
    ['that would speak of another fact', 'If order value <', 'If the average order value <'],
    ['for a label that may be a missing definition', '**Decide.** [P1]', '**Decide.** [P3]'],
    ['for a fact that is renamed in its declaration alone', '  legal threat:', '  not legal:'],
    [
      'for a retry that says nothing else that can be read',
      'retry twice after 5 minutes, then',
      'retry until it works, then',
    ],
    ['for a limit that is begun and cannot be read', 'decide remedy.', 'go to step 1 at most often.'],
    ['for a heading that says more', '## Edge cases', '## Edge cases (for agents)'],
    [
      'where the name that is like it does not fit there',
      'days since(promised date) < 3',
      'days since(oder value) < 3',
    ],
  ])('%s', (_, words, slip) => {
    const text = changed([words, slip]);
    const at = text.indexOf(slip);
    const here = problemsOf(text).filter(({ from, to }) => from <= at + slip.length && to >= at);
    expect(here).not.toEqual([]);
    expect(here.flatMap(({ fixes }) => fixes ?? [])).toEqual([]);
  });
});

const sops = [
  smallSop,
  ...['late-parcel', 'damaged-item'].map((id) =>
    readFileSync(new URL(`../../../sops/${id}.sop.md`, import.meta.url), 'utf8'),
  ),
];
const slip = fc.record({
  text: fc.constantFrom(...sops),
  at: fc.nat(),
  length: fc.constantFrom(0, 1, 1, 2, 30),
  insert: fc.constantFrom('', '', 'x', ' ', 'e'),
});

/** Without teams: a handler that is read again may speak of one that the settings do not know. */
const options: CheckOptions = { today: '2026-02-28' };

it(
  'every fix that is offered for a damaged SOP takes its problem away and brings no error',
  { timeout: 120_000 },
  () => {
    let offered = 0;
    fc.assert(
      fc.property(slip, ({ text, at, length, insert }) => {
        const from = at % text.length;
        const damaged = text.slice(0, from) + insert + text.slice(from + length);
        const before = checkSop(damaged, options).problems;
        for (const problem of before) {
          for (const { title, edits } of problem.fixes ?? []) {
            offered += 1;
            const after = checkSop(applyEdits(damaged, edits), options).problems;
            expect({ title, left: leftBy(before, problem, after) }).toEqual({ title, left: [] });
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(offered).toBeGreaterThan(20);
  },
);

it('a text full of slips is mended within the work that is left for it', () => {
  const slips = Array.from(
    { length: 300 },
    (_, index) => `   - Get order valu, carrier status. (${String(index)})\n`,
  );
  const text = changed([
    '   - Get order value',
    `${slips.join('').replaceAll(/ \(\d+\)/g, '')}   - Get order value`,
  ]);
  const before = performance.now();
  const problems = problemsOf(text).filter(({ id }) => id === 'unknown-fact');
  expect(performance.now() - before).toBeLessThan(3000);
  expect(problems.filter(({ fixes }) => fixes !== undefined)).toHaveLength(300);
});
