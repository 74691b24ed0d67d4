import { describe, expect, it } from 'vitest';
import { bodyOf, problemLines, withBullets } from './sop-text.ts';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';

const mistakes: readonly (readonly [bullets: string, ...problems: string[]])[] = [
  ['- Propose ful refund', 'error unknown-action “ful refund” → full refund'],
  ['- Propose full refund if they insist', 'error unknown-action “full refund if they insist” → full refund'],
  ['- Get orders and propose ful refund', 'error unknown-action “ful refund” → full refund'],
  [
    '- Propose ful refund and decide remdy',
    'error unknown-action “ful refund” → full refund',
    'error unknown-table “remdy” → remedy',
  ],
  ['- Decide remdy', 'error unknown-table “remdy” → remedy'],
  ['- Draft reply pleas wait', 'error unknown-reply “pleas wait” → please wait'],
  ['- Draft reply "Hello {ordr value}"', 'error unknown-fact “{ordr value}” → order value'],
  ['- Add note "Hello {order value"', 'error syntax “{”'],
  ['- Get order valu, orders', 'error unknown-fact “order valu” → order value'],
  ['- Get shoe size', 'error unknown-fact “shoe size”'],
  ['- Extract leagl threat from the message', 'error unknown-fact “leagl threat” → legal threat'],
  ['- Go to step 9', 'error unknown-step “9”'],
  ['- Go to step 1', 'error loop-without-limit “1”'],
  ['- Set zendesk.ticket.priority to order value + 3 days', 'error type-mismatch “order value + 3 days”'],
  ['- Set zendesk.ticket.status', 'error syntax “zendesk.ticket.status”'],
  ['- Set shopify.order.note to "x"', 'error syntax “shopify.order.note”'],
  ['- Hold for 3 months', 'error syntax “3 months”'],
  ['- Hold until legal thret', 'error unknown-fact “legal thret” → legal threat'],
  ['- Propose full refund. [P9]', 'warning undefined-evidence “[P9]” → P1'],
  ['- Call them and propose full refund', 'error syntax “propose full refund”'],
  ['- ropose full refund', 'error syntax “ropose” → propose'],
  ['- If order valu < $200: propose full refund', 'error unknown-fact “order valu” → order value'],
  ['- If the customer insists: propose full refund', 'error unknown-fact “the customer insists”'],
  ['- If they insist: escalate to Tier 2', 'error unknown-fact “they insist”'],
  ['- If **order valu** < `$200`: stop', 'error unknown-fact “order valu” → order value'],
  ['- If order value \\* 2 < legal thret: stop', 'error unknown-fact “legal thret” → legal threat'],
  ['- If order value: stop', 'error not-a-condition “order value”'],
  ['- If order value < 200 EUR: stop', 'error currency-mismatch “order value < 200 EUR”'],
  ['- If carrier status = "los": stop', 'error not-a-choice “"los"” → lost'],
  ['- If legal threat: stop and propse full refund', 'error syntax “propse” → propose'],
  ['- If legal threat: if order value > $3: stop', 'error syntax “if order value > $3: stop”'],
  ['- Unless legal threat: propose full refund', 'error syntax “propose full refund”'],
  ['- f order value < $200: propose full refund', 'error syntax “propose full refund”'],
  ['- hen legal threat: stop', 'error syntax “hen legal threat”'],
  ['- When legal threat: stop', 'error syntax “When legal threat: stop”'],
  ['- If order value < $200', 'error syntax “If order value < $200”'],
  ['- If order value < $200:', 'error syntax “If order value < $200:”'],
  ['- If legal threat: stop\n- Else:', 'error syntax “Else:”'],
  ['- Else: stop', 'error syntax “Else: stop”'],
  ['- Else if legal threat: stop', 'error syntax “Else if legal threat: stop”'],
  ['- If unknown: stop', 'error syntax “If unknown: stop”'],
  ['- If refused: stop', 'error syntax “If refused: stop”'],
  ['- If legal threat: stop\n- Stop.\n- Else: stop', 'error syntax “Else: stop”'],
  ['- If legal threat: stop\n- Else: stop\n- Otherwise: get orders', 'error syntax “Otherwise: get orders”'],
  [
    '- If legal threat: stop\n- Else: stop\n- Else if order value > $3: stop',
    'error syntax “Else if order value > $3: stop”',
  ],
  [
    '- If legal threat: stop\n- If unknown: stop\n- If unknown: get orders',
    'error syntax “If unknown: get orders”',
  ],
  ['- Gate A\n- If refused: stop\n- If refused: get orders', 'error syntax “If refused: get orders”'],
  ['- On failure of strip: stop', 'error unknown-action “strip” → stripe'],
  ['- On rejection of stripe: stop', 'error unknown-action “stripe”'],
  ['- On failure of stripe: retry a lot, then stop', 'error syntax “retry a lot, then stop”'],
  ['- On failure of stripe: retry twice', 'error syntax “retry twice”'],
  ['- Notify Payments.- On failure of stripe: stop', 'error syntax “On failure of stripe: stop”'],
];

describe('an instruction with a mistake is an error and never a manual step', () => {
  it.each(mistakes)('%s', (bullets, ...problems) => {
    expect(problemLines(withBullets(bullets))).toEqual(problems);
  });

  it('in the words of the people who write SOPs', () => {
    const [problem] = parseSop(withBullets('- If order value < $200: propose ful refund')).problems;
    expect(problem?.message).toBe('“ful refund” is not an action of the header. Did you mean “full refund”?');
  });

  it('all at once, in the order of the document', () => {
    expect(
      problemLines(withBullets('- Propose ful refund\n- If order valu > $3: decide remdy\n- Go to step 7')),
    ).toEqual([
      'error unknown-action “ful refund” → full refund',
      'error unknown-fact “order valu” → order value',
      'error unknown-table “remdy” → remedy',
      'error unknown-step “7”',
    ]);
  });

  it('stays in the document as text', () => {
    const [instruction] = bodyOf('- If order valu > $3: stop\n- Else: stop').instructions;
    expect(instruction).toMatchObject({
      kind: 'manual',
      path: '1.1',
      text: 'If order valu > $3: stop - Else: stop',
    });
  });

  it('is a warning where a note reads like an instruction that lost its bullet', () => {
    expect(problemLines(withBullets('- Get orders\n\n  Gate Team lead "Sure?"\n\n- Stop'))).toEqual([
      'warning syntax “Gate Team lead "Sure?"”',
    ]);
  });
});
