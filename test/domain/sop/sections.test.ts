import { describe, expect, it } from 'vitest';
import { header, outline, parsed, problemLines } from './sop-text.ts';

const steps = '\n## Steps\n\n1. **One.**\n   - Stop.\n\n';

function withSections(sections: string): string {
  return `${header}${steps}${sections}\n`;
}

function withTable(rows: string, title = 'remedy'): string {
  return withSections(`## Decision: ${title}\n\n${rows}`);
}

describe('steps', () => {
  it('have a bold name, notes and bullets', () => {
    const text = `${header}
## Steps

1. **One dispute at a time.** Two are a case
   for Payments. [P1]

   More about it.
   - Get orders.

     A note below a bullet.

2. **Is it late?**
   - Stop.

[P1]: https://example.com
`;
    const [first, second] = parsed(text).steps;
    expect(first).toMatchObject({
      number: 1,
      name: 'One dispute at a time',
      notes: [
        { text: 'Two are a case for Payments.' },
        { text: 'More about it.' },
        { text: 'A note below a bullet.' },
      ],
      cites: ['P1'],
    });
    expect(second).toMatchObject({ number: 2, name: 'Is it late?', notes: [] });
    expect(problemLines(text)).toEqual([]);
  });

  it.each(['**Look.** At it.', '**Look**: At it.', '**Look:** At it.', '__Look__ – At it.'])(
    'are called %s',
    (words) => {
      const [step] = parsed(`${header}\n## Steps\n\n1. ${words}\n   - Stop.\n`).steps;
      expect(step).toMatchObject({ name: 'Look', notes: [{ text: 'At it.' }] });
    },
  );

  it('keep the numbers that a reader sees, each once', () => {
    const text = `${header}\n## Steps\n\n3. **A.**\n   - Stop.\n4. **B.**\n   - Stop.\n\nA note.\n\n1. **C.**\n   - Stop.\n`;
    expect(parsed(text).steps.map(({ number, name }) => `${String(number)} ${name}`)).toEqual([
      '3 A',
      '4 B',
      '5 C',
    ]);
  });

  it('take bullets that are indented too little', () => {
    const text = `${header}\n## Steps\n\n1. **A.**\n  - Get orders.\n  - Stop.\n2. **B.**\n- Stop.\n`;
    expect(parsed(text).steps.map(({ body }) => outline(body))).toEqual([
      ['1.1 get', '1.2 stop'],
      ['2.1 stop'],
    ]);
    expect(problemLines(text)).toEqual([]);
  });

  it('do not take bullets that a note tears off without an error', () => {
    const text = `${header}\n## Steps\n\n1. **A.**\n   - Stop.\n\nA note.\n\n- Propose full refund.\n`;
    expect(problemLines(text)).toEqual(['error syntax “- Propose full refund.”']);
  });

  it('without bullets are one instruction', () => {
    const text = `${header}\n## Steps\n\n1. Propose full refund.\n2. **Look** at it.\n`;
    expect(parsed(text).steps.map(({ body }) => outline(body))).toEqual([
      ['1.1 propose'],
      ['2.1 manual: Look at it.'],
    ]);
  });

  it('are needed', () => {
    expect(problemLines(`${header}\nNothing to do.\n`)).toEqual(['error syntax “---”']);
  });

  it.each([
    ['## Stepps', 'error syntax “Stepps” → Steps'],
    ['##Steps', 'error syntax “##Steps”'],
  ])('are not lost silently under %s', (heading, problem) => {
    expect(problemLines(`${header}\n${heading}\n\n1. **A.**\n   - Propose full refund.\n`)).toContain(
      problem,
    );
  });
});

describe('a decision', () => {
  it('tests its columns and does what its last one says', () => {
    const text =
      withTable(
        `| carrier status | order value | count(orders) | then |
|---|---|---|---|
| lost, in transit | < $5 | any | propose full refund and stop |
| - | [$5..$9) | 0 | gate Team lead "a \\| b" |
`,
        'remedy (exactly one) [P1]',
      ) + '\n[P1]: https://example.com\n';
    const [decision] = parsed(text).decisions;
    expect(decision).toMatchObject({ name: 'remedy', mode: 'exactly one', cites: ['P1'] });
    expect(decision?.columns.map((column) => column.text)).toEqual([
      'carrier status',
      'order value',
      'count(orders)',
    ]);
    expect(decision?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['lost, in transit', '< $5'],
      ['[$5..$9)', '0'],
    ]);
    expect(decision?.rows.map((row) => outline(row.body))).toEqual([
      ['>1.1 propose', '>1.2 stop'],
      ['>2.1 gate'],
    ]);
    expect(decision?.rows[1]?.body.instructions[0]).toMatchObject({ question: [{ text: 'a | b' }] });
    expect(problemLines(text)).toEqual([]);
  });

  it('takes the first match unless it says otherwise', () => {
    expect(
      parsed(withTable('| order value | then |\n|---|---|\n| any | stop |\n', 'what to do (EU)'))
        .decisions[0],
    ).toMatchObject({
      name: 'what to do (EU)',
      mode: 'first match',
    });
  });

  it('keeps the places of cells with escaped pipes', () => {
    const text = withTable('| terms and conditions | then |\n|---|---|\n| "a\\|b", order valu | stop |\n');
    expect(problemLines(text)).toEqual(['error unknown-fact “order valu” → order value']);
  });

  it('may be followed by evidence without a blank line', () => {
    const text = withTable(
      '| order value | then |\n|---|---|\n| any | stop |\n[P1]: https://example.com "P"\n',
    );
    expect(parsed(text).evidence).toMatchObject([{ label: 'P1', url: 'https://example.com', title: 'P' }]);
    expect(problemLines(text)).toEqual([]);
  });

  it.each<readonly [string, ...string[]]>([
    [
      '| order valu | then |\n|---|---|\n| < $5 | stop |\n| any | stop |',
      'error unknown-fact “order valu” → order value',
    ],
    ['| order value | then |\n|---|---|\n| < 5 EUR | stop |', 'error currency-mismatch “< 5 EUR”'],
    ['| carrier status | then |\n|---|---|\n| los | stop |', 'error not-a-choice “los” → lost'],
    ['| order value | then |\n|---|---|\n| | stop |', 'error syntax “”'],
    ['| order value | then |\n|---|---|\n| any | |', 'error syntax “| any | |”'],
    ['| order value | then |\n|---|---|\n| stop |', 'error syntax “| stop |”'],
    ['| order value | then |\n|---|---|\n| any | stop | stop |', 'error syntax “| any | stop | stop |”'],
    ['| order value | than |\n|---|---|\n| any | stop |', 'error syntax “than”'],
    [
      '| order value | then |\n|---|---|\n| any | propose ful refund |',
      'error unknown-action “ful refund” → full refund',
    ],
    [
      '| order value | then |\n|---|---|\n| any | if legal threat: stop |',
      'error syntax “if legal threat: stop”',
    ],
    ['| order value | then |\n|---|---|\n| any | be nice |', 'info manual-step “be nice”'],
    ['No table.', 'error syntax “Decision: remedy”'],
  ])('%s', (table, ...problems) => {
    expect(problemLines(withTable(table))).toEqual(problems);
  });

  it('has one of two modes, and one name', () => {
    const table = '| order value | then |\n|---|---|\n| any | stop |\n';
    expect(problemLines(withTable(table, 'remedy (exactly on)'))).toEqual([
      'error syntax “Decision: remedy (exactly on)”',
    ]);
    expect(problemLines(withTable(`${table}\n## Decision: Remedy\n\n${table}`))).toEqual([
      'error syntax “Decision: Remedy”',
    ]);
  });
});

describe('edge cases', () => {
  const edges = (bullets: string): string => withSections(`## Edge cases\n\n${bullets}`);

  it('are checked before every step, and are the last resort', () => {
    const text = edges(
      '- When legal threat: escalate to Legal and stop.\n- On failure of stripe: retry twice, then stop.\n- On rejection of full refund:\n  - Stop.\n- When order value > $900, stop.',
    );
    const { edgeCases, edgeHandlers } = parsed(text);
    expect(edgeCases.map(({ path, condition, body }) => [path, condition.text, outline(body)])).toEqual([
      ['edge.1', 'legal threat', ['edge.1>1.1 escalate', 'edge.1>1.2 stop']],
      ['edge.4', 'order value > $900', ['edge.4>1.1 stop']],
    ]);
    expect(outline({ instructions: [], handlers: edgeHandlers })).toEqual([
      'edge.2 on-failure stripe retry 2 after 0 s',
      '  edge.2>failed.1 stop',
      'edge.3 on-rejection full refund',
      '  edge.3>rejected.1 stop',
    ]);
    expect(problemLines(text)).toEqual([]);
  });

  it('that the app cannot check are for people to keep in mind', () => {
    const text = edges('- When they are rude, stay calm.');
    expect(parsed(text).edgeReminders).toMatchObject([
      { path: 'edge.1', text: 'When they are rude, stay calm.' },
    ]);
    expect(problemLines(text)).toEqual(['info manual-step “When they are rude, stay calm.”']);
  });

  it.each<readonly [string, ...string[]]>([
    ['- When legl threat: stop', 'error unknown-fact “legl threat” → legal threat'],
    ['- When legal threat', 'error syntax “When legal threat”'],
    ['- When legal threat:', 'error syntax “When legal threat:”'],
    ['- If legal threat: stop', 'error syntax “If legal threat: stop”'],
    ['- Propose full refund', 'error syntax “Propose full refund”'],
    ['- hen legal threat: stop', 'error syntax “hen legal threat”'],
    ['- When legal threat: go to step 1', 'error loop-without-limit “1”'],
    ['When legal threat: stop', 'warning syntax “When legal threat: stop”'],
  ])('%s', (bullets, ...problems) => {
    expect(problemLines(edges(bullets))).toEqual(problems);
  });

  it('are not lost silently under a heading that is nearly theirs', () => {
    expect(problemLines(withSections('## Ege cases\n\n- When legal threat: stop'))).toContain(
      'error syntax “Ege cases” → Edge cases',
    );
  });
});

describe('a reply', () => {
  it('is the text below its heading, with placeholders', () => {
    const text = withSections(
      '## Reply: sorry\n\nHello {Requester  name}, it is\nworth {order value}.\n\nYours,  \nSupport \\{1\\}\n\n* a\n* b\n',
    );
    expect(
      parsed(text).replies[0]?.text.map((piece) => ('fact' in piece ? [piece.fact] : piece.text)),
    ).toEqual([
      'Hello ',
      ['requester name'],
      ', it is worth ',
      ['order value'],
      '.\n\nYours,\nSupport {1}\n\n* a\n* b',
    ]);
    expect(problemLines(text)).toEqual([]);
  });

  it('has the same line ends whatever the file has', () => {
    const text = withSections('## Reply: sorry\n\nHello\nthere.\n\nBye.\n').replaceAll('\n', '\r\n');
    expect(parsed(text).replies[0]?.text).toEqual([{ text: 'Hello there.\n\nBye.' }]);
  });

  it.each<readonly [string, ...string[]]>([
    ['## Reply: sorry\n\nHello {reqester name}', 'error unknown-fact “{reqester name}” → requester name'],
    ['## Reply: sorry\n\nHello {requester name', 'error syntax “{”'],
    ['## Reply: sorry', 'error syntax “Reply: sorry”'],
    ['## Reply: a\n\nx\n\n## Reply: A\n\ny', 'error syntax “Reply: A”'],
  ])('%s', (section, ...problems) => {
    expect(problemLines(withSections(section))).toEqual(problems);
  });
});

describe('other sections', () => {
  it('hold notes, and are not run', () => {
    const text = withSections('## Background\n\n- Buy milk.\n\n### More\n\n1. Walk the dog.\n');
    expect(parsed(text).steps).toHaveLength(1);
    expect(problemLines(text)).toEqual([]);
  });

  it('are warned of where they read like edge cases', () => {
    expect(problemLines(withSections('## Special cases\n\n- On failure of stripe: stop.'))).toEqual([
      'warning syntax “On failure of stripe: stop.”',
    ]);
  });

  it('hold the examples as they are written', () => {
    const text = withSections(
      '## Examples\n\n| order value | expect |\n|---|---|\n| $5 | stop; close as a\\|b |\n| | |\n',
    );
    const { examples } = parsed(text);
    expect(examples?.columns.map((column) => column.text)).toEqual(['order value', 'expect']);
    expect(examples?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['$5', 'stop; close as a|b'],
      ['', ''],
    ]);
  });

  it('report an example that has lost a cell', () => {
    const text = withSections('## Examples\n\n| order value | expect |\n|---|---|\n| $5 |\n');
    expect(problemLines(text)).toEqual(['error syntax “| $5 |”']);
  });

  it('hold evidence anywhere', () => {
    const text = withSections(
      '[P1]: <https://a.example> "A"\n\nText.\n\n[p 2]: https://b.example\n[P1]: https://c.example',
    );
    expect(parsed(text).evidence).toMatchObject([
      { label: 'P1', url: 'https://a.example', title: 'A' },
      { label: 'p 2', url: 'https://b.example', title: undefined },
    ]);
  });
});
