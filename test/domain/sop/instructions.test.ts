import { describe, expect, it } from 'vitest';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { bodyOf, outline, problemLines, withBullets } from './sop-text.ts';

/** Everything of the only instruction of a bullet but where it stands. */
function instructionOf(bullet: string): unknown {
  const [instruction] = bodyOf(`- ${bullet}`).instructions;
  return JSON.parse(
    JSON.stringify(instruction, (key, value: unknown) => {
      if (key === 'span' || key === 'path' || key === 'cites') return undefined;
      return isExpression(value) ? value.text : value;
    }),
  );
}

function isExpression(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'tree' in value;
}

const simple: readonly (readonly [bullet: string, instruction: Readonly<Record<string, unknown>>])[] = [
  [
    'Get order value, carrier status and promised date.',
    { kind: 'get', facts: ['order value', 'carrier status', 'promised date'] },
  ],
  [
    'get Terms and  Conditions and order value',
    { kind: 'get', facts: ['terms and conditions', 'order value'] },
  ],
  [
    'Extract legal threat and terms and conditions from the message.',
    { kind: 'extract', facts: ['legal threat', 'terms and conditions'] },
  ],
  ['ASK THE CUSTOMER “Where do you live?”', { kind: 'ask', question: [{ text: 'Where do you live?' }] }],
  [
    'Ask the customer "Is {order value} right?"',
    { kind: 'ask', question: [{ text: 'Is ' }, { fact: 'order value' }, { text: ' right?' }] },
  ],
  ['Propose full refund.', { kind: 'propose', action: 'full refund' }],
  ['propose Full\tRefund', { kind: 'propose', action: 'full refund' }],
  [
    'Set zendesk.ticket.status to "solved".',
    { kind: 'set', field: { record: 'ticket', field: 'status' }, value: '"solved"' },
  ],
  [
    'set zendesk.ticket.field "Ship exception" to if legal threat then "a" else "b"',
    {
      kind: 'set',
      field: { record: 'ticket', field: 'field', customField: 'Ship exception' },
      value: 'if legal threat then "a" else "b"',
    },
  ],
  [
    'Set zendesk.user.field 360001 to order value',
    {
      kind: 'set',
      field: { record: 'requester', field: 'field', customField: '360001' },
      value: 'order value',
    },
  ],
  [
    'Set zendesk.organization.field “plan” to "gold"',
    { kind: 'set', field: { record: 'organization', field: 'field', customField: 'plan' }, value: '"gold"' },
  ],
  ['Add tag "late"', { kind: 'add-tag', tag: 'late' }],
  ['Remove tag “late”', { kind: 'remove-tag', tag: 'late' }],
  [
    'Add note "Worth {order value}"',
    { kind: 'add-note', note: [{ text: 'Worth ' }, { fact: 'order value' }] },
  ],
  ['Apply macro "Shipping::Late"', { kind: 'apply-macro', macro: 'Shipping::Late' }],
  ['Draft reply please wait.', { kind: 'draft-reply', reply: { named: 'please wait' } }],
  [
    'Draft reply "that we are sorry: really; and so on"',
    { kind: 'draft-reply', reply: { instruction: [{ text: 'that we are sorry: really; and so on' }] } },
  ],
  ['Gate Team lead', { kind: 'gate', role: 'Team lead' }],
  ['Gate Team lead "Refund?"', { kind: 'gate', role: 'Team lead', question: [{ text: 'Refund?' }] }],
  [
    'Gate Team lead "Refund?" by another person',
    { kind: 'gate', role: 'Team lead', question: [{ text: 'Refund?' }], byAnother: true },
  ],
  ['Gate Team lead by somebody else', { kind: 'gate', role: 'Team lead', byAnother: true }],
  ['Judge "Does it fit?"', { kind: 'judge', question: [{ text: 'Does it fit?' }] }],
  [
    'Judge "Does it fit?" by Tier 1.',
    { kind: 'judge', question: [{ text: 'Does it fit?' }], role: 'Tier 1' },
  ],
  ['Decide remedy', { kind: 'decide', table: 'remedy' }],
  ['Decide the remedy table.', { kind: 'decide', table: 'remedy' }],
  ['decide table remedy', { kind: 'decide', table: 'remedy' }],
  ['Escalate to Tier 2', { kind: 'escalate', team: 'Tier 2' }],
  [
    'Escalate to Research and Development because "it is broken".',
    { kind: 'escalate', team: 'Research and Development', because: [{ text: 'it is broken' }] },
  ],
  ['Hold for 1.5 hours', { kind: 'hold-for', duration: '5400' }],
  [
    'Hold until legal threat and order value > $3',
    { kind: 'hold-until', condition: 'legal threat and order value > $3' },
  ],
  ['Notify Payments', { kind: 'notify', team: 'Payments' }],
  [
    'Notify Payments “A refund waits”',
    { kind: 'notify', team: 'Payments', message: [{ text: 'A refund waits' }] },
  ],
  ['Go to step 1 at most 3 times', { kind: 'go-to-step', step: 1, atMost: 3 }],
  ['go back to step 1, at most twice.', { kind: 'go-to-step', step: 1, atMost: 2 }],
  ['Write "About {order value}"', { kind: 'write', text: [{ text: 'About ' }, { fact: 'order value' }] }],
  ['Close as "resolved"', { kind: 'close', as: 'resolved' }],
  ['STOP', { kind: 'stop' }],
  ['**Propose** `full refund`.', { kind: 'propose', action: 'full refund' }],
  ['[ ] Propose full refund', { kind: 'propose', action: 'full refund' }],
];

describe('simple instructions', () => {
  it.each(simple)('%s', (bullet, instruction) => {
    expect(instructionOf(bullet)).toEqual(instruction);
    expect(problemLines(withBullets(`- ${bullet}`))).toEqual([]);
  });

  it('are numbered behind a dot where one bullet joins several', () => {
    const body = bodyOf('- Get order value; add tag "x", then notify Payments and close as "done".\n- Stop.');
    expect(outline(body)).toEqual(['1.1.1 get', '1.1.2 add-tag', '1.1.3 notify', '1.1.4 close', '1.2 stop']);
  });

  it('are not joined where no instruction follows', () => {
    expect(outline(bodyOf('- Notify Pick and Pack and stop'))).toEqual(['1.1.1 notify', '1.1.2 stop']);
  });

  it.each(['* Stop.', '+ Stop.', '1. Stop.', '1) Stop.'])('%s is a bullet too', (bullet) => {
    expect(outline(bodyOf(bullet))).toEqual(['1.1 stop']);
  });

  it('may go over several lines', () => {
    expect(outline(bodyOf('- Get order value,\n  carrier status\n  and close\n  as "done"'))).toEqual([
      '1.1.1 get',
      '1.1.2 close',
    ]);
  });

  it('come after the one that they stand below', () => {
    const body = bodyOf(
      '- Propose full refund\n  - Notify Payments\n  - Stop and stop\n- Get orders and stop\n  - Stop',
    );
    expect(outline(body)).toEqual([
      '1.1 propose',
      '1.1.1 notify',
      '1.1.2.1 stop',
      '1.1.2.2 stop',
      '1.2.1 get',
      '1.2.2 stop',
      '1.2.3 stop',
    ]);
  });

  it('jump forward without a limit', () => {
    expect(instructionOf('Go to step 2')).toMatchObject({ kind: 'go-to-step', step: 2 });
  });

  it('cite evidence, all of a bullet the same', () => {
    const cites = bodyOf('- Propose full refund and notify Payments. [P1] [p2]').instructions.map(
      (instruction) => instruction.cites,
    );
    expect(cites).toEqual([
      ['P1', 'P2'],
      ['P1', 'P2'],
    ]);
  });

  it('cite nothing in quotes', () => {
    expect(instructionOf('Add note "see [P1]"')).toEqual({ kind: 'add-note', note: [{ text: 'see [P1]' }] });
  });

  it('point at their own words', () => {
    const text = withBullets('- Get order value and **propose** full refund. [P1]');
    const spans = bodyOf('- Get order value and **propose** full refund. [P1]').instructions.map(({ span }) =>
      text.slice(span.from, span.to),
    );
    expect(spans).toEqual(['Get order value', 'propose** full refund']);
  });
});

describe('a bullet that the app does not understand', () => {
  it.each([
    'Use good judgement on the amount.',
    'Get in touch with the customer',
    'Escalate to Tier 2 if they insist',
    'Escalate to Tier 2 because it is late',
    'Notify the customer',
    'Draft reply to the customer',
    'Hold for a bit',
    'Hold until they answer',
    'Decide whether to help',
    'Close as resolved',
    'Set the priority to high',
    'When they call again, be nice',
    'If they sound upset, apologise',
    'Ask the customer "Where?" politely',
  ])('%s is ticked off by a person', (bullet) => {
    expect(outline(bodyOf(`- ${bullet}`))).toEqual([`1.1 manual: ${bullet}`]);
    expect(problemLines(withBullets(`- ${bullet}`))).toEqual([`info manual-step “${bullet}”`]);
  });

  it('takes what stands below it along, because that may depend on it', () => {
    const body = bodyOf('- In the case of an angry customer\n  - Stop.\n  - Escalate to Tier 2');
    expect(outline(body)).toEqual([
      '1.1 manual: In the case of an angry customer',
      '1.1.1 manual: Stop.',
      '1.1.2 manual: Escalate to Tier 2',
    ]);
  });

  it('says what would make it decidable', () => {
    const advice = (bullet: string): unknown => problemMessages(bullet)[0];
    expect(advice('Use good judgement')).toContain('a condition such as');
    expect(advice('Close as resolved')).toContain('must stand in quotes');
    expect(advice('Check the tracking')).toContain('Judge');
  });
});

function problemMessages(bullet: string): readonly string[] {
  return parseSop(withBullets(`- ${bullet}`)).problems.map(({ message }) => message);
}
