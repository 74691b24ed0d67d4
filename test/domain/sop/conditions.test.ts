import { describe, expect, it } from 'vitest';
import { bodyOf, outline, problemLines, withBullets } from './sop-text.ts';

const wholeChain = [
  '1.1 if',
  '  [order value < $200]',
  '    1.1>1.1 propose',
  '  [carrier status = "lost"]',
  '    1.1>2.1 gate',
  '    1.1>2.2 propose',
  '  [else]',
  '    1.1>else.1 stop',
  '  [unknown]',
  '    1.1>unknown.1 escalate',
];

describe('an If with its Else if, Else and If unknown', () => {
  it.each([
    [
      'in bullets of one list',
      `- If order value < $200: propose full refund.
- Else if carrier status = "lost": gate Team lead "Sure?" and propose full refund.
- Else: stop.
- If unknown: escalate to Tier 2.`,
    ],
    [
      'in one bullet',
      '- If order value < $200: propose full refund. Else if carrier status = "lost": gate Team lead "Sure?" and propose full refund. Else: stop. If unknown: escalate to Tier 2.',
    ],
    [
      'with other words',
      `- IF order value < $200 THEN propose full refund; otherwise, if carrier status = "lost" then gate Team lead “Sure?”, then propose full refund
- otherwise stop
- if unknown, escalate to Tier 2`,
    ],
    [
      'in nested bullets',
      `- If order value < $200:
  - Propose full refund.
- Else if carrier status = "lost", then:
  - Gate Team lead "Sure?"
  - Propose full refund
- Else
  - Stop
- If unknown:
  1. Escalate to Tier 2`,
    ],
    [
      'with a handler between',
      `- If order value < $200: propose full refund.
- Else if carrier status = "lost": gate Team lead "Sure?" and propose full refund.
- On rejection of full refund: stop
- Else: stop.
- If unknown: escalate to Tier 2.`,
    ],
  ])('is one instruction %s', (_, bullets) => {
    const { instructions } = bodyOf(bullets);
    expect(outline({ instructions, handlers: [] })).toEqual(wholeChain);
    expect(problemLines(withBullets(bullets))).toEqual([]);
  });

  it.each<readonly [string, string]>([
    ['- If legal threat: stop', 'legal threat'],
    ['- If legal threat then stop', 'legal threat'],
    ['- If legal threat, stop', 'legal threat'],
    ['- If order value in ($1, $2), stop', 'order value in ($1, $2)'],
    ['- If terms and conditions = "a: b then c": stop', 'terms and conditions = "a: b then c"'],
    ['- If (if legal threat then 1 else 2) > 1 then stop', '(if legal threat then 1 else 2) > 1'],
    ['- If if legal threat then 1 else 2 > 1 then stop', 'if legal threat then 1 else 2 > 1'],
    ['- If order value in [$1..$5): stop', 'order value in [$1..$5)'],
    ['- If legal threat or\n  order value > $3: stop', 'legal threat or\n     order value > $3'],
    ['- If order value > $500, call the customer', 'order value > $500'],
  ])('%s ends where its condition ends', (bullet, condition) => {
    const [instruction] = bodyOf(bullet).instructions;
    expect(instruction?.kind === 'if' && instruction.branches[0]?.condition.text).toBe(condition);
  });

  it('leaves the else of an expression alone', () => {
    const lines = outline(
      bodyOf(
        '- If legal threat: set zendesk.ticket.field "x" to if order value > $3 then "a" else "b". Else: stop.',
      ),
    );
    expect(lines).toEqual([
      '1.1 if',
      '  [legal threat]',
      '    1.1>1.1 set',
      '  [else]',
      '    1.1>else.1 stop',
    ]);
  });

  it('goes on numbering behind what stands on its line', () => {
    const lines = outline(
      bodyOf('- If legal threat: get orders and get order value\n  - Stop.\n  - Notify A and stop'),
    );
    expect(lines.slice(2)).toEqual([
      '    1.1>1.1 get',
      '    1.1>1.2 get',
      '    1.1>1.3 stop',
      '    1.1>1.4.1 notify',
      '    1.1>1.4.2 stop',
    ]);
  });

  it('nests', () => {
    const lines = outline(
      bodyOf('- If legal threat:\n  - If order value > $3: stop\n  - Else:\n    - Get orders\n    - Stop'),
    );
    expect(lines).toEqual([
      '1.1 if',
      '  [legal threat]',
      '    1.1>1.1 if',
      '      [order value > $3]',
      '        1.1>1.1>1.1 stop',
      '      [else]',
      '        1.1>1.1>else.1 get',
      '        1.1>1.1>else.2 stop',
    ]);
  });

  it('may have prose to do', () => {
    expect(outline(bodyOf('- If order value < $200: be nice.'))).toEqual([
      '1.1 if',
      '  [order value < $200]',
      '    1.1>1.1 manual: be nice.',
    ]);
  });

  it('points at the whole of it', () => {
    const bullets = '- If legal threat: stop.\n- Else:\n  - Get orders';
    const text = withBullets(bullets);
    const [chain] = bodyOf(bullets).instructions;
    expect(text.slice(chain?.span.from, chain?.span.to)).toBe(
      'If legal threat: stop.\n   - Else:\n     - Get orders',
    );
    const otherwise = chain?.kind === 'if' ? chain.otherwise : undefined;
    expect(text.slice(otherwise?.span.from, otherwise?.span.to)).toBe('Else:\n     - Get orders');
  });

  it('ends at a bullet that is none of it', () => {
    expect(outline(bodyOf('- If legal threat: stop.\n- Get orders.\n- If legal threat: stop.'))).toEqual([
      '1.1 if',
      '  [legal threat]',
      '    1.1>1.1 stop',
      '1.2 get',
      '1.3 if',
      '  [legal threat]',
      '    1.3>1.1 stop',
    ]);
  });
});

describe('If refused', () => {
  it.each([
    ['in the next bullet', '- Gate Team lead "Sure?" and propose full refund.\n- If refused: stop.', '1.1.1'],
    [
      'at the end of the bullet',
      '- Gate Team lead "Sure?" and propose full refund. If refused: stop.',
      '1.1.1',
    ],
    ['some bullets later', '- Judge "Sure?"\n- Get orders\n- If refused, stop', '1.1'],
    ['below the gate', '- Gate Team lead\n  - If refused: stop', '1.1'],
    [
      'behind an If',
      '- If legal threat: gate Team lead and propose full refund.\n- Else: get orders.\n- If refused:\n  - Stop.',
      '1.1>1.1',
    ],
    [
      'inside an If',
      '- If legal threat: gate Team lead and stop. If refused: stop. Else: get orders.',
      '1.1>1.1',
    ],
  ])('belongs to the gate before it: %s', (_, bullets, path) => {
    const lines = outline(bodyOf(bullets)).map((line) => line.trim());
    expect(lines).toContain(`${path}>refused.1 stop`);
    expect(problemLines(withBullets(bullets))).toEqual([]);
  });

  it('belongs to the nearest one', () => {
    const lines = outline(bodyOf('- Gate Team lead\n- Judge "Sure?"\n- If refused: stop'));
    expect(lines).toEqual(['1.1 gate', '1.2 judge', '  [refused]', '    1.2>refused.1 stop']);
  });
});

describe('handlers', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      '- On failure of stripe: hold for 1 hour and notify Payments.',
      ['1.1 on-failure stripe', '  1.1>failed.1 hold-for', '  1.1>failed.2 notify'],
    ],
    [
      '- on failure of EasyPost: retry once after 2 minutes, then stop.',
      ['1.1 on-failure easypost retry 1 after 120 s', '  1.1>failed.1 stop'],
    ],
    [
      '- On failure of full refund: retry twice, then stop',
      ['1.1 on-failure full refund retry 2 after 0 s', '  1.1>failed.1 stop'],
    ],
    [
      '- On failure of zendesk: retry 4 times after 1.5 hours; stop',
      ['1.1 on-failure zendesk retry 4 after 5400 s', '  1.1>failed.1 stop'],
    ],
    [
      '- On rejection of full refund: draft reply please wait',
      ['1.1 on-rejection full refund', '  1.1>rejected.1 draft-reply'],
    ],
    [
      '- On failure of stripe:\n  - Get orders\n  - Stop',
      ['1.1 on-failure stripe', '  1.1>failed.1 get', '  1.1>failed.2 stop'],
    ],
  ])('%s', (bullet, lines) => {
    expect(outline(bodyOf(bullet))).toEqual(lines);
    expect(problemLines(withBullets(bullet))).toEqual([]);
  });

  it('of a branch stay in the branch', () => {
    const lines = outline(
      bodyOf('- If legal threat:\n  - Propose full refund\n  - On failure of full refund: stop'),
    );
    expect(lines.slice(2)).toEqual([
      '    1.1>1.1 propose',
      '    1.1>1.2 on-failure full refund',
      '      1.1>1.2>failed.1 stop',
    ]);
  });
});
