import { describe, expect, it } from 'vitest';
import { LogDoesNotFit } from '../../../src/domain/run/log-does-not-fit.ts';
import {
  approved,
  event,
  executed,
  executionFailed,
  failed,
  go,
  holdEnded,
  planned,
  read,
  rejected,
  rep,
  sopOf,
  steps,
  waits,
} from './running.ts';

const value = (amount: string) => read('1.1/read:order value#0', 'order value', amount);

describe('reading facts', () => {
  const sop = sopOf(
    steps(
      'If order value < $200 and chargebacks = 0: propose full refund and close as "done".',
      'Else: close as "no".',
      'If unknown: escalate to Tier 2 because "a fact is missing".',
    ),
  );

  it('asks at once for all facts of a condition', () => {
    expect(waits(go(sop))).toEqual(['read order value', 'read chargebacks']);
  });

  it('names a command by the place that needs it', () => {
    expect(go(sop).waitingFor[0]?.id).toBe('1.1/read:order value#0');
  });

  it('takes the branch whose condition is yes', () => {
    expect(waits(go(sop, value('$120'), read('1.1/read:chargebacks#0', 'chargebacks', 0)))).toEqual([
      'propose full refund',
    ]);
  });

  it('goes on to the next branch when a condition is no', () => {
    expect(go(sop, value('$250'), read('1.1/read:chargebacks#0', 'chargebacks', 0)).outcome).toEqual({
      is: 'closed',
      as: 'no',
    });
  });

  it('never takes an unknown fact for a yes or a no', () => {
    const none = event({
      type: 'fact-read',
      command: '1.1/read:chargebacks#0',
      fact: 'chargebacks',
      reading: { is: 'none', because: 'not-found' },
      source: { from: 'system', system: 'stripe', record: '', field: '' },
      observedAt: '2026-11-20T10:00:00Z',
    });
    expect(planned(go(sop, value('$120'), none))).toEqual(['waiting zendesk.escalate']);
  });

  it('treats a value that does not fit its type as unknown', () => {
    const advanced = go(sop, value('$120'), read('1.1/read:chargebacks#0', 'chargebacks', -1));
    expect(planned(advanced)).toEqual(['waiting zendesk.escalate']);
    expect(advanced.facts.find(({ name }) => name === 'chargebacks')?.state).toMatchObject({
      is: 'unknown',
      because: { is: 'misfit', value: '-1' },
    });
  });
});

describe('a condition that nobody can decide', () => {
  const sop = sopOf(steps('If order value < $200: close as "small".', 'Else: close as "large".'));
  const unknown = (command: string) =>
    event({
      type: 'fact-read',
      command,
      fact: 'order value',
      reading: { is: 'none', because: 'not-found' },
      source: { from: 'system', system: 'shopify', record: '', field: '' },
      observedAt: '2026-11-20T10:00:00Z',
    });

  it('keeps the run waiting at a gate that names the missing fact', () => {
    expect(waits(go(sop, unknown('1.1/read:order value#0')))).toEqual([
      'missing order value (unknown-condition)',
    ]);
  });

  it('reads again when a person asks for it', () => {
    const again = event({ type: 'gate-answered', command: '1.1/missing#0', answer: 'again', by: rep });
    expect(go(sop, unknown('1.1/read:order value#0'), again).waitingFor[0]?.id).toBe(
      '1.1/read:order value#1',
    );
  });

  it('goes on with a value that a person gives', () => {
    const given = event({
      type: 'fact-read',
      command: '1.1/missing#0/read:order value',
      fact: 'order value',
      reading: { is: 'value', value: '$300' },
      source: { from: 'person', person: rep },
      observedAt: '2026-11-20T10:00:00Z',
    });
    expect(go(sop, unknown('1.1/read:order value#0'), given).outcome).toEqual({ is: 'closed', as: 'large' });
  });

  it('stops when a person says so', () => {
    const no = event({ type: 'gate-answered', command: '1.1/missing#0', answer: 'no', by: rep });
    expect(go(sop, unknown('1.1/read:order value#0'), no).outcome).toEqual({
      is: 'stopped',
      by: rep,
      reason: undefined,
    });
  });
});

describe('the plan', () => {
  const sop = sopOf(
    steps('Propose full refund.', 'Draft reply done.', 'Add tag "refunded".', 'Close as "resolved".') +
      '\n\n## Reply: done\n\nHello {requester name}.\n',
  );
  const facts = [
    read('1.1/read:order value#0', 'order value', '$142.10'),
    read('1.2/read:requester name#0', 'requester name', 'Sample Customer'),
  ];

  it('goes on as if what is proposed were approved and had succeeded', () => {
    const advanced = go(sop, facts);
    expect(planned(advanced)).toEqual([
      'waiting full refund',
      'planned zendesk.draft_reply',
      'planned zendesk.add_tag',
    ]);
    expect(advanced.plannedOutcome).toEqual({ is: 'closed', as: 'resolved' });
    expect(advanced.outcome).toBeUndefined();
  });

  it('offers only the first proposal for a decision', () => {
    expect(waits(go(sop, facts))).toEqual(['propose full refund']);
  });

  it('gives amounts exactly and texts in the customer’s form', () => {
    const { plan } = go(sop, facts);
    expect(plan[0]?.parameters).toEqual({ amount: 'USD 142.1' });
    expect(plan[1]?.parameters).toEqual({ text: 'Hello Sample Customer.' });
  });

  it('ends when everything has succeeded', () => {
    expect(go(sop, facts, executed('1.1'), executed('1.2'), executed('1.3')).outcome).toEqual({
      is: 'closed',
      as: 'resolved',
    });
  });

  it('does not go past an execution whose outcome is unknown', () => {
    const lost = event({
      type: 'execution-ended',
      command: '1.1',
      result: { is: 'unknown', failure: { code: 'unknown-outcome', reason: 'no answer' } },
    });
    const advanced = go(
      sop,
      facts,
      approved('1.1'),
      event({ type: 'execution-intended', command: '1.1', key: 'k', by: rep }),
      lost,
    );
    expect(planned(advanced)).toEqual(['unknown full refund']);
    expect(advanced.outcome).toBeUndefined();
  });

  it('takes the settled result of an execution that was unknown', () => {
    const lost = event({
      type: 'execution-ended',
      command: '1.1',
      result: { is: 'unknown', failure: { code: 'unknown-outcome', reason: 'no answer' } },
    });
    const advanced = go(
      sop,
      facts,
      approved('1.1'),
      event({ type: 'execution-intended', command: '1.1', key: 'k', by: rep }),
      lost,
      event({ type: 'execution-ended', command: '1.1', result: { is: 'succeeded', reconciled: 'asked' } }),
    );
    expect(planned(advanced)[0]).toBe('succeeded full refund');
  });

  it('stops at a gate further on, and shows it', () => {
    const gated = sopOf(
      steps('Add tag "a".', 'Gate Team lead "Refund?"', 'Propose full refund.', 'Close as "done".'),
    );
    const advanced = go(gated);
    expect(planned(advanced)).toEqual(['waiting zendesk.add_tag']);
    expect(advanced.ahead.map(({ kind }) => kind)).toEqual(['gate']);
  });

  it('does not read ahead what a planned action may change', () => {
    const rereading = sopOf(
      steps(
        'Propose small refund.',
        'Get chargebacks.',
        'If chargebacks > 0: add tag "disputed".',
        'Else: add tag "clean".',
        'Close as "done".',
      ),
    );
    const advanced = go(rereading, read('1.1/read:order value#0', 'order value', '$20'));
    expect(waits(advanced)).toEqual(['propose small refund']);
    expect(advanced.ahead.map(({ kind }) => kind)).toEqual(['read']);
  });
});

describe('a rejected proposal', () => {
  it('leaves the choice to the rep where the SOP says nothing', () => {
    const sop = sopOf(steps('Propose replacement.', 'Close as "done".'));
    expect(waits(go(sop, rejected('1.1')))).toEqual(['deviation']);
    const chosen = (choice: 'go-on' | 'stop') =>
      event({ type: 'deviation-chosen', command: '1.1/deviation', choice, by: rep });
    expect(go(sop, rejected('1.1'), chosen('go-on')).outcome).toEqual({ is: 'closed', as: 'done' });
    expect(go(sop, rejected('1.1'), chosen('stop')).outcome).toEqual({
      is: 'stopped',
      by: rep,
      reason: undefined,
    });
  });

  it('runs its own line where there is one', () => {
    const sop = sopOf(
      steps('Propose replacement.', 'On rejection of replacement: close as "kept".', 'Close as "done".'),
    );
    expect(go(sop, rejected('1.1')).outcome).toEqual({ is: 'closed', as: 'kept' });
  });

  it('does not end the run as escalated when the escalation was rejected', () => {
    const sop = sopOf(steps('Escalate to Tier 2 because "x".'));
    expect(waits(go(sop, rejected('1.1')))).toEqual(['deviation']);
  });
});

describe('failures', () => {
  it('retries a reading as written, then runs the line for the system', () => {
    const sop = sopOf(
      steps(
        'Get carrier status.',
        'On failure of easypost: retry once after 2 minutes, then escalate to Logistics because "no tracking".',
        'Close as "done".',
      ),
    );
    const first = failed('1.1/read:carrier status#0', 'carrier status', 'easypost');
    expect(waits(go(sop, first))).toEqual(['retry 120']);
    const second = [first, holdEnded('1.1/retry:easypost#0')];
    expect(go(sop, second).waitingFor[0]?.id).toBe('1.1/read:carrier status#1');
    expect(
      planned(go(sop, second, failed('1.1/read:carrier status#1', 'carrier status', 'easypost'))),
    ).toEqual(['waiting zendesk.escalate']);
  });

  it('stops at a gate where nothing answers for the failure', () => {
    const sop = sopOf(steps('Get carrier status.', 'Close as "done".'));
    expect(waits(go(sop, failed('1.1/read:carrier status#0', 'carrier status', 'easypost')))).toEqual([
      'missing carrier status (failure)',
    ]);
  });

  it('leaves the fact unknown, never no', () => {
    const sop = sopOf(
      steps(
        'Get carrier status.',
        'On failure of easypost: add tag "no-tracking".',
        'If carrier status = "lost": close as "lost".',
        'Else: close as "other".',
        'If unknown: close as "unknown".',
      ),
    );
    expect(go(sop, failed('1.1/read:carrier status#0', 'carrier status', 'easypost')).plannedOutcome).toEqual(
      { is: 'closed', as: 'unknown' },
    );
  });

  it('runs an action’s own line before its system’s', () => {
    const sop = sopOf(
      `${steps('Propose full refund.', 'Close as "done".')}\n\n## Edge cases\n\n- On failure of stripe: close as "system".\n- On failure of full refund: close as "action".`,
    );
    expect(
      go(sop, read('1.1/read:order value#0', 'order value', '$5'), executionFailed('1.1')).outcome,
    ).toEqual({ is: 'closed', as: 'action' });
  });

  it('runs the step’s line before the edge case’s', () => {
    const sop = sopOf(
      `${steps('Propose full refund.', 'On failure of stripe: close as "step".', 'Close as "done".')}\n\n## Edge cases\n\n- On failure of full refund: close as "edge".`,
    );
    expect(
      go(sop, read('1.1/read:order value#0', 'order value', '$5'), executionFailed('1.1')).outcome,
    ).toEqual({ is: 'closed', as: 'step' });
  });

  it('tries a failed action again only as a new proposal', () => {
    const sop = sopOf(
      steps(
        'Propose replacement.',
        'On failure of replacement: retry once after 5 minutes, then close as "failed".',
        'Close as "done".',
      ),
    );
    expect(waits(go(sop, executionFailed('1.1')))).toEqual(['retry 300']);
    const retried = go(sop, executionFailed('1.1'), holdEnded('1.1/retry#0'));
    expect(planned(retried)).toEqual(['failed replacement', 'waiting replacement']);
    expect(retried.waitingFor[0]?.id).toBe('1.1/try#1');
    expect(
      go(sop, executionFailed('1.1'), holdEnded('1.1/retry#0'), executionFailed('1.1/try#1')).outcome,
    ).toEqual({ is: 'closed', as: 'failed' });
  });
});

describe('only if', () => {
  const sop = sopOf(
    steps('Propose small refund.', 'On failure of small refund: close as "locked".', 'Close as "done".'),
  );

  it('keeps an action from being offered when it is no', () => {
    const advanced = go(sop, value('$150'));
    expect(planned(advanced)).toEqual([]);
    expect(advanced.outcome).toEqual({ is: 'closed', as: 'locked' });
  });

  it('stops at a gate that names the condition where nothing answers for it', () => {
    expect(waits(go(sopOf(steps('Propose small refund.', 'Close as "done".')), value('$150')))).toEqual([
      'missing  (locked-action)',
    ]);
  });

  it('lets the action through when it is yes, with the role that it needs', () => {
    expect(go(sop, value('$50')).plan[0]).toMatchObject({
      action: 'small refund',
      needs: 'Team lead',
      parameters: { amount: 'USD 10' },
    });
  });
});

describe('edge cases', () => {
  const sop = sopOf(
    `${steps('Add tag "a".', 'Close as "done".')}\n\n2. **Second.**\n   - Stop.\n\n## Edge cases\n\n- When legal threat: escalate to Legal because "a lawyer".`,
  );
  const said = (threat: boolean | null) =>
    event({
      type: 'fact-extracted',
      command: 'edge.1/extract#0',
      fact: 'legal threat',
      value: threat,
      by: threat === null ? 'nobody' : 'assistant',
    });

  it('have what they need read from the message before the first step', () => {
    expect(waits(go(sop))).toEqual(['extract legal threat']);
  });

  it('interrupt the run when they apply', () => {
    expect(planned(go(sop, said(true)))).toEqual(['waiting zendesk.escalate']);
  });

  it('put the question to the rep once when nobody can tell, and remember the answer', () => {
    expect(waits(go(sop, said(null)))).toEqual(['question legal threat']);
    const answered = (answer: 'yes' | 'no') =>
      event({ type: 'question-answered', command: 'edge.1/question', answer, by: rep });
    expect(planned(go(sop, said(null), answered('no')))).toEqual(['waiting zendesk.add_tag']);
    expect(planned(go(sop, said(null), answered('yes')))).toEqual(['waiting zendesk.escalate']);
  });
});

describe('an edge case that jumps to a step', () => {
  it('has its body run once, and proposes nothing a second time', () => {
    const sop = sopOf(
      `${steps('Add tag "a".', 'Close as "done".')}\n\n2. **Second.**\n   - Close as "jumped".\n\n## Edge cases\n\n- When photo attached: propose full refund, and go to step 2 at most 2 times.`,
    );
    const advanced = go(
      sop,
      read('edge.1/read:photo attached#0', 'photo attached', true),
      read('edge.1>1.1/read:order value#0', 'order value', '$120'),
      executed('edge.1>1.1'),
    );
    expect(planned(advanced)).toEqual(['succeeded full refund']);
    expect(advanced.outcome).toEqual({ is: 'closed', as: 'jumped' });
  });
});

describe('an edge case that the app cannot check', () => {
  const sop = sopOf(
    `${steps('Add tag "a".', 'Close as "done".')}\n\n2. **Second.**\n   - Stop.\n\n## Edge cases\n\n- Keep calm when the customer is angry.`,
  );

  it('is put to the rep once, before anything is proposed', () => {
    expect(waits(go(sop))).toEqual(['manual Keep calm when the customer is angry.']);
    const ticked = event({ type: 'manual-step-done', command: 'edge.1', by: rep });
    expect(waits(go(sop, ticked))).toEqual(['propose zendesk.add_tag']);
  });
});

describe('gates and judgements', () => {
  const answer = (said: 'yes' | 'no') =>
    event({ type: 'gate-answered', command: '1.1', answer: said, by: rep });

  it('let the run on when the answer is yes', () => {
    expect(go(sopOf(steps('Gate Team lead "Refund?"', 'Close as "done".')), answer('yes')).outcome).toEqual({
      is: 'closed',
      as: 'done',
    });
  });

  it('end the run as stopped, with who said no', () => {
    expect(go(sopOf(steps('Gate Team lead "Refund?"', 'Close as "done".')), answer('no')).outcome).toEqual({
      is: 'stopped',
      by: rep,
      reason: undefined,
    });
  });

  it('count only for the question that was asked', () => {
    const sop = sopOf(steps('Gate Team lead "Refund {order value}?"', 'Close as "done".'));
    const seen = (question: string) =>
      event({ type: 'gate-answered', command: '1.1', answer: 'yes', by: rep, question });
    expect(go(sop, value('$120'), seen('Refund $120.00?')).outcome).toEqual({ is: 'closed', as: 'done' });
    expect(waits(go(sop, value('$900'), seen('Refund $120.00?')))).toEqual(['gate Team lead']);
    expect(go(sop, value('$900'), seen('Refund $120.00?'), seen('Refund $900.00?')).outcome).toEqual({
      is: 'closed',
      as: 'done',
    });
  });

  it('run the refused line, and never lead past a refusal', () => {
    const sop = sopOf(
      steps('Gate Team lead "Refund?"', 'If refused: add tag "refused".', 'Propose full refund.'),
    );
    expect(planned(go(sop, answer('no')))).toEqual(['waiting zendesk.add_tag']);
    expect(go(sop, answer('no'), executed('1.1>refused.1')).outcome).toEqual({
      is: 'stopped',
      by: rep,
      reason: undefined,
    });
  });
});

describe('a hold', () => {
  it('comes back to the instruction around it and reads again', () => {
    const sop = sopOf(
      steps(
        'If carrier status = "in transit": hold for 1 days.',
        'If carrier status = "lost": close as "lost".',
        'Else: close as "found".',
      ),
    );
    const moving = read('1.1/read:carrier status#0', 'carrier status', 'in transit');
    expect(waits(go(sop, moving))).toEqual(['hold 86400']);
    const after = [moving, holdEnded('1.1>1.1/hold#0')];
    expect(go(sop, after).waitingFor[0]?.id).toBe('1.1/read:carrier status#1');
    expect(go(sop, after, read('1.1/read:carrier status#1', 'carrier status', 'lost')).outcome).toEqual({
      is: 'closed',
      as: 'lost',
    });
    expect(
      go(sop, after, read('1.1/read:carrier status#1', 'carrier status', 'in transit')).waitingFor[0]?.id,
    ).toBe('1.1>1.1/hold#1');
  });

  it('goes on behind itself when it is reached again', () => {
    const sop = sopOf(
      steps(
        'If carrier status = "lost":\n     - Hold for 1 days.\n     - Close as "waited".',
        'Close as "done".',
      ),
    );
    const lost = (n: number) => read(`1.1/read:carrier status#${n}`, 'carrier status', 'lost');
    expect(go(sop, lost(0), holdEnded('1.1>1.1/hold#0'), lost(1)).outcome).toEqual({
      is: 'closed',
      as: 'waited',
    });
  });

  it('lets what is joined to it happen when it begins', () => {
    const sop = sopOf(
      steps(
        'Get carrier status.',
        'On failure of easypost: hold for 4 hours and notify Logistics.',
        'Close as "done".',
      ),
    );
    expect(waits(go(sop, failed('1.1/read:carrier status#0', 'carrier status', 'easypost')))).toEqual([
      'notify zendesk.notify',
      'hold 14400',
    ]);
  });

  it('until a condition ends when a reading makes it true', () => {
    const sop = sopOf(
      steps(
        'If not photo attached: ask the customer "A photo, please." and hold until photo attached.',
        'Close as "seen".',
      ),
    );
    const none = read('1.1/read:photo attached#0', 'photo attached', false);
    const asked = [none, ...executed('1.1>1.1')];
    expect(waits(go(sop, asked))).toEqual(['hold condition']);
    expect(
      waits(go(sop, asked, read('1.1>1.2/hold#0/read:photo attached#0', 'photo attached', false))),
    ).toEqual(['hold condition']);
    expect(
      go(sop, asked, read('1.1>1.2/hold#0/read:photo attached#0', 'photo attached', true)).outcome,
    ).toEqual({ is: 'closed', as: 'seen' });
  });

  it('proposes a failed action again when it is over, under a new id', () => {
    const sop = sopOf(
      `${steps('Propose replacement.', 'Close as "done".')}\n\n## Edge cases\n\n- On failure of shopify: hold for 1 hours.`,
    );
    const hold = go(sop, executionFailed('1.1'));
    expect(waits(hold)).toEqual(['hold 3600']);
    expect(go(sop, executionFailed('1.1'), holdEnded(hold.waitingFor[0]?.id ?? '')).waitingFor[0]?.id).toBe(
      '1.1/try#1',
    );
  });

  it('never proposes again what was executed before it', () => {
    const sop = sopOf(
      steps(
        'If carrier status = "lost":\n     - Propose replacement.\n     - Hold for 1 days.\n     - Close as "sent".',
        'Close as "done".',
      ),
    );
    const log = [
      read('1.1/read:carrier status#0', 'carrier status', 'lost'),
      ...executed('1.1>1.1'),
      holdEnded('1.1>1.2/hold#0'),
      read('1.1/read:carrier status#1', 'carrier status', 'lost'),
    ];
    const advanced = go(sop, log);
    expect(advanced.waitingFor).toEqual([]);
    expect(advanced.outcome).toEqual({ is: 'closed', as: 'sent' });
  });
});

describe('a fact that is read again', () => {
  const sop = sopOf(
    steps(
      'If order value < $200: propose full refund and add tag "small".',
      'Else: close as "large".',
      'Close as "done".',
    ),
  );
  const refresh = (n: number, amount: string) => read(`refresh/read:order value#${n}`, 'order value', amount);

  it('plans again while nothing was done', () => {
    expect(go(sop, value('$120'), refresh(0, '$250')).outcome).toEqual({ is: 'closed', as: 'large' });
    expect(go(sop, value('$120'), refresh(0, '$130')).plan[0]?.parameters).toEqual({ amount: 'USD 130' });
  });

  it('plans again when an approval was given and not carried out', () => {
    expect(go(sop, value('$120'), approved('1.1>1.1'), refresh(0, '$250')).outcome).toEqual({
      is: 'closed',
      as: 'large',
    });
  });

  it('does not undo what was decided on the older value', () => {
    expect(planned(go(sop, value('$120'), executed('1.1>1.1'), refresh(0, '$250')))).toEqual([
      'succeeded full refund',
      'waiting zendesk.add_tag',
    ]);
  });
});

describe('decision tables', () => {
  const table = (mode: string, ...rows: readonly string[]) =>
    sopOf(
      `${steps('Decide remedy.', 'Close as "done".')}\n\n## Decision: remedy (${mode})\n\n| order value | carrier status | then |\n|---|---|---|\n${rows.join('\n')}`,
    );

  it('run the first row that applies, and ask only for what it needs', () => {
    const sop = table(
      'first match',
      '| >= $200 | any | close as "large" |',
      '| any | lost | close as "lost" |',
    );
    expect(waits(go(sop))).toEqual(['read order value']);
    expect(go(sop, value('$250')).outcome).toEqual({ is: 'closed', as: 'large' });
    expect(waits(go(sop, value('$50')))).toEqual(['read carrier status']);
  });

  it('stop at a gate when no row applies', () => {
    expect(waits(go(table('first match', '| >= $200 | any | close as "large" |'), value('$5')))).toEqual([
      'missing  (undecided-table)',
    ]);
  });

  it('that want exactly one row stop at a gate when two apply', () => {
    const sop = table('exactly one', '| >= $100 | any | close as "a" |', '| >= $200 | any | close as "b" |');
    expect(waits(go(sop, value('$250')))).toEqual(['missing  (undecided-table)']);
    expect(go(sop, value('$150')).outcome).toEqual({ is: 'closed', as: 'a' });
  });
});

describe('jumps and manual steps', () => {
  it('jump back at most as often as written, to commands of their own', () => {
    const sop = sopOf(
      `## Steps\n\n1. **A.**\n   - Add tag "again".\n\n2. **B.**\n   - Go to step 1 at most 1 times.\n   - Close as "done".`,
    );
    expect(go(sop, executed('1.1')).waitingFor[0]?.id).toBe('1.1@1');
    expect(go(sop, executed('1.1'), executed('1.1@1')).outcome).toEqual({ is: 'closed', as: 'done' });
  });

  it('show every manual step at once, and propose nothing before they are ticked', () => {
    const sop = sopOf(
      steps('Look at the parcel label.', 'Call the depot.', 'Propose replacement.', 'Close as "done".'),
    );
    expect(waits(go(sop))).toEqual(['manual Look at the parcel label.', 'manual Call the depot.']);
    const tick = (command: string) => event({ type: 'manual-step-done', command, by: rep });
    expect(planned(go(sop, tick('1.2')))).toEqual(['planned replacement']);
    expect(waits(go(sop, tick('1.2'), tick('1.1')))).toEqual(['propose replacement']);
  });
});

describe('a log that does not fit', () => {
  it('is refused by name of the first difference', () => {
    const sop = sopOf(steps('Close as "done".'));
    expect(() => go(sop, executed('7.7'))).toThrow(LogDoesNotFit);
    expect(() => go(sop, executed('7.7'))).toThrow('“7.7”');
  });

  it('is refused when its events are of a newer version', () => {
    const newer = { ...event({ type: 'hold-ended', command: '1.1' }), v: 2 as 1 };
    expect(() => go(sopOf(steps('Close as "done".')), newer)).toThrow('version 2');
  });
});
