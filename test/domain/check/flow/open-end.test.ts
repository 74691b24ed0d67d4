import { describe, expect, it } from 'vitest';
import { errorsIn, flowProblems, mended, sopWith } from './flow-text.ts';

const openEnds = (text: string) => flowProblems(text).filter(({ id }) => id === 'open-end');
const regions = (text: string): readonly string[] =>
  openEnds(text).map(({ values }) => values['region'] ?? 'always');
const place = (text: string): readonly string[] => openEnds(text).map(({ from, to }) => text.slice(from, to));

describe('a path without an outcome', () => {
  it('is named at the last step where nothing decides', () => {
    const text = sopWith({ steps: ['- Add note "a".', '- Add note "b".'] });
    expect(place(text)).toEqual(['2. **Step 2.**']);
    expect(regions(text)).toEqual(['always']);
    expect(openEnds(text)[0]?.level).toBe('error');
  });

  it.each<readonly [string, string, string]>([
    ['- If stock available: stop.', 'stock available no', 'If stock available: stop.'],
    ['- If stock available: stop.\n- Else: add tag "x".', 'stock available no', 'Else: add tag "x".'],
    [
      '- If stock available: add tag "x".\n- Else: stop.',
      'stock available yes',
      'If stock available: add tag "x".',
    ],
    [
      '- If order value < $200: stop.\n- Else if order value > $200: stop.',
      'order value exactly $200',
      'If order value < $200: stop.',
    ],
    ['- If stock available: stop.\n- Draft reply "x".', 'stock available no', '1. **Step 1.**'],
    [
      '- If stock available: stop.\n- If not photo attached: stop.',
      'stock available no, photo attached yes',
      'If not photo attached: stop.',
    ],
  ])('is named where it falls through: %s', (bullets, region, words) => {
    const text = sopWith({ steps: [bullets] });
    expect(regions(text)).toEqual([region]);
    expect(place(text)).toContain(words);
  });

  it('is one behind a line that answers for an unknown fact', () => {
    const text = sopWith({
      steps: ['- If stock available: stop.\n- Else: stop.\n- If unknown: add tag "x".'],
    });
    expect(openEnds(text)).toMatchObject([{ values: {} }]);
    expect(openEnds(text)[0]?.message).toContain('Where a fact is missing, nothing ends the run');
    expect(place(text)).toEqual(['If unknown: add tag "x".']);
  });

  it.each([
    ['- Stop.'],
    ['- Escalate to Tier 2 because "x".'],
    ['- If stock available: stop.\n- Else: close as "x".'],
    ['- If stock available: stop.\n- Else if not stock available: stop.'],
    ['- If order value < $200: stop.\n- If order value >= $200: stop.'],
    ['- Gate Team lead "x".\n- If refused: add note "y".\n- Stop.'],
    ['- If stock available: hold for 1 hour.\n- Else: stop.'],
    ['- If not photo attached: hold until photo attached.\n- Stop.'],
    ['- Add note "x".\n- On failure of stripe: add note "y".\n- Close as "x".'],
    ['- Decide remedy.'],
  ])('is none: %s', (bullets) => {
    const behind =
      '## Decision: remedy (first match)\n\n| stock available | then |\n|---|---|\n| yes | stop |\n| no | stop |\n';
    expect(openEnds(sopWith({ steps: [bullets], behind }))).toEqual([]);
  });

  it('is one where a row of a table goes on', () => {
    const behind =
      '## Decision: remedy (first match)\n\n| stock available | then |\n|---|---|\n| yes | stop |\n| no | add note "x" |\n';
    expect(regions(sopWith({ steps: ['- Decide remedy.'], behind }))).toEqual(['stock available no']);
  });

  it('follows jumps', () => {
    const jump = (first: string): string => sopWith({ steps: [first, '- Stop.', '- Add note "x".'] });
    expect(regions(jump('- If stock available: go to step 3.'))).toEqual(['always']);
    expect(regions(sopWith({ steps: ['- Add note "x".', '- Go to step 1 at most 3 times.'] }))).toEqual([
      'always',
    ]);
    expect(
      openEnds(sopWith({ steps: ['- Add note "x".', '- Go to step 1 at most 3 times.\n- Stop.'] })),
    ).toEqual([]);
  });

  it('is none where what comes before has settled all other cases', () => {
    const text = (second: string): string =>
      sopWith({ steps: ['- If order value < $200: stop.', `- If order value ${second}: stop.`] });
    expect(openEnds(text('>= $200'))).toEqual([]);
    expect(regions(text('> $200'))).toEqual(['order value exactly $200']);
  });

  it('goes on behind the body of an edge case', () => {
    const behind = '## Edge cases\n\n- When legal threat: add note "x".\n';
    expect(regions(sopWith({ steps: ['- If legal threat: stop.'], behind }))).toEqual(['legal threat no']);
    expect(
      openEnds(
        sopWith({ steps: ['- If not legal threat: stop.'], behind: behind.replace('add note "x"', 'stop') }),
      ),
    ).toEqual([]);
  });

  it('is mended by an Else', () => {
    const text = sopWith({ steps: ['- If stock available: escalate to Tier 2 because "x".'] });
    expect(errorsIn(mended(text, 'open-end'))).toEqual([]);
  });

  it('is not spoken of where a mistake may have made it', () => {
    expect(openEnds(sopWith({ steps: ['- If stock availabl: stop.\n- Else: stop.'] }))).toEqual([]);
  });

  it('is none in a brief on an account that is written', () => {
    const brief = (kind: string): string =>
      sopWith({
        steps: ['- Write "How the account is doing".'],
        change: (text) => text.replace('review_every', `for: ${kind}\nreview_every`),
      });
    expect(openEnds(brief('organization'))).toEqual([]);
    expect(openEnds(brief('ticket'))).toHaveLength(1);
  });

  it('is none in a checklist', () => {
    expect(openEnds('# Refunds\n\n- Call the customer.\n- Be kind.\n')).toEqual([]);
    expect(openEnds(sopWith({ steps: ['- Call the customer.\n- Add tag "called".'] }))).toEqual([]);
    expect(openEnds(sopWith({ steps: ['- Call the customer.\n- If stock available: stop.'] }))).toHaveLength(
      1,
    );
  });
});
