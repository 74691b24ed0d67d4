import { describe, expect, it } from 'vitest';
import { changed, linesOf, problemsOf } from './small-sop.ts';

const ids = ['vague'];
const withBullet = (bullet: string): string => changed(['   - Close as', `   - ${bullet}\n   - Close as`]);

describe('vague words', () => {
  it.each([
    ['Refund a small amount, if appropriate.', ['small amount', 'if appropriate']],
    ['Draft reply "apologise as needed"', ['as needed']],
  ])('are found in a bullet that leaves a decision open: %s', (bullet, words) => {
    expect(linesOf(withBullet(bullet), { ids })).toEqual(words.map((word) => `warning vague “${word}”`));
  });

  it('are found below “Edge cases” too', () => {
    const text = changed([
      '- On failure of easypost',
      '- Be careful with loyal customers.\n- On failure of easypost',
    ]);
    expect(linesOf(text, { ids })).toEqual(['warning vague “loyal customers”']);
  });

  it.each([
    'Tell the customer "we will write soon".',
    'Judge "Is the amount reasonable?"',
    'Gate Team lead "Is that appropriate?"',
    'Ask the customer "Did you receive it recently?"',
    'Notify Legal "A serious case"',
    'Add note "usually a lost parcel"',
  ])('may stand in what people are told or asked: %s', (bullet) => {
    expect(linesOf(withBullet(bullet), { ids })).toEqual([]);
  });

  it('may stand in notes, replies and reasons', () => {
    const text = changed(
      ['**Tell.**', '**Tell.** Usually a day later.'],
      ['Hello {requester name}', 'We will write soon, {requester name}'],
      ['"above the limit"', '"an unusual amount"'],
    );
    expect(linesOf(text, { ids })).toEqual([]);
  });

  it('may stand in a name that the header declares', () => {
    const name = (words: string): readonly string[] =>
      linesOf(
        changed(
          ['  legal threat:', '  recent orders: count from shopify.customer.orders_count\n  legal threat:'],
          ['   - Close as', `   - Look at ${words}.\n   - Close as`],
        ),
        { ids },
      );
    expect(name('the recent orders')).toEqual([]);
    expect(name('the recent returns')).toEqual(['warning vague “recent”']);
  });

  it('say what they leave open, and what to write', () => {
    const problem = problemsOf(withBullet('Call them soon.')).find(({ id }) => id === 'vague');
    expect(problem?.message).toBe(
      '“soon” leaves open how long, or when. Write a duration such as “4 hours” or “2 days”, or a date.',
    );
    expect(problem?.values).toMatchObject({ text: 'soon' });
  });
});
