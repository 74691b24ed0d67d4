import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/domain/compare/compare-versions.ts';
import { differenceText } from '../../../src/domain/compare/difference.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { compareTexts, damagedItem, lateParcel, replaced } from './comparing.ts';

const today = '2026-11-20';
const pairs = Array.from({ length: 20 }, (_, at) => [`a${String(at)}`, `b${String(at)}`] as const);

/** The first step asks for more combinations than can be looked at. */
const tooMany = `---
sop: big
title: Big
version: 1
owner: Support
reviewed: 2026-01-01
review_every: 6 months
inputs:
${pairs
  .flat()
  .map((name) => `  ${name}: yes/no from message`)
  .join('\n')}
  order value: money USD from shopify.order.total_price
actions:
  full refund: stripe.refund.amount = order value
---

## Steps

1. **First.**
   - If ${pairs.map(([a]) => a).join(' and ')}: close as "all".
   - Else if ${pairs.map(([a, b]) => `(${a} and ${b})`).join(' or ')}: close as "some".

2. **Second.**
   - If order value < $200: propose full refund.
   - Else: stop.

3. **Third.**
   - Close as "done".
`;

describe('a comparison', () => {
  it('compares parts alone where the whole has too many combinations, and says what cannot be computed', () => {
    const after = replaced(tooMany, ['< $200', '< $250'], ['close as "some"', 'close as "any"']);
    const { changes } = compareTexts(tooMany, after);
    expect(changes.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      [
        'not-computed',
        'In step 1, “First”, “close as "some"” is now “close as "any"”; there are too many combinations to say what that changes.',
      ],
      [
        'action',
        'In step 2, “Second”: “propose full refund” now happens for order value $200 to under $250. With it: the way on to the next step. Until now: “stop”.',
      ],
    ]);
  }, 120_000);

  it('says “may” of what rests on a question that another one may answer', () => {
    const after = replaced(lateParcel, [
      '- When legal threat',
      '- When ticket subject contains "gift": escalate to Gifts because "gift".\n- When legal threat',
    ]);
    const sentences = compareTexts(lateParcel, after).changes.map(({ sentence }) => sentence);
    expect(sentences.some((sentence) => sentence.startsWith('“escalate to Gifts” may now happen for'))).toBe(
      true,
    );
  });

  it('shows about twenty sentences and counts the rest', () => {
    const difference = compareTexts(damagedItem, lateParcel);
    const shown = differenceText(difference);
    expect(shown).toHaveLength(21);
    expect(shown.at(-1)).toBe(`… and ${String(difference.changes.length - 20)} more.`);
    expect(differenceText({ ...difference, changes: difference.changes.slice(0, 3) })).toHaveLength(3);
  });

  it('compares prose step by step', () => {
    const { changes } = compareTexts(
      '1. Call the customer.\n2. Be kind.\n',
      '1. Write to the customer.\n2. Be kind.\n',
    );
    expect(changes[0]?.sentence).toBe(
      '“by hand: Write to the customer.” now happens in every case. Until now: “by hand: Call the customer.”.',
    );
  });

  it('never throws, and says something about every change of an instruction, whatever is cut out of a document', () => {
    const cut = fc.record({
      text: fc.constantFrom(lateParcel, damagedItem),
      at: fc.nat(4000),
      length: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(cut, ({ text, at, length }) => {
        const [before, after] = [
          parseSop(text).sop,
          parseSop(text.slice(0, at) + text.slice(at + length)).sop,
        ];
        fc.pre(before !== undefined && after !== undefined);
        const { changes, lines } = compareVersions(before, after, { today });
        const texts = lines.flatMap(({ is, text: line }) =>
          is === 'same' ? [] : [[is, line.trim()] as const],
        );
        const isSpace = texts.every(
          ([, line]) => texts.filter(([, other]) => other === line).length > 1 || line === '',
        );
        expect(isSpace || changes.length > 0).toBe(true);
        for (const { sentence } of changes) expect(sentence).toMatch(/[.]$/);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('compares two versions of a sample SOP within 100 ms', () => {
    const after = replaced(damagedItem, ['[$200..$1000) | any | gate', '[$250..$1000) | any | gate']);
    const [one, other] = [parseSop(damagedItem).sop, parseSop(after).sop];
    if (!one || !other) throw new Error('A sample SOP cannot be read.');
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      compareVersions(one, other, { today });
      return performance.now() - start;
    });
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(100);
  });
});
