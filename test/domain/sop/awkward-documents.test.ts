import { describe, expect, it } from 'vitest';
import { isRunnable, parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { header, outline, parsed, problemLines, withBullets } from './sop-text.ts';

describe('a document that is no SOP yet', () => {
  it.each([
    ['nothing', ''],
    ['only space', ' \n\t\n'],
    ['only a byte order mark', '\uFEFF'],
    ['binary data', 'PK\u0003\u0004\0\0\u0008'],
    ['UTF-16 read as UTF-8', header.split('').join('\0')],
  ])('shows nothing for %s', (_, text) => {
    const { sop, problems } = parseSop(text);
    expect(sop).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ level: 'error' });
  });

  it('runs as a checklist once it has a header', () => {
    const text = `---
sop: prose
title: Late deliveries
version: 1
owner: Support
reviewed: 2026-01-01
review_every: 6 months
inputs: {}
---

# Late deliveries

Some words about it.

## What to do

1. Look the order up.
2. If they are angry, escalate to a manager. Otherwise, thank them.
   - Be nice.
     * Really.
- [ ] Use good judgement.

## Afterwards

* Tell the team [how it went](https://example.com).
`;
    const read = parseSop(text);
    expect(isRunnable(read)).toBe(true);
    expect(new Set(read.problems.map(({ id, level }) => `${level} ${id}`))).toEqual(
      new Set(['info manual-step']),
    );
    expect(read.sop?.steps.flatMap(({ name, body }) => [name, ...outline(body)])).toEqual([
      'What to do',
      '1.1 manual: Look the order up.',
      '1.2 manual: If they are angry, escalate to a manager. Otherwise, thank them.',
      '1.2.1 manual: Be nice.',
      '1.2.1.1 manual: Really.',
      '1.3 manual: Use good judgement.',
      'Afterwards',
      '2.1 manual: Tell the team [how it went](https://example.com).',
    ]);
  });

  it('is read without a header, which is all that is reported', () => {
    const { sop, problems } = parseSop('# Title\n\n- Call them.\n- If they insist: propose full refund.\n');
    expect(sop).toMatchObject({ id: '', title: 'Title', version: 0, status: 'draft' });
    expect(sop?.steps.map(({ body }) => outline(body))).toEqual([
      ['1.1 manual: Call them.', '1.2 manual: If they insist: propose full refund.'],
    ]);
    expect(new Set(problems.filter(({ level }) => level === 'error').map(({ id }) => id))).toEqual(
      new Set(['header-missing']),
    );
    expect(problems[0]).toMatchObject({ id: 'header-missing', from: 0, to: 7 });
  });

  it('is ticked off by its paragraphs where it has no list', () => {
    expect(
      parsed('# Title\n\nCall them.\nThen write.\n\n## More\n\nThank them.\n').steps.map(({ name, body }) => [
        name,
        ...outline(body),
      ]),
    ).toEqual([
      ['Title', '1.1 manual: Call them. Then write.'],
      ['More', '2.1 manual: Thank them.'],
    ]);
  });
});

describe('a header that is not right', () => {
  it.each([
    ['has no end', header.replace(/---\n$/, '\n'), 'header-invalid'],
    ['is a list', '---\n- a\n- b\n---\n', 'header-invalid'],
    ['is prose', '---\nonce upon a time\n---\n', 'header-invalid'],
    ['is indented with tabs', header.replace('  order value:', '\torder value:'), 'header-invalid'],
    ['is not closed in quotes', header.replace('title: Sample', 'title: "Sample'), 'header-invalid'],
    ['ends early', header.replace('actions:', '...\nactions:'), 'header-invalid'],
    ['is nested deeply', `---\nsop: ${'['.repeat(50_000)}\n---\n`, 'header-invalid'],
    ['is very long', `---\n${'a: b\n'.repeat(40_000)}---\n`, 'header-invalid'],
    [
      'repeats itself with aliases',
      header.replace('owner: Support', 'owner: &a Support\nstatus: *a'),
      'header-invalid',
    ],
  ])('%s', (_, text, id) => {
    const { sop, problems } = parseSop(`${text}\n## Steps\n\n1. **A.**\n   - Stop.\n`);
    expect(sop?.steps).toHaveLength(1);
    expect(problems.map((problem) => problem.id)).toContain(id);
  });

  it('is found behind a byte order mark, empty lines, and with spaces behind its dashes', () => {
    const text = `\uFEFF\n\n${header.replaceAll('---', '---  ')}\n## Steps\n\n1. **A.**\n   - Get order valu.\n`;
    expect(problemLines(text)).toEqual(['error unknown-fact “order valu” → order value']);
  });

  it('names characters that another encoding has spoilt', () => {
    expect(problemLines(withBullets('- Add tag "sp\uFFFDt"'))).toEqual(['error syntax “\uFFFD”']);
  });

  it('counts in UTF-16 code units', () => {
    expect(problemLines(withBullets('- Add note "🙂 {order valu}"'))).toEqual([
      'error unknown-fact “{order valu}” → order value',
    ]);
  });
});

describe('a long document is read in reasonable time', () => {
  const fill = (piece: string, bytes = 400_000): string => piece.repeat(Math.ceil(bytes / piece.length));

  // A reader that takes quadratic time needs minutes for any of these; this one needs a second on a quiet machine.
  it.each<readonly [string, string]>([
    ['2 MB of bullets', fill('- Call them and ask.\n', 2_000_000)],
    ['conditions', `## Steps\n\n1. **A.**\n${fill('   - If order value < $200: propose full refund.\n')}`],
    ['steps', `## Steps\n\n${fill('1. **A.** Note.\n   - Get orders.\n')}`],
    ['rows', `## Decision: a\n\n| order value | then |\n|---|---|\n${fill('| < $5 | stop |\n')}`],
    ['nested quotes', fill('>')],
    ['nested bullets', fill('- ')],
    ['one bullet with many instructions', `- ${fill('get order value and ')}`],
    [
      'one bullet with many branches',
      `- If order value > $5: stop. ${fill('Else if order value > 3: stop. ')}`,
    ],
    ['open brackets', `- If ${fill('(')}`],
    ['open quotes', `- Ask the customer ${fill('“')}`],
    ['white space', `- a${fill(' ')}b`],
    ['braces', `## Reply: a\n\n${fill('{')}`],
    ['definitions', fill('[P1]: https://example.com "t"\n')],
  ])('%s', { timeout: 60_000 }, (_, body) => {
    const start = performance.now();
    expect(parseSop(`${header}\n${body}`).sop).toBeDefined();
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
