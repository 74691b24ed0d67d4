import { describe, expect, it } from 'vitest';
import { changed, mended, problemsOf, smallSop } from './small-sop.ts';

type Change = readonly [words: string, instead: string];

/** What a person reads who made one mistake: what counts against the SOP, not the hints. */
const said = (text: string): readonly string[] =>
  problemsOf(text)
    .filter(({ level }) => level !== 'info')
    .map(({ message }) => message);

const place = (text: string): string => {
  const [problem] = problemsOf(text).filter(({ level }) => level !== 'info');
  return problem ? text.slice(problem.from, problem.to) : '';
};

const mend = (text: string): string => {
  const [problem] = problemsOf(text).filter(({ fixes = [] }) => fixes.length > 0);
  return problem ? mended(text, problem) : text;
};

const condition = 'If order value < $200 and carrier';

describe('one mistake is one problem, and its mend gives the SOP back', () => {
  it.each<readonly [what: string, change: Change, at: string, message: RegExp]>([
    ['the sign behind the amount', [condition, 'If order value < 200$ and carrier'], '200$', /write “\$200”/],
    [
      'the currency in words',
      [condition, 'If order value < 200 dollars and carrier'],
      '200 dollars',
      /write “\$200”/,
    ],
    ['a sign for “and”', [condition, 'If order value < $200 & carrier'], '&', /write “and”/],
    [
      'a sign twice',
      ['carrier status = "lost": propose', 'carrier status == "lost": propose'],
      '==',
      /write “=”/,
    ],
    ['an escaped sign', [condition, 'If order value &lt; $200 and carrier'], '&lt;', /write “<”/],
    ['single quotes', ['status = "lost": propose', 'status = ‘lost’: propose'], '‘lost’', /write “"lost"”/],
    ['low quotes', ['status = "lost": propose', 'status = „lost“: propose'], '„lost“', /write “"lost"”/],
    [
      'a choice without quotes',
      ['status = "lost": propose', 'status = lost: propose'],
      'lost',
      /Put it in quotes: "lost"/,
    ],
    [
      'no colon behind a condition',
      ['< 3: draft reply', '< 3 draft reply'],
      'If days since(promised date) < 3 draft reply please wait and close as "not late yet".',
      /Put a colon behind/,
    ],
    [
      'a unit twice',
      ['(promised date) < 3:', '(promised date) < 3 days:'],
      'days since(promised date) < 3 days',
      /write “3”/,
    ],
    [
      'a misspelt “unknown”',
      ['If unknown: escalate', 'If unkown: escalate'],
      'unkown',
      /Did you mean “unknown”/,
    ],
    [
      '“If” under the edge cases',
      ['- When legal threat', '- If legal threat'],
      'If legal threat: escalate to Legal because "the customer mentions a lawyer".',
      /starts with “When <condition>:”/,
    ],
    ['a misspelt key', ['reviewed: ', 'reviewd: '], 'reviewd', /Did you mean “reviewed”/],
    ['a misspelt key with all below it', ['inputs:\n', 'input:\n'], 'input', /Did you mean “inputs”/],
    ['a misspelt key of all actions', ['actions:\n', 'action:\n'], 'action', /Did you mean “actions”/],
    ['a key without a colon', ['owner: Support', 'owner Support'], 'owner Support', /Write “owner: Support”/],
    [
      'an input without a colon',
      ['order value: money USD', 'order value money USD'],
      'order value money USD from shopify.order.total_price',
      /Write “order value: money USD from/,
    ],
    [
      'an input behind a tab',
      ['  order value: money', '\torder value: money'],
      '\t',
      /with spaces, not with tabs/,
    ],
    ['the type of another tool', ['threat: yes/no', 'threat: boolean'], 'boolean', /Did you mean “yes\/no”/],
    [
      'a choice with “or”',
      ['one of (in transit, lost, delivered)', 'one of (in transit or lost or delivered)'],
      'one of (in transit or lost or delivered)',
      /separated by commas alone/,
    ],
    ['a day in another form', ['reviewed: 2026-01-31', 'reviewed: 31.01.2026'], '31.01.2026', /2026-01-31/],
    ['a day in words', ['reviewed: 2026-01-31', 'reviewed: Jan 31, 2026'], 'Jan 31, 2026', /2026-01-31/],
    [
      'a misspelt parameter of an action',
      ['amount = order value', 'amount = order valeu'],
      'order valeu',
      /order value/,
    ],
    ['a misspelt heading of steps', ['## Steps', '## Step'], 'Step', /Did you mean “Steps”/],
    ['a misspelt heading of edge cases', ['## Edge cases', '## Edge case'], 'Edge case', /Edge cases/],
    [
      'a misspelt heading of a table',
      ['## Decision: remedy', '## Descision: remedy'],
      'Descision: remedy (exactly one)',
      /Decision: …/,
    ],
    [
      'a misspelt column of expectations',
      ['| fails | expect |', '| fails | expected |'],
      'expected',
      /“expect”\?/,
    ],
    [
      'a misspelt expectation',
      [
        '| propose full refund; close as resolved |\n| $200',
        '| propse full refund; close as resolved |\n| $200',
      ],
      'propse full refund',
      /Did you mean “propose full refund”/,
    ],
    ['a misspelt value', ['| $499.99 | lost', '| $499.99 | losst'], 'losst', /Did you mean “lost”/],
    [
      'an amount of an example with its sign behind',
      ['| $499.99 |', '| 499.99$ |'],
      '499.99$',
      /Did you mean “\$499.99”/,
    ],
    [
      'a team that nobody knows in an example',
      ['| 3 | yes | | escalate to Legal |', '| 3 | yes | | escalate to Leegal |'],
      'Leegal',
      /Did you mean “Legal”/,
    ],
    [
      'two pairs of braces',
      ['order {order number} was', 'order {{order number}} was'],
      '{{order number}}',
      /one pair of braces: \{order number\}/,
    ],
    ['a system in two words', ['failure of easypost', 'failure of easy post'], 'easy post', /easypost/],
    ['a comparison of a table in words', ['| < $500 |', '| under $500 |'], 'under', /write “<”/],
  ])('%s', (_, change, at, message) => {
    const text = changed(change);
    expect(said(text)).toEqual([expect.stringMatching(message)]);
    expect(place(text)).toBe(at);
    expect(mend(text)).toBe(smallSop);
  });

  it.each<readonly [what: string, change: Change, after: string]>([
    ['less then', [condition, 'If order value is less then $200 and carrier'], 'is less than $200 and'],
    ['under', [condition, 'If order value under $200 and carrier'], 'order value is less than $200'],
    ['a sign of print', [condition, 'If order value ≤ $200 and carrier'], 'order value <= $200'],
    [
      'an amount with a decimal comma',
      [condition, 'If order value < $1.200,50 and carrier'],
      '< $1,200.50 and',
    ],
    [
      'a day in a condition',
      ['If days since(promised date) < 3', 'If promised date > 20.11.2026'],
      '> 2026-11-20:',
    ],
    [
      'a day with slashes',
      ['If days since(promised date) < 3', 'If promised date > 11/20/2026'],
      '> 2026-11-20:',
    ],
    [
      'values joined by “or”',
      ['carrier status = "lost": decide', 'carrier status = "lost" or "delivered": decide'],
      'carrier status in ("lost", "delivered"): decide',
    ],
    [
      'values joined by “or”, without quotes',
      ['carrier status = "lost": decide', 'carrier status is lost or delivered: decide'],
      'carrier status in ("lost", "delivered"): decide',
    ],
    [
      'is greater than',
      [condition, 'If order value is greater than $200 and carrier'],
      'is more than $200 and',
    ],
    [
      'choices without quotes',
      ['carrier status = "lost": decide', 'carrier status in (in transit, delivered): decide'],
      'in ("in transit", "delivered"): decide',
    ],
    ['an empty text', ['When legal threat', 'When order number is empty'], 'When order number is ""'],
    ['no fact', ['When legal threat', 'When no legal threat'], 'When not legal threat'],
  ])('what was meant is written: %s', (_, change, after) => {
    const text = changed(change);
    expect(problemsOf(text).filter(({ id }) => /^(?:syntax|type|not-a|unknown-fact)/.test(id))).toHaveLength(
      1,
    );
    expect(mend(text)).toContain(after);
  });

  it('bullets with the signs of other tools', () => {
    const bullets = /^ {3}- (?=If order|Else|If unknown)/gm;
    const text = smallSop.replace(bullets, '   • ');
    const problems = problemsOf(text).filter(({ level }) => level !== 'info');
    expect(problems.map(({ id, level, from }) => [id, level, text[from]])).toEqual(
      Array.from({ length: 4 }, () => ['syntax', 'error', '•']),
    );
    expect(problems.reduceRight((mending, problem) => mended(mending, problem), text)).toBe(smallSop);
  });

  it('an “Else” that is not indented like its “If”', () => {
    const text = changed(['   - Else: escalate', '- Else: escalate']);
    const [first, ...more] = problemsOf(text).filter(({ level }) => level !== 'info');
    expect(first?.message).toBe(
      '“Else” is not indented like its “If”, so it does not belong to it. Indent both the same way.',
    );
    expect(more.map(({ id }) => id)).toEqual(['syntax']);
    expect(first && mended(text, first)).toBe(smallSop);
  });

  it('an “Else” that a note tears off', () => {
    const text = changed(['   - Else: escalate', '\n   Some words.\n\n   - Else: escalate']);
    expect(said(text)).toEqual([
      '“Else” stands in another list than its “If”. Put it right below, with the same mark and nothing between them.',
    ]);
  });

  it('a “When” among the steps', () => {
    const text = changed([
      '   - Close as "resolved".',
      '   - When legal threat: stop.\n   - Close as "resolved".',
    ]);
    expect(mend(text)).toContain('   - If legal threat: stop.');
  });

  it('a question that is never closed', () => {
    expect(said(changed(['"Refund?" and', '"Refund? and']))[0]).toContain(
      'A quotation mark is never closed in this bullet',
    );
  });

  it('bullets that should stand below their “If”', () => {
    const text = changed([': propose full refund.', ':\n   - Propose full refund.']);
    expect(said(text)).toEqual([expect.stringContaining('in bullets below that are indented further')]);
  });

  it('a header in a block of code', () => {
    expect(said(`\`\`\`yaml\n${smallSop.replace('---\n\n#', '---\n```\n\n#')}`)).toEqual([
      'The header stands in a block of code. Take the lines with “```” out, so that “---” is the first line.',
    ]);
  });

  it('a gate that asks nobody', () => {
    expect(said(changed(['gate Team lead "Refund?"', 'gate "Refund?"']))[0]).toBe(
      'It is not said who decides at this gate. Write the team or role before the question: “Gate Team lead "…"”.',
    );
  });

  it('the line of dashes that a table lost', () => {
    expect(said(changed(['| order value | then |\n|---|---|', '| order value | then |']))[0]).toContain(
      'stands a line of dashes, such as “|---|---|”',
    );
  });
});

describe('the reason of an escalation without its quotes', () => {
  it.each(['several orders', '„several orders“', '"several orders”', '"several orders', '‘several orders’'])(
    '%s',
    (reason) => {
      const text = changed(['because "the parcel is not lost"', `because ${reason}`]);
      expect(mend(text)).toBe(changed(['because "the parcel is not lost"', 'because "several orders"']));
    },
  );

  it('is left alone where more follows it', () => {
    expect(
      problemsOf(
        changed(['because "the parcel is not lost".', 'because it is big and close as "done".']),
      ).flatMap(({ fixes = [] }) => fixes),
    ).toEqual([]);
  });
});

describe('a bullet for a person says how the app would do it', () => {
  it.each([
    ['Send reply please wait.', 'Write “Draft reply please wait”.'],
    ['Do the full refund.', 'To have it done by the app, write “Propose full refund”.'],
    ['Send it on.', 'Write “Draft reply "…"”, or “Draft reply” and the name of a “Reply:” section.'],
  ])('%s', (bullet, advice) => {
    const text = changed(['- Draft reply "say that the refund is on its way".', `- ${bullet}`]);
    expect(problemsOf(text).find(({ id }) => id === 'manual-step')?.values['advice']).toBe(advice);
  });
});

describe('what is well written stays silent', () => {
  it.each<readonly [what: string, ...change: Change]>([
    ['bold heads of a table', '| order value | then |', '| **order value** | **then** |'],
    ['bold values of a table', '| < $500 |', '| **< $500** |'],
    ['a value of the header that goes on below', 'title: Small refund', 'title: Small\n  refund'],
    ['a value in quotes that goes on below', 'title: Small refund', 'title: "Small\n  refund"'],
  ])('%s', (_, words, instead) => {
    expect(said(changed([words, instead]))).toEqual([]);
  });

  it('a subtraction in a cell, but not where a range was meant', () => {
    expect(said(changed(['| < $500 |', '| < $600 - $100 |']))).toEqual([]);
    expect(said(changed(['| < $500 |', '| $0 - $500 |']))).toEqual([
      expect.stringContaining('Write “[$0..$500]” for a range with both ends'),
    ]);
  });

  it('a comparison with slashes that is no day', () => {
    expect(
      said(changed(['If days since(promised date) < 3', 'If days since(promised date) < 30/5/2'])),
    ).toEqual([]);
  });
});

describe('what cannot be told is not guessed', () => {
  it.each<readonly [what: string, ...change: Change]>([
    ['a day that could be told both ways', 'If days since(promised date) < 3', 'If promised date > 3/4/2026'],
    ['a header line that says nothing known', 'owner: Support', 'owner: Support\nby the way'],
  ])('%s', (_, words, instead) => {
    const problems = problemsOf(changed([words, instead])).filter(({ level }) => level === 'error');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});
