import { describe, expect, it } from 'vitest';
import { changed, linesOf, mended, problemsOf, smallOptions } from './small-sop.ts';

const ids = ['unknown-team'];
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(...changes), { ids });

describe('a team or role that the settings do not declare', () => {
  it.each([
    [
      'an escalation',
      [': escalate to Tier 2 because "the parcel', ': escalate to Tier two because "the parcel'],
    ],
    ['a notification', ['notify Tier 2', 'notify Tier two']],
    ['a gate', ['gate Team lead "Refund?"', 'gate Tier two "Is it Tier two?"']],
    ['a judgement', ['   - Close as', '   - Judge "Does Tier two agree?" by Tier two.\n   - Close as']],
    ['an action', ['amount = order value', 'amount = order value needs Tier two']],
  ] as const)('is found in %s, at its name', (_, change) => {
    expect(found([...change])).toEqual(['error unknown-team “Tier two”']);
    const text = changed([...change]);
    const place = problemsOf(text).find(({ id }) => id === 'unknown-team')?.from ?? 0;
    expect(text.slice(place - 3, place)).toMatch(/(?:to|fy|te|by|ds) $/);
  });

  it('is not looked for where the settings are not known', () => {
    const text = changed(['notify Tier 2', 'notify Tier two']);
    expect(linesOf(text, { ids, options: { today: '2026-02-28' } })).toEqual([]);
    expect(linesOf(text, { ids, options: { today: '2026-02-28', catalogue: { systems: [] } } })).toEqual([]);
  });

  it('is not the owner', () => {
    expect(found(['owner: Support', 'owner: Somebody else'])).toEqual([]);
  });

  it('is told without case and without counting spaces', () => {
    expect(found(['notify Tier 2', 'notify tier  2'])).toEqual([]);
  });

  it('is mended with the one that was probably meant', () => {
    const text = changed(['gate Team lead', 'gate Team leed']);
    const [problem] = problemsOf(text);
    expect(problem?.message).toContain('Did you mean “Team lead”?');
    expect(problem?.fixes).toHaveLength(1);
    expect(problem && mended(text, problem)).toBe(changed());
  });

  it('is all of them where the settings declare none', () => {
    const options = { ...smallOptions, catalogue: { systems: [], teams: [] } };
    const [problem] = problemsOf(changed(), options).filter(({ id }) => id === 'unknown-team');
    expect(problem?.message).toBe(
      '“Team lead” is no team or role that the settings declare. They declare none: an admin adds them in the settings of the app.'.replace(
        'Team lead',
        'Tier 2',
      ),
    );
  });
});
