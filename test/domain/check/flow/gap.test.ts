import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsIn, flowLines, flowProblems, placesIn, sopWith, withBullets, withTable } from './flow-text.ts';

const guide = (second: string): string =>
  withBullets(
    `- If order value < $200 and prior chargebacks = 0: propose full refund. Else if ${second}: escalate to Tier 2 because "above the limits".`,
  );

describe('the rule that a guide prints as a model of a decidable step', () => {
  it('has a gap at exactly $200', () => {
    const gap = flowProblems(guide('order value > $200 or prior chargebacks > 0')).find(
      ({ id }) => id === 'gap',
    );
    expect(gap).toMatchObject({
      level: 'error',
      message:
        'No branch says what happens for: order value exactly $200, prior chargebacks exactly 0. Add a branch for it, or an “Else”.',
      values: { region: 'order value exactly $200, prior chargebacks exactly 0' },
    });
  });

  it('is clean once $200 belongs to a branch', () => {
    expect(errorsIn(guide('order value >= $200 or prior chargebacks > 0'))).toEqual([]);
  });

  it('is clean with an Else', () => {
    const text = guide('order value > $200 or prior chargebacks > 0').replace(
      'above the limits".',
      'above the limits". Else: escalate to Tier 2 because "exactly $200".',
    );
    expect(errorsIn(text)).toEqual([]);
  });
});

describe('a gap of an If chain', () => {
  const chain = (...conditions: readonly string[]): string =>
    withBullets(
      conditions
        .map(
          (condition, index) =>
            `- ${index > 0 ? 'Else if' : 'If'} ${condition}: escalate to Tier 2 because "x".`,
        )
        .join('\n'),
    );

  it.each<readonly [readonly string[], string]>([
    [['order value < $200', 'order value > $200'], 'order value exactly $200'],
    [['order value <= $200', 'order value >= $300'], 'order value over $200 to under $300'],
    [
      ['order value in [$0..$200)', 'order value in ($200..$500]', 'order value > $500 or order value < $0'],
      'order value exactly $200',
    ],
    [['order value between $0 and $200', 'order value > $200'], 'order value under $0'],
    [['prior chargebacks = 0', 'prior chargebacks > 1'], 'prior chargebacks exactly 1'],
    [['today < 2026-12-24', 'today > 2026-12-26'], 'today 2026-12-24 to 2026-12-26'],
    [['order value / 3 < $100', 'order value > $300'], 'order value exactly $300'],
    [
      ['promised date > today + 2 days', 'promised date <= today + 1 day'],
      'days until promised date exactly 2',
    ],
    [['weight < 1', 'weight > 1'], 'weight exactly 1'],
    [['carrier status = "lost"', 'carrier status = "returned"'], 'carrier status in transit'],
    [['stock available and photo attached', 'not stock available'], 'stock available yes, photo attached no'],
    [
      ['days since(promised date) < 3', 'days since(promised date) > 3'],
      'days since promised date exactly 3',
    ],
    [['promised date < 2026-11-01', 'promised date > 2026-11-01'], 'promised date exactly 2026-11-01'],
    [
      ['not (order value < $200)', 'order value < $100 or stock available'],
      'order value $100 to under $200, stock available no',
    ],
    [['plan is known and plan = "gold"', 'plan is known'], 'plan unknown'],
  ])('%j leaves %s', (conditions, region) => {
    expect(flowLines(chain(...conditions))).toContain(`gap ${region}`);
  });

  it.each<readonly [readonly string[]]>([
    [['order value < $200', 'order value >= $200']],
    [['order value <= $200', 'order value > $200']],
    [['order value in [$0..$200)', 'order value in [$200..$500]', 'order value > $500', 'order value < $0']],
    [['prior chargebacks = 0', 'prior chargebacks >= 1']],
    [['prior chargebacks < 1', 'prior chargebacks > 0']],
    [['carrier status in ("lost", "returned")', 'carrier status = "in transit"']],
    [['stock available', 'not stock available']],
    [['days since(promised date) < 3', 'days since(promised date) >= 3']],
    [['promised date before 2026-11-01', 'promised date is at least 2026-11-01']],
    [['not (order value < $200)', 'order value < $200']],
    [['plan is unknown', 'plan = "gold"', 'plan != "gold"']],
    [['plan is known', 'plan is unknown']],
  ])('%j leaves nothing', (conditions) => {
    expect(flowLines(chain(...conditions))).toEqual([]);
  });

  it('is worded “may” where it rests on a test of a text', () => {
    const [gap] = flowProblems(chain('plan contains "gold"', 'plan contains "silver"'));
    expect(gap?.message).toMatch(/^It may be that no branch says what happens for: /);
  });

  it('is not looked for in a single If, which may simply do nothing', () => {
    expect(flowLines(chain('order value < $200'))).toEqual([]);
  });

  it('is not looked for where no branch does anything that matters later', () => {
    expect(
      flowLines(
        withBullets(
          '- If order value < $200: add tag "small".\n- Else if order value > $200: add tag "big".',
        ),
      ),
    ).toEqual([]);
  });

  it('is not spoken of where a mistake may have made it', () => {
    expect(flowLines(chain('order value < $200', 'order valu > $200'))).toEqual([]);
  });

  it('names at most five regions and counts the others', () => {
    const holes = [1, 2, 3, 4, 5, 6, 7].map(
      (at) => `order value < $${String(at)}00 and order value > $${String(at - 1)}00`,
    );
    const gaps = flowProblems(chain(...holes)).filter(({ id }) => id === 'gap');
    expect(gaps.length).toBeLessThanOrEqual(5);
  });

  it('does not count what never comes here, because an earlier If ends it', () => {
    const guarded = `- If order value >= $1000: escalate to Tier 2 because "x".
- If order value < $200: close as "small".
- Else if order value < $1000: close as "big".`;
    expect(flowLines(withBullets(guarded))).not.toContain('gap order value $1,000 or more');
    expect(flowLines(withBullets(guarded.replace('< $1000', '< $900')))).toContain(
      'gap order value $900 to under $1,000',
    );
  });

  it('counts only what the branch around leaves', () => {
    const nested = (border: string): string => `- If order value < $500:
  - If order value < $100: close as "small".
  - Else if order value ${border}: close as "middle".
- Else: close as "big".`;
    expect(flowLines(withBullets(nested('>= $100')))).toEqual([]);
    expect(flowLines(withBullets(nested('> $100')))).toContain('gap order value exactly $100');
  });

  it('stands at the first words of the chain', () => {
    expect(placesIn(chain('order value < $200', 'order value > $200'))).toEqual([
      'gap “If order value < $200”',
    ]);
  });
});

describe('a gap of a decision table', () => {
  it('stands at the heading and says the region', () => {
    const text = withTable(`| order value | stock available | then |
|---|---|---|
| < $200 | any | propose full refund |
| > $200 | yes | stop |`);
    expect(placesIn(text)).toEqual([
      'gap “## Decision: remedy (first match)”',
      'gap “## Decision: remedy (first match)”',
    ]);
    expect(flowLines(text)).toEqual(
      expect.arrayContaining([
        'gap order value exactly $200',
        'gap order value $200 or more, stock available no',
      ]),
    );
  });

  it('is none where an unknown cell and the others cover everything', () => {
    const text = withTable(`| stock available | then |
|---|---|
| unknown | escalate to Tier 2 because "x" |
| yes | propose full refund |
| no | stop |`);
    expect(flowLines(text)).toEqual([]);
    expect(flowLines(text.replace(/\| no .*\n/, ''))).toEqual(['gap stock available no']);
  });

  it('does not count what never comes to the table', () => {
    const text = (guard: string): string =>
      sopWith({
        steps: [guard, '- Decide remedy.', '- Close as "done".'],
        behind:
          '## Decision: remedy (first match)\n\n| order value | then |\n|---|---|\n| < $1000 | propose full refund |\n',
      });
    expect(flowLines(text('- If order value >= $1000: escalate to Tier 2 because "x".'))).toEqual([]);
    expect(flowLines(text('- If order value > $1000: escalate to Tier 2 because "x".'))).toEqual([
      'gap order value exactly $1,000',
    ]);
  });
});

const damagedItem = readFileSync(new URL('../../../../sops/damaged-item.sop.md', import.meta.url), 'utf8');
const rows = damagedItem
  .split('\n')
  .filter((line) => /^\|.*\|$/.test(line) && / (?:propose|escalate)/.test(line));
const remedies = rows.filter((line) => !line.includes('; ') && !line.includes('judge'));

describe('the SOP for damaged items', () => {
  it('has neither errors nor warnings', () => {
    expect(flowProblems(damagedItem)).toEqual([]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['| any | >= $1000 |', ['order value $1,000 or more']],
    ['| any | [$200..$1000) |', ['order value $200 to under $1,000']],
    ['| any | < $200 | yes |', ['order value under $200', 'stock available yes']],
    ['| broken, wrong item | < $200 | no |', ['stock available no', 'damage kind broken or wrong item']],
    ['| scratched | [$50..$200) | no |', ['order value $50 to under $200', 'damage kind scratched']],
  ])('names what is missing without the row %s', (row, parts) => {
    const line = remedies.find((one) => one.startsWith(row)) ?? '';
    expect(line).not.toBe('');
    const gaps = flowProblems(damagedItem.replace(`${line}\n`, '')).filter(({ id }) => id === 'gap');
    const regions = gaps.map(({ values }) => values['region'] ?? '');
    for (const part of parts) expect(regions.join('\n')).toContain(part);
  });
});
