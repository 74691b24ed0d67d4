import { describe, expect, it } from 'vitest';
import type { FactType } from '../../../src/domain/facts/value.ts';
import { checkClaim } from '../../../src/systems/assistant/check-claim.ts';

const message = (text: string, from: 'customer' | 'agent' = 'customer') => ({
  id: '1',
  from,
  author: 'Sample Customer',
  text,
  at: undefined,
  attachments: [],
});

/** A claim whose quote stands in the message as it is. */
const claimed = (type: FactType, value: string, quote: string) =>
  checkClaim({ fact: 'a', value, quote }, type, [message(`Hello. ${quote} Regards`)]);

const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;
const count = { kind: 'count' } as const;
const yesNo = { kind: 'yes-no' } as const;
const date = { kind: 'date' } as const;
const dollars = { kind: 'money', currency: 'USD' } as const;
const anyMoney = { kind: 'money', currency: undefined } as const;
const duration = { kind: 'duration' } as const;
const list = { kind: 'list' } as const;
const damage = { kind: 'choice', options: ['broken', 'Wrong item'] } as const;

describe('a value that its quote says', () => {
  it.each([
    [yesNo, 'Yes', 'I will call my lawyer', true],
    [yesNo, 'no', 'please help', false],
    [damage, 'wrong item', 'you sent another one', 'Wrong item'],
    [count, '2', 'two, I mean 2 parcels', '2'],
    [number, '1,234.50', 'it weighs 1,234.5 g', '1234.5'],
    [dollars, 'USD 20', 'I paid $20.00', 'USD 20'],
    [dollars, '20', 'I paid 20 for it', 'USD 20'],
    [anyMoney, '20 EUR', 'I paid 20 EUR', 'EUR 20'],
    [date, '2026-11-03', 'on November 3rd', '2026-11-03'],
    [date, '2026-11-03', 'on the 3rd of November, 2026', '2026-11-03'],
    [date, '2026-11-03', 'seit 03.11.2026', '2026-11-03'],
    [date, '2026-11-13', 'since 11/13', '2026-11-13'],
    [date, '2026-11-03', 'since 2026-11-03', '2026-11-03'],
    [duration, '3 days', 'I waited 3 days', '3 days'],
    [text, 'RAIN jacket', 'the rain jacket is torn', 'RAIN jacket'],
    [list, 'A-1, B-2', 'orders A-1 and B-2', ['A-1', 'B-2']],
  ] as const)('%o %s in “%s”', (type, value, quote, expected) => {
    expect(claimed(type, value, quote)).toEqual(expected);
  });
});

describe('a value that its quote does not say', () => {
  it.each([
    [yesNo, 'perhaps', 'I may call my lawyer'],
    [damage, 'exploded', 'it exploded'],
    [count, '3', 'two or 2 parcels'],
    [count, '2', 'order 1002'],
    [count, '2', 'about 2.5 of them'],
    [count, '-2', 'minus -2 of them'],
    [number, '12', 'it is 12,34 long'],
    [dollars, 'USD 200', 'I paid $20'],
    [dollars, 'EUR 20', 'I paid 20'],
    [dollars, 'USD 20', 'I paid €20'],
    [dollars, 'USD 20', 'I paid $20 or €20'],
    [anyMoney, 'USD 20', 'I paid 20'],
    [date, '2026-11-03', 'yesterday'],
    [date, '2026-11-03', 'on 3/11'],
    [date, '2026-11-03', 'on November 4'],
    [date, '2026-11-03', 'on November 3, 2025'],
    [date, '2026-02-30', 'on February 30'],
    [duration, '3 weeks', 'I waited 3 days'],
    [duration, '3', 'I waited 3 days'],
    [text, 'order 1002', 'order 1001'],
    [text, '', 'order 1001'],
    [list, 'A-1, C-3', 'orders A-1 and B-2'],
    [list, ' , ', 'orders , A-1'],
  ] as const)('%o %s in “%s” is unknown', (type, value, quote) => {
    expect(claimed(type, value, quote)).toBeNull();
  });
});

describe('a quote', () => {
  const check = (quote: string, written: string, from: 'customer' | 'agent' = 'customer') =>
    checkClaim({ fact: 'a', value: 'yes', quote }, yesNo, [message(written, from)]);

  it('may differ in line breaks and in how letters are composed', () => {
    expect(check('my lawyer will call', 'I said:\nmy  lawyer\r\nwill call you')).toBe(true);
    expect(check('Mu\u0308ller', 'Hallo, M\u00fcller hier')).toBe(true);
  });

  it.each([
    ['other words', 'my lawyer', 'my friend'],
    ['another case', 'MY LAWYER', 'my lawyer'],
    ['nothing', '  ', 'my lawyer'],
  ])('with %s does not count', (_, quote, written) => {
    expect(check(quote, written)).toBeNull();
  });

  it('of an agent does not count, nor one over two messages', () => {
    expect(check('my lawyer', 'my lawyer', 'agent')).toBeNull();
    const claim = { fact: 'a', value: 'yes', quote: 'my lawyer' };
    expect(checkClaim(claim, yesNo, [message('my'), message('lawyer')])).toBeNull();
  });

  it('with a value of a megabyte is no fact', () => {
    const long = 'a'.repeat(1_000_000);
    expect(checkClaim({ fact: 'a', value: long, quote: long }, text, [message(long)])).toBeNull();
  });
});
