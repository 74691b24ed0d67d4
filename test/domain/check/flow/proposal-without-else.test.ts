import { describe, expect, it } from 'vitest';
import { errorsIn, flowProblems, mended, sopWith, withBullets } from './flow-text.ts';

const found = (text: string) => flowProblems(text).filter(({ id }) => id === 'proposal-without-else');

describe('an If that proposes something and has no Else', () => {
  it.each([
    ['- If order value < $200: propose full refund.', 'order value $200 or more'],
    [
      '- If order value < $200:\n  - If stock available: propose full refund.\n  - Else: add tag "x".',
      'order value $200 or more',
    ],
    [
      '- If order value < $200: add tag "x".\n- Else if order value > $200: propose full refund.',
      'order value exactly $200',
    ],
    ['- If stock available: propose full refund.\n- If unknown: stop.', 'stock available no'],
    ['- If stock available: decide remedy.', 'stock available no'],
    [
      '- If photo attached: stop.\n- Else: stop.\n- If unknown:\n  - If stock available: propose full refund.',
      'stock available no',
    ],
  ])('is found: %s', (bullets, region) => {
    const text = sopWith({
      steps: [bullets, '- Close as "done".'],
      behind:
        '## Decision: remedy (first match)\n\n| photo attached | then |\n|---|---|\n| any | propose full refund |\n',
    });
    expect(found(text)).toMatchObject([{ level: 'error', values: { action: 'full refund', region } }]);
    expect(found(text)[0]?.message).toContain(region);
  });

  it.each([
    '- If order value < $200: propose full refund.\n- Else: stop.',
    '- If order value < $200: propose full refund.\n- Else if order value >= $200: stop.',
    '- If order value < $200: add tag "small".',
    '- If order value >= $200: stop.\n- Propose full refund.',
    '- If order valu < $200: propose full refund.',
  ])('is not found: %s', (bullets) => {
    expect(found(withBullets(bullets))).toEqual([]);
  });

  it('is no gap besides where it has a single branch', () => {
    expect(
      flowProblems(withBullets('- If order value < $200: propose full refund.')).map(({ id }) => id),
    ).toEqual(['proposal-without-else']);
  });

  it('is also found where an earlier If lets nothing else through, because that one may change', () => {
    const text = withBullets(
      '- If order value >= $200: stop.\n- If order value < $200: propose full refund.',
    );
    expect(found(text)).toHaveLength(1);
  });
});

describe('the mend', () => {
  const handover = '- Escalate to Tier 2 because "x".';

  it.each([
    '- If order value < $200: propose full refund.',
    '- If order value < $200: propose full refund. Else if order value > $300: stop.',
    '* If order value < $200:\n  * gate Team lead "Refund?".\n  * propose full refund.\n* If unknown: stop.',
    '- Add note "x".\n- If order value < $200:\n  propose full refund.\n- Add note "y".',
    '- If stock available:\n  - If order value < $200: propose full refund.\n- Else: stop.',
  ])('adds an Else that escalates where the SOP does anyway: %s', (bullets) => {
    const text = sopWith({ steps: [bullets, handover] });
    expect(found(text)[0]?.fixes?.[0]?.title).toBe(
      'Add “Else: escalate to Tier 2 because "outside the limits of this SOP".”',
    );
    expect(errorsIn(mended(text, 'proposal-without-else'))).toEqual([]);
  });

  it.each(['\r\n', '\r'])('keeps the line ends %j', (lineEnd) => {
    const text = sopWith({
      steps: ['- If order value < $200: propose full refund.', handover],
      change: (source) => source.replaceAll('\n', lineEnd),
    });
    const after = mended(text, 'proposal-without-else');
    expect(after).toContain(`full refund.${lineEnd}   - Else: escalate to Tier 2 because`);
    expect(errorsIn(after)).toEqual([]);
  });

  it('is the same for a gap', () => {
    const text = sopWith({
      steps: [
        '- If order value < $200: draft reply "a".\n- Else if order value > $200: draft reply "b".',
        handover,
      ],
    });
    expect(errorsIn(mended(text, 'gap'))).toEqual([]);
  });

  it('is not offered where the SOP escalates to nobody', () => {
    const text = sopWith({ steps: ['- If order value < $200: propose full refund.', '- Stop.'] });
    expect(found(text)[0]?.fixes).toBeUndefined();
  });
});
