import { describe, expect, test } from 'vitest';
import { wholeSentence } from '../../../src/ui/values/whole-sentence.ts';

const source = `## Steps

1. **Decide.** Some words about it. [P1]
   - If order value < $200 and prior
     chargebacks = 0: propose full refund. [P2]
   - If the parcel is lost: [P1]
     - [ ] Propose reship.

     - Add tag "lost".
   - Decide remedy.

2. Propose store credit.

## Decision: remedy

| carrier status | order value | then |
|:--|---|---|
| lost | < $200 | propose full refund |
| any | "a\\|b" | **escalate** to Tier 2 |

## Edge cases

- When legal threat: escalate to Legal. [P3]

## Reply: a | b

Hello | there, take full care.
`;

function sentenceOf(piece: string): string {
  const from = source.indexOf(piece);
  expect(from).not.toBe(-1);
  return wholeSentence(source, { from, to: from + piece.length });
}

describe('the sentence of the SOP that asks for something', () => {
  test.each([
    [
      'is the whole bullet, over its lines, without marks and citations',
      'propose full refund. [P2]',
      'If order value < $200 and prior chargebacks = 0: propose full refund.',
    ],
    [
      'is the same from its first line',
      'If order value',
      'If order value < $200 and prior chargebacks = 0: propose full refund.',
    ],
    ['has the condition above a nested bullet', 'Propose reship', 'If the parcel is lost: Propose reship.'],
    ['has it over a blank line too', 'Add tag', 'If the parcel is lost: Add tag "lost".'],
    ['stops before the next bullet', 'Decide remedy', 'Decide remedy.'],
    ['is a step that has no bullets', 'store credit', 'Propose store credit.'],
    ['is the row of a table, cell by cell', '| lost | < $200', 'lost · < $200 · propose full refund'],
    ['is the row around one of its cells', 'escalate** to', 'any · "a|b" · escalate to Tier 2'],
    ['is the line of an edge case', 'escalate to Legal', 'When legal threat: escalate to Legal.'],
    ['is the place itself outside lists and tables', 'take full care', 'take full care'],
  ])('%s', (_, piece, sentence) => {
    expect(sentenceOf(piece)).toBe(sentence);
  });

  test('takes in every bullet that the place covers', () => {
    const from = source.indexOf('If the parcel is lost');
    const to = source.indexOf('Add tag') + 'Add tag "lost".'.length;
    expect(wholeSentence(source, { from, to })).toBe(
      'If the parcel is lost: Propose reship. Add tag "lost".',
    );
  });
});
