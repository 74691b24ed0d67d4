import { describe, expect, it } from 'vitest';
import { flowLines, flowProblems, placesIn, sopWith } from './flow-text.ts';

const locked = (bullets: string, behind = ''): readonly string[] =>
  flowLines(sopWith({ steps: [bullets, '- Close as "done".'], behind })).filter((line) =>
    line.startsWith('locked'),
  );

const table = (rows: string): string =>
  `## Decision: remedy (first match)\n\n| order value | then |\n|---|---|\n${rows}\n`;

describe('a proposal whose “only if” is no where a run comes to it', () => {
  it('stands at the proposal and says for what', () => {
    const text = sopWith({ steps: ['- Propose replacement.', '- Close as "done".'] });
    expect(placesIn(text)).toEqual(['locked-action “Propose replacement”']);
    expect(flowProblems(text)[0]).toMatchObject({
      level: 'error',
      values: {
        action: 'replacement',
        condition: 'order value < $1000',
        region: 'order value $1,000 or more',
      },
    });
  });

  it.each<readonly [string, string]>([
    ['- If order value > $500: propose replacement.\n- Else: stop.', 'order value $1,000 or more'],
    ['- If order value <= $1000: propose replacement.\n- Else: stop.', 'order value exactly $1,000'],
    ['- If order value < $200: stop.\n- Propose replacement.', 'order value $1,000 or more'],
    [
      '- If order value < $200: stop.\n- Else if stock available: stop.\n- Else: propose replacement.',
      'order value $1,000 or more, stock available no',
    ],
    ['- Get order value.\n- Propose replacement.', 'order value $1,000 or more'],
    ['- Hold for 1 hour.\n- Propose replacement.', 'order value $1,000 or more'],
    ['- Gate Team lead "x".\n- If refused: propose replacement.', 'order value $1,000 or more'],
    [
      '- If order value > $2000: stop.\n- Propose full refund.\n- On rejection of full refund: propose replacement.',
      'order value $1,000 to $2,000',
    ],
    ['- If photo attached: stop.\n- Propose exchange.', 'photo attached no'],
  ])('is found: %s', (bullets, region) => {
    expect(locked(bullets)).toEqual([`locked-action ${region}`]);
  });

  it.each([
    '- If order value < $1000: propose replacement.\n- Else: stop.',
    '- If order value >= $1000: stop.\n- Else: propose replacement.',
    '- If order value >= $1000: stop.\n- Propose replacement.',
    '- If order value >= $900 and stock available: stop.\n- If order value >= $1000: stop.\n- Propose replacement.',
    '- If not photo attached: ask the customer "Please send a photo." and hold until photo attached.\n- Propose exchange.',
    '- If order value >= $1000: escalate to Tier 2 because "x".\n- Get order value.\n- Propose replacement.',
    '- If not photo attached: ask the customer "Please send a photo.".\n- Propose exchange.',
    '- If order value >= $1000: hold for 1 day and notify Logistics.\n- Propose replacement.',
    '- If order value < $200: add tag "a".\n- Propose full refund.',
    '- If order value > $500: go to step 2.\n- Propose replacement.',
    '- On failure of shopify: propose replacement.',
  ])('is not found: %s', (bullets) => {
    expect(locked(bullets)).toEqual([]);
  });

  it('is found in a row, with the guards before the table', () => {
    const rows = '| < $100 | stop |\n| any | propose replacement |';
    expect(locked('- Decide remedy.', table(rows))).toEqual(['locked-action order value $1,000 or more']);
    expect(locked('- If order value >= $1000: stop.\n- Decide remedy.', table(rows))).toEqual([]);
    expect(locked('- If order value > $1000: stop.\n- Decide remedy.', table(rows))).toEqual([
      'locked-action order value exactly $1,000',
    ]);
  });

  it('is found in an edge case and behind one', () => {
    const edge = (condition: string, body: string): string =>
      `## Edge cases\n\n- When ${condition}: ${body}\n`;
    expect(locked('- Add note "x".', edge('order value > $500', 'propose replacement.'))).toEqual([
      'locked-action order value $1,000 or more',
    ]);
    expect(locked('- Propose replacement.', edge('order value >= $1000', 'stop.'))).toEqual([]);
    expect(locked('- Propose replacement.', edge('order value > $1000', 'stop.'))).toEqual([
      'locked-action order value exactly $1,000',
    ]);
  });

  it('is named once where two proposals of it follow each other', () => {
    expect(locked('- Propose replacement.\n- Propose replacement.')).toHaveLength(1);
  });

  it('in the line for another action that failed, is found where that one is proposed', () => {
    const line = '- On failure of full refund: propose replacement.';
    const bullets = (condition: string): string =>
      `- If ${condition}: propose full refund.\n- Else: stop.\n${line}`;
    expect(locked(bullets('order value < $1000'))).toEqual([]);
    expect(locked(bullets('order value <= $1000'))).toEqual(['locked-action order value exactly $1,000']);
  });

  it('is not spoken of where a mistake may have opened the way', () => {
    expect(locked('- If order valu >= $1000: stop.\n- Propose replacement.')).toEqual([]);
  });
});
