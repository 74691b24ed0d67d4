import { expect, it } from 'vitest';
import { changed, linesOf } from './small-sop.ts';

const ids = ['escalation-without-reason'];

it.each([
  ['a bullet', ' because "the parcel is not lost"', 'escalate to Tier 2'],
  ['a row', ' because "above the limit"', 'escalate to Payments'],
  ['an edge case', ' because "the customer mentions a lawyer"', 'escalate to Legal'],
  ['a failure', ' because "the shop is down"', 'escalate to Tier 2'],
])('an escalation in %s needs a reason', (_, reason, words) => {
  expect(linesOf(changed([reason, '']), { ids })).toEqual([`warning escalation-without-reason “${words}”`]);
  expect(linesOf(changed([reason, ' because " "']), { ids })).toEqual([
    `warning escalation-without-reason “${words} because " "”`,
  ]);
});

it('a fact can be the reason', () => {
  expect(linesOf(changed(['"the parcel is not lost"', '"{carrier status}"']), { ids })).toEqual([]);
});
