import { describe, expect, it } from 'vitest';
import { refundSop } from '../../support/sample-sops.ts';
import { withBullets } from '../sop/sop-text.ts';
import { compareTexts, damagedItem, lateParcel, replaced, sentencesOf } from './comparing.ts';

const gated = withBullets(
  ['- If order value < $200: propose full refund.', '- Else: gate Team lead and propose full refund.'].join(
    '\n',
  ),
);

describe('money', () => {
  it('says which refunds now go through without the team lead', () => {
    expect(sentencesOf(gated, ['< $200', '< $250'])).toEqual([
      '“propose full refund” now goes through without “gate Team lead” for order value $200 to under $250.',
    ]);
  });

  it('says which refunds now need the team lead', () => {
    expect(sentencesOf(gated, ['< $200', '< $150'])).toEqual([
      '“propose full refund” now needs “gate Team lead” first for order value $150 to under $200.',
    ]);
  });

  it('says that an action now happens in every case', () => {
    const [first] = sentencesOf(refundSop, [
      /   - If order value[^]*?"too much"\.\n/,
      '   - Propose full refund.\n',
    ]);
    expect(first).toBe(
      '“propose full refund” now happens in every case. With it: “close as resolved” and “draft reply sorry”. Until now: “escalate to Tier 2” or a wait for a missing fact.',
    );
  });

  it('says that it happens in every case that reaches the step, where some cases leave before', () => {
    const [first] = sentencesOf(lateParcel, [
      / {3}- If order value < \$200[^]*?a fact is missing"\.\n/,
      '   - Propose full refund.\n',
    ]);
    expect(first).toMatch(
      /^“propose full refund” now happens without “gate Team lead” in every case that reaches step 3, “Decide”\./,
    );
  });

  it('names the exact border', () => {
    expect(sentencesOf(refundSop, ['< $200', '<= $200'])).toEqual([
      '“propose full refund” now happens for order value exactly $200. With it: “close as resolved” and “draft reply sorry”. Until now: “escalate to Tier 2”.',
    ]);
  });

  it('leaves out what all cases that come to the step have in common', () => {
    expect(sentencesOf(lateParcel, ['order value < $200 and', 'order value < $250 and'])[0]).toBe(
      '“propose full refund” now happens without “gate Team lead” for order value $200 to under $250, prior chargebacks exactly 0. With it: “close as resolved”, “draft reply refund on its way” and “set Ship exception”. Until now: “escalate to Tier 2”.',
    );
  });

  it('says what happens instead of an action', () => {
    expect(sentencesOf(refundSop, ['< $200', '< $100'])).toEqual([
      '“propose full refund” no longer happens for order value $100 to under $200. Gone with it: “close as resolved” and “draft reply sorry”. Now: “escalate to Tier 2”.',
    ]);
  });

  it('says that an action happens in no case any more', () => {
    expect(sentencesOf(refundSop, ['propose full refund', 'stop'])[0]).toBe(
      '“propose full refund” no longer happens in any case. Gone with it: “close as resolved” and “draft reply sorry”. Now: “stop”.',
    );
  });

  it('tells that a gate needs an answer of another person, or no longer does', () => {
    const byAnother = gated.replace('gate Team lead', 'gate Team lead by another person');
    expect(compareTexts(gated, byAnother).changes.map(({ sentence }) => sentence)).toEqual([
      '“gate Team lead” now needs an answer “by another person”.',
    ]);
    expect(compareTexts(byAnother, gated).changes.map(({ sentence }) => sentence)).toEqual([
      '“gate Team lead” no longer needs an answer “by another person”.',
    ]);
  });

  it('does not call another role at a gate mere wording', () => {
    expect(sentencesOf(lateParcel, ['gate Team lead', 'gate Finance'])).toHaveLength(1);
  });

  it('says that an action is proposed a second time', () => {
    expect(
      sentencesOf(refundSop, [
        '   - Draft reply sorry.',
        '   - Propose full refund.\n   - Draft reply sorry.',
      ]),
    ).toEqual(['“propose full refund” a second time now happens in every case that reaches step 2, “Tell”.']);
  });

  it.each([
    [
      'another role at the gate',
      [['gate Team lead', 'gate Finance']],
      '“propose full refund” now needs “gate Finance” instead of “gate Team lead” for order value $200 or more; or prior chargebacks 1 or more.',
    ],
    [
      'another amount',
      [['amount = order value', 'amount = order value * 50 %']],
      'The amount of “full refund” is now “order value * 50 %” instead of “order value”.',
    ],
    [
      'a role that must approve',
      [['amount = order value', 'amount = order value needs Finance']],
      '“full refund” now needs the approval of Finance.',
    ],
    [
      'a new lock',
      [['amount = order value', 'amount = order value only if order value < $500']],
      'The lock of “full refund” is new: only if “order value < $500”.',
    ],
  ] as const)('tells %s', (_, edits, sentence) => {
    expect(sentencesOf(lateParcel, ...edits)).toContain(sentence);
  });

  it('tells a lock that is gone, also where a table keeps the cases away from it', () => {
    expect(sentencesOf(damagedItem, [' only if order value < $1000', ''])).toEqual([
      'The lock of “full refund” is gone: it was only if “order value < $1000”.',
    ]);
  });

  it('tells where a lock opens now and what follows', () => {
    expect(sentencesOf(damagedItem, ['only if order value < $1000', 'only if order value <= $800'])).toEqual([
      '“propose full refund” no longer happens for order value over $800 to under $1,000. Gone with it: “close as resolved” and “draft reply: what we will do about the damaged item, outc…”. Now: a stop at the lock of “full refund” and “escalate to Payments”.',
      'The lock of “full refund” is now “order value <= $800” instead of “order value < $1000”: it no longer opens for order value over $800 to under $1,000.',
    ]);
  });

  it('tells a judgement that is gone once for each action, wherever it happens', () => {
    expect(sentencesOf(damagedItem, [/ {3}- Judge.*\n/, ''], [/ {3}- If refused.*\n/, ''])).toEqual([
      '“propose full refund” now goes through without “judge by Tier 1”.',
      '“propose partial refund” now goes through without “judge by Tier 1”.',
      '“propose replacement” now goes through without “judge by Tier 1”.',
      '“judge by Tier 1” no longer happens in any case.',
      'If “judge by Tier 1” is answered no in step 2, “Photo”: “escalate to Tier 2” no longer happens in any case.',
    ]);
  });

  it('comes before everything else, and what concerns missing facts after what concerns known ones', () => {
    const { changes } = compareTexts(
      lateParcel,
      replaced(
        lateParcel,
        ['version: 5', 'version: 6'],
        ['< $200 and', '< $250 and'],
        ['five to ten working days', 'three working days'],
      ),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['action', 'action', 'escalation', 'reply', 'header']);
    expect(changes[1]?.sentence).toContain('prior chargebacks unknown');
  });
});

describe('ways through the SOP', () => {
  it('tells a way that is barred later with what it leads to', () => {
    expect(sentencesOf(lateParcel, ['(orders in dispute) > 1', '(orders in dispute) > 2'])).toContain(
      '“escalate to Payments” no longer happens for count(orders in dispute) exactly 2. Now, depending on the case: “propose full refund”, “gate Team lead”, “escalate to Tier 2”, a wait for a missing fact, “close as not late yet” or “close as resolved”.',
    );
  });

  it.each([
    [
      'another team',
      [['escalate to Tier 2 because "outside', 'escalate to Tier 3 because "outside']],
      '“escalate to Tier 3” now happens for order value $200 or more, carrier status other than lost; or prior chargebacks 1 or more, carrier status other than lost. Until now: “escalate to Tier 2”.',
    ],
    [
      'another reason',
      [['"several orders in dispute"', '"two disputes"']],
      '“escalate to Payments” now says “two disputes” instead of “several orders in dispute”.',
    ],
    [
      'another question at a gate',
      [['Refund?"', 'Pay?"']],
      '“gate Team lead” now asks “Lost parcel, but chargebacks or $200 and more. Pay?” instead of “Lost parcel, but chargebacks or $200 and more. Refund?”.',
    ],
    [
      'another value of a field',
      [['"resolved-refunded"', '"refunded"']],
      '“set Ship exception” now sets it to “"refunded"” instead of “"resolved-refunded"”.',
    ],
    [
      'another outcome',
      [['Close as "resolved"', 'Close as "done"']],
      '“close as done” now happens in every case that reaches step 4, “Tell the customer”. Until now: “close as resolved”.',
    ],
    [
      'a new edge case',
      [
        [
          '## Edge cases\n\n',
          '## Edge cases\n\n- When ticket tags contains "vip": escalate to VIP desk because "vip".\n',
        ],
      ],
      '“escalate to VIP desk” now happens for ticket tags contains "vip".',
    ],
  ] as const)('tells %s', (_, edits, sentence) => {
    expect(
      sentencesOf(lateParcel, ...edits).map((found) => found.replace(/ Until now, depending.*/, '')),
    ).toContain(sentence);
  });

  it('tells what a new row of a table takes from those below it', () => {
    expect(
      sentencesOf(damagedItem, [/(\| scratched \| < \$50.*\n)(\| any \| < \$200 \| yes.*\n)/, '$2$1'])[0],
    ).toBe(
      '“propose replacement” now happens behind “judge by Tier 1” for damage kind scratched, order value under $50, stock available yes. Until now: “propose partial refund”.',
    );
  });
});

describe('replies', () => {
  it('tells another text by the words that differ', () => {
    expect(sentencesOf(lateParcel, ['five to ten working days', 'three working days'])).toEqual([
      'The reply “refund on its way” now says “take three working days” instead of “take five to ten working days”.',
    ]);
  });

  it('tells a reply that is added and not used', () => {
    expect(
      sentencesOf(refundSop, ['## Reply: sorry', '## Reply: thanks\n\nThank you.\n\n## Reply: sorry']),
    ).toEqual(['The reply “thanks” is new, and nothing uses it.']);
  });
});

describe('failures', () => {
  it.each([
    [
      'other retries',
      lateParcel,
      [['retry twice after 5', 'retry 4 times after 10']],
      'If shopify fails: it is now tried again 4 times after 10 minutes instead of twice after 5 minutes.',
    ],
    [
      'a line that is gone',
      damagedItem,
      [[/- On failure of stripe.*\n/, '']],
      'If stripe fails: the SOP has no line for it any more. Until now: “notify Payments” and “hold for 1 hour”.',
    ],
    [
      'a line that is new',
      refundSop,
      [
        [
          '## Reply: sorry',
          '## Edge cases\n\n- On failure of stripe: retry once after 1 minutes, then stop.\n\n## Reply: sorry',
        ],
      ],
      'If stripe fails: now it is tried again once after 1 minute, then “stop”. Until now the SOP had no line for it.',
    ],
    [
      'another body',
      damagedItem,
      [['hold for 1 hour and notify Payments', 'hold for 1 hour and notify Finance']],
      'If stripe fails: “notify Finance” now happens. Until now: “notify Payments”.',
    ],
    [
      'a line for a rejection',
      refundSop,
      [
        [
          '   - Else: escalate',
          '   - On rejection of full refund: escalate to Payments.\n   - Else: escalate',
        ],
      ],
      'If “full refund” is rejected in step 1, “Refund”: now “escalate to Payments”. Until now the SOP had no line for it.',
    ],
    [
      'what a refusal leads to',
      damagedItem,
      [['If refused: escalate to Tier 2', 'If refused: escalate to Tier 3']],
      'If “judge by Tier 1” is answered no in step 2, “Photo”: “escalate to Tier 3” now happens. Until now: “escalate to Tier 2”.',
    ],
  ] as const)('tells %s', (_, text, edits, sentence) => {
    expect(sentencesOf(text, ...edits)).toContain(sentence);
  });
});

describe('the header', () => {
  it.each([
    [
      'another source',
      [['shopify.order.total_price', 'stripe.charge.amount']],
      '“order value” now comes from stripe.charge.amount instead of shopify.order.total_price.',
    ],
    [
      'another type',
      [
        ['legal threat: yes/no from message', 'legal threat: text from message'],
        ['- When legal threat:', '- When legal threat = "yes":'],
      ],
      '“legal threat” is now text instead of yes/no.',
    ],
    [
      'a value more',
      [['(in transit, lost, returned, delivered)', '(in transit, lost, returned, delivered, damaged)']],
      '“carrier status” can now also be “damaged”.',
    ],
    [
      'an age',
      [['dispute_count', 'dispute_count max age 10 minutes']],
      '“prior chargebacks” can now be at most 10 minutes old.',
    ],
    [
      'a new fact',
      [['  order number:', '  gift: yes/no from message\n  order number:']],
      'The fact “gift” is new: yes/no from the message.',
    ],
    [
      'other tickets',
      [['ticket form = "Shipping" and', 'ticket form in ("Shipping", "Orders") and']],
      'The SOP is now also for tickets with ticket form "Orders", ticket tags contains "late_parcel".',
    ],
    [
      'another owner',
      [['owner: Support operations', 'owner: Shipping desk']],
      'The owner is now Shipping desk instead of Support operations.',
    ],
    ['another status', [['status: live', 'status: retired']], 'The status is now retired instead of live.'],
  ] as const)('tells %s', (_, edits, sentence) => {
    expect(sentencesOf(lateParcel, ...edits)).toContain(sentence);
  });

  it('tells what the new version does with a value that the old one does not know', () => {
    const sentences = sentencesOf(
      damagedItem,
      ['(broken, scratched, wrong item, unclear)', '(broken, scratched, wrong item, unclear, melted)'],
      [
        '| unclear | any | any | escalate',
        '| melted | any | any | escalate to Safety because "melted" |\n| unclear | any | any | escalate',
      ],
    );
    expect(sentences).toContain('“damage kind” can now also be “melted”.');
    expect(sentences.find((sentence) => sentence.startsWith('For damage kind melted'))).toContain(
      '“escalate to Safety”',
    );
    expect(sentences).toHaveLength(2);
  });
});

describe('what has no effect', () => {
  it('finds nothing in identical texts, nor in spaces and empty lines', () => {
    expect(compareTexts(lateParcel, lateParcel).changes).toEqual([]);
    const spaced = `${lateParcel.replaceAll('\n\n', '\n\n\n')}\n\n`;
    expect(compareTexts(lateParcel, spaced).changes).toEqual([]);
    expect(compareTexts(damagedItem, damagedItem.replaceAll('\n', '\r\n')).changes).toEqual([]);
  });

  it('says of other words for the same condition that only the wording changed', () => {
    expect(sentencesOf(lateParcel, ['order value < $200 and', 'order value is less than $200 and'])).toEqual([
      'Only the wording: in step 3, “Decide”, “order value < $200 and prior chargebacks = 0” is now “order value is less than $200 and prior chargebacks = 0”; what happens is the same in every case.',
    ]);
  });

  it('says of branches in another order that nothing else happens', () => {
    const branches = [
      '- If carrier status = "lost": stop.',
      '- Else if carrier status = "in transit": close as "wait".',
    ];
    const turned = [
      '- If carrier status = "in transit": close as "wait".',
      '- Else if carrier status = "lost": stop.',
    ];
    const { changes } = compareTexts(withBullets(branches.join('\n')), withBullets(turned.join('\n')));
    expect(changes.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      [
        'wording',
        'In step 1, “First”, the instructions stand in another order or form; what happens is the same in every case.',
      ],
    ]);
  });

  it('says of rows in another order that nothing else happens', () => {
    const [sentence, ...others] = sentencesOf(damagedItem, [
      /(\| broken, wrong item \| < \$200.*\n)(\| scratched \| \[\$50.*\n)/,
      '$2$1',
    ]);
    expect(sentence).toBe(
      'In the table “remedy”, the instructions stand in another order or form; what happens is the same in every case.',
    );
    expect(others).toEqual([]);
  });

  it('takes a fact, an action and a reply that were only renamed for the same', () => {
    const renamed = lateParcel
      .replaceAll('order value', 'order total')
      .replaceAll('full refund', 'whole refund')
      .replaceAll('please wait', 'wait a little');
    expect(compareTexts(lateParcel, renamed).changes.map(({ sentence }) => sentence)).toEqual([
      'The fact “order value” is now called “order total”.',
      'The action “full refund” is now called “whole refund”.',
      'The reply “please wait” is now called “wait a little”.',
    ]);
  });

  it.each([
    [
      'a note',
      [['We accept damage reports for 30', 'We take damage reports for 30']],
      'The note of step 1, “In time?” now says “We take damage reports” instead of “We accept damage reports”.',
    ],
    [
      'the name of a step',
      [['**Remedy.**', '**What we do.**']],
      'Step 3 is now called “What we do” instead of “Remedy”.',
    ],
    [
      'evidence',
      [['close as "refused".', 'close as "refused". [P2]']],
      'Step 1, “In time?”: now cites [P2].',
    ],
    [
      'examples',
      [['| broken | $80 | yes | 31 |', '| broken | $80 | yes | 40 |']],
      'Examples: 1 new, 1 gone; there are 10 now.',
    ],
    [
      'other text',
      [['# Damaged item\n', '# Damaged item\n\nFor new colleagues.\n']],
      'Text that is not run changed in one line: “For new colleagues.”.',
    ],
  ] as const)('tells %s as a note', (_, edits, sentence) => {
    const { changes } = compareTexts(damagedItem, replaced(damagedItem, ...edits));
    expect(changes.map(({ kind, sentence: found }) => [kind, found])).toEqual([['note', sentence]]);
  });
});

describe('a change as data', () => {
  it('points at the words in both texts', () => {
    const after = replaced(gated, ['< $200', '< $250']);
    const [change] = compareTexts(gated, after).changes;
    expect(change?.values).toEqual({ action: 'full refund', gate: 'Team lead' });
    expect(change?.after.map(({ from, to }) => after.slice(from, to))).toEqual([
      'order value < $250',
      'propose full refund',
    ]);
    expect(change?.cases.map(({ text, isSure }) => ({ text, isSure }))).toEqual([
      { text: 'order value $200 to under $250', isSure: true },
    ]);
  });
});
