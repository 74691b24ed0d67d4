import { describe, expect, it } from 'vitest';
import { flowLines, flowProblems, placesIn, sopWith, withBullets, withTable } from './flow-text.ts';

const escalate = 'escalate to Tier 2 because "x"';

describe('a branch that is never taken', () => {
  const chain = (first: string, second: string): string =>
    withBullets(`- If ${first}: add tag "a".\n- Else if ${second}: add tag "b".\n- Else: add tag "c".`);

  it.each([
    ['order value < $200', 'order value < $100', 'covered'],
    ['order value <= $200', 'order value = $200', 'covered'],
    ['prior chargebacks > 1', 'prior chargebacks >= 2', 'covered'],
    ['carrier status != "lost"', 'carrier status = "returned"', 'covered'],
    ['stock available or photo attached', 'photo attached', 'covered'],
    ['stock available', 'order value < $100 and order value > $200', 'never-yes'],
    ['stock available', 'prior chargebacks < 0', 'never-yes'],
    ['stock available', 'prior chargebacks in (0..1)', 'never-yes'],
    ['stock available', 'stock available and not stock available', 'never-yes'],
    ['today < 2026-12-24', 'today < 2026-12-20', 'covered'],
    ['order value / 3 >= $100', 'order value = $300', 'covered'],
    ['stock available = photo attached', 'stock available and photo attached', 'covered'],
  ])('is found behind “%s”: “%s” (%s)', (first, second, because) => {
    expect(flowLines(chain(first, second))).toEqual([`unreachable ${because}`]);
    expect(placesIn(chain(first, second))).toEqual([`unreachable “Else if ${second}”`]);
  });

  it.each([
    ['order value < $200', 'order value <= $200'],
    ['prior chargebacks > 1', 'prior chargebacks >= 1'],
    ['stock available', 'prior chargebacks <= 0'],
    ['stock available and photo attached', 'photo attached'],
    ['plan contains "gold"', 'plan contains "gold plus"'],
    ['today < 2026-12-24', 'today < 2026-12-27'],
    ['today >= 2026-12-24', 'today < 2026-11-01'],
    ['promised date < 2026-12-01', 'days since(promised date) > 30'],
    ['fee < $100 and stock available', 'fee < 100 EUR and photo attached'],
    ['order value / 3 != $100', 'order value = $300 and stock available'],
    ['prior chargebacks is unknown', 'count(ticket tags) = 0'],
  ])('is none behind “%s”: “%s”', (first, second) => {
    expect(flowLines(chain(first, second))).toEqual([]);
  });

  it('says which of the two it is', () => {
    const [covered] = flowProblems(chain('order value < $200', 'order value < $100'));
    expect(covered?.message).toBe(
      'This branch is never taken: those above already cover “order value < $100”. Delete it, or change what it asks.',
    );
    const [never] = flowProblems(chain('stock available', 'prior chargebacks < 0'));
    expect(never?.message).toContain('“prior chargebacks < 0” can never be yes');
  });

  it('is an Else too, where the branches above cover everything', () => {
    const text = chain('order value < $200', 'order value >= $200');
    expect(placesIn(text)).toEqual(['unreachable “Else: add tag "c".”']);
    expect(flowLines(chain('order value < $200', 'order value > $200'))).toEqual([]);
  });

  const nested = (between: string): string =>
    withBullets(`- If order value < $200:
  - ${between}
  - If order value > $500: add tag "a".
- Else: add tag "b".`);

  it('is also one that the branch around rules out', () => {
    expect(flowLines(nested('Add note "x".'))).toEqual(['unreachable ruled-out']);
    expect(flowLines(nested('Add note "x".').replace('> $500', '> $100'))).toEqual([]);
  });

  it.each(['Get order value.', 'Ask the customer "What did you pay?".', 'Hold for 1 hour.'])(
    'may be taken after all behind “%s”, which may change the fact',
    (between) => {
      expect(flowLines(nested(between))).toEqual([]);
    },
  );

  it('is not ruled out by something else being read again', () => {
    expect(flowLines(nested('Get prior chargebacks.'))).toEqual(['unreachable ruled-out']);
  });
});

describe('a row that is never taken', () => {
  const table = (first: string, second: string): string => `| order value | stock available | then |
|---|---|---|
| ${first} | add note "x" |
| ${second} | add note "x" |
| any | any | add note "x" |`;

  it.each([
    ['< $200 | any', '< $100 | yes', ['unreachable “| < $100 | yes | add note "x" |”']],
    [
      'any | any',
      '< $100 | yes',
      ['unreachable “| < $100 | yes | add note "x" |”', 'unreachable “| any | any | add note "x" |”'],
    ],
    ['< $200 | any', '<= $200 | yes', []],
    ['< $200 | yes', '< $200 | no', []],
  ])('is looked for behind “%s”: “%s”', (first, second, found) => {
    expect(placesIn(withTable(table(first, second)))).toEqual(found);
  });

  it('is one that asks for what cannot be, in a table of (exactly one)', () => {
    const text = withTable(
      '| prior chargebacks | then |\n|---|---|\n| < 0 | add note "x" |\n| >= 0 | add note "x" |',
      'exactly one',
    );
    expect(placesIn(text)).toEqual(['unreachable “| < 0 | add note "x" |”']);
  });
});

describe('instructions behind the end', () => {
  it.each([
    ['- Close as "a".', 'Close as "a"'],
    ['- Stop.', 'Stop'],
    [`- Escalate to Tier 2 because "x".`, 'Escalate to Tier 2 because "x"'],
    ['- Decide remedy.', 'Decide remedy'],
    ['- Go to step 2.', 'Go to step 2'],
    [`- If stock available: close as "a".\n- Else: ${escalate}.`, 'If stock available'],
  ])('are never done behind %s', (bullets, words) => {
    const text = sopWith({
      steps: [`${bullets}\n- Add note "never".`, '- Close as "b".'],
      behind:
        '## Decision: remedy (first match)\n\n| stock available | then |\n|---|---|\n| yes | stop |\n| no | stop |\n',
    });
    const problem = flowProblems(text).find(({ from }) => text.startsWith('Add note', from));
    expect(problem).toMatchObject({ id: 'unreachable', level: 'error' });
    expect(problem?.message).toContain(`Nothing behind “${words}`);
    expect(problem?.message).toContain('is ever done');
  });

  it.each([
    '- If stock available: close as "a".',
    `- If stock available: close as "a".\n- Else: gate Team lead "Go on?".`,
    `- If stock available: close as "a".\n- Else: ${escalate}.\n- If unknown: add note "y".`,
    '- Gate Team lead "Refund?".\n- If refused: close as "refused".',
    '- Go to step 1 at most 2 times.',
    '- Hold for 1 hour.',
    '- Propose full refund.\n- On failure of full refund: close as "failed".',
  ])('are done behind %s', (bullets) => {
    expect(flowLines(withBullets(`${bullets}\n- Add note "done".`))).toEqual([]);
  });

  it('are whole steps too, and only the first of them is named', () => {
    const text = sopWith({ steps: ['- Stop.', '- Add note "a".', '- Close as "b".'] });
    expect(placesIn(text)).toEqual(['unreachable “2. **Step 2.**”']);
  });

  it('are no steps that something jumps to', () => {
    const forward = sopWith({
      steps: ['- If stock available: go to step 3.\n- Stop.', '- Stop.', '- Close as "b".'],
    });
    expect(placesIn(forward)).toEqual(['unreachable “2. **Step 2.**”']);
    const back = sopWith({
      steps: ['- Go to step 3.', '- Close as "b".', '- Go to step 2 at most 2 times.\n- Stop.'],
    });
    expect(placesIn(back)).toEqual([]);
  });

  it('are not looked for in a checklist that nobody has codified', () => {
    const prose = '# Refunds\n\n- Escalate to Tier 2.\n- Thank the customer.\n';
    expect(flowLines(prose)).toEqual([]);
  });
});
