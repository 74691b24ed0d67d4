import { describe, expect, it } from 'vitest';
import { parseSop } from '../../../src/domain/sop/parse-sop.ts';
import { parsed, problemLines } from './sop-text.ts';

const about = `sop: sample
title: Sample
version: 3
owner: Support
reviewed: 2026-01-01
review_every: 6 months
`;
const inputs = `inputs:
  order value: money USD from shopify.order.total_price
`;
const body = '\n## Steps\n\n1. **One.**\n   - Stop.\n';

function withHeader(yaml: string): string {
  return `---\n${yaml}---\n${body}`;
}

function withInput(line: string): string {
  return withHeader(`${about}${inputs}  ${line}\n`);
}

function withAction(line: string): string {
  return withHeader(`${about}${inputs}actions:\n  ${line}\n`);
}

describe('the header', () => {
  it('says what the SOP is', () => {
    const sop = parsed(
      withHeader(
        `${about}status: live\nfor: organization\nmatches: organization name contains "x"\n${inputs}`,
      ),
    );
    expect(sop).toMatchObject({
      id: 'sample',
      title: 'Sample',
      version: 3,
      status: 'live',
      for: 'organization',
      owner: 'Support',
      reviewed: '2026-01-01',
      reviewEvery: '6 months',
    });
    expect(sop.matches?.text).toBe('organization name contains "x"');
  });

  it('has defaults', () => {
    expect(parsed(withHeader(about + inputs))).toMatchObject({
      status: 'draft',
      for: 'ticket',
      matches: undefined,
      records: [],
      actions: [],
    });
  });

  it.each(['sop', 'title', 'version', 'owner', 'reviewed', 'review_every', 'inputs'])('needs “%s”', (key) => {
    const { problems } = parseSop(
      withHeader((about + inputs).replace(new RegExp(`^${key}:.*\\n(  .*\\n)*`, 'm'), '')),
    );
    expect(problems).toMatchObject([
      { id: 'header-missing', level: 'error', values: { key }, from: 0, to: 3 },
    ]);
  });

  it('of a live SOP may leave out which tickets it is for, because a mapping can name it', () => {
    expect(problemLines(withHeader(`status: live\n${about}${inputs}`))).toEqual([
      'warning header-missing “---”',
    ]);
  });

  it.each<readonly [string, ...string[]]>([
    ['sop: Late Parcel', 'error header-invalid “Late Parcel” → late-parcel'],
    ['title: [a]', 'error header-invalid “[a]”'],
    ['version: 1.5', 'error header-invalid “1.5”'],
    ['status: lve', 'error header-invalid “lve” → live'],
    ['for: tickets', 'error header-invalid “tickets” → ticket'],
    ['reviewed: 2026-02-30', 'error header-invalid “2026-02-30”'],
    ['review_every: often', 'error header-invalid “often”'],
    ['matches: ticket for = "x"', 'error unknown-fact “ticket for” → ticket form'],
    ['matches: ticket form', 'error not-a-condition “ticket form”'],
    ['mathces: ticket form = "x"', 'error header-invalid “mathces” → matches'],
    ['language: en', 'warning header-invalid “language”'],
    ['matches: ticket subject contains "Re: x"', 'error header-invalid “ticket subject contains "Re: x"”'],
    ['owner: *team', 'error header-invalid “*team”', 'error header-invalid “*team”'],
    ['actions: none', 'error header-invalid “none”'],
  ])('%s', (line, ...problems) => {
    const key = line.split(':', 1)[0] ?? '';
    const rest = (about + inputs).replace(new RegExp(`^${key}:.*\\n`, 'm'), '');
    expect(problemLines(withHeader(`${line}\n${rest}`))).toEqual(problems);
  });

  it('counts a key once', () => {
    const text = withHeader(`${about}title: Other\n${inputs}`);
    expect(problemLines(text)).toEqual(['error header-invalid “title”']);
    expect(parsed(text).title).toBe('Sample');
  });

  it('keeps words that other readers of YAML turn into something else', () => {
    expect(parsed(withHeader(about.replace('Support', 'no') + inputs)).owner).toBe('no');
    expect(parsed(withHeader(about.replace('version: 3', 'version: 010') + inputs)).version).toBe(10);
  });

  it.each([
    ['in single quotes', `'ticket subject contains "it''s" and ticket for = "x"'`],
    ['in double quotes', String.raw`"ticket subject contains \"\u0061\" and ticket for = \"x\""`],
    ['over two lines', 'ticket subject contains "a"\n  and ticket for = "x"'],
    ['folded', '>-\n  ticket subject contains "a"\n  and ticket for = "x"'],
    ['in double quotes over two lines', '"ticket subject contains \\"a\\" \\\n  and ticket for = \\"x\\""'],
  ])('knows the place of every word of a condition %s', (_, condition) => {
    expect(problemLines(withHeader(`matches: ${condition}\n${about}${inputs}`))).toEqual([
      'error unknown-fact “ticket for” → ticket form',
    ]);
  });
});

describe('inputs', () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['a: text from message', { name: 'a', type: { kind: 'text' }, source: { from: 'message' } }],
    [
      'a: yes/no from zendesk.ticket.has_attachment',
      { type: { kind: 'yes-no' }, source: { system: 'zendesk', record: 'ticket', field: 'has_attachment' } },
    ],
    [
      'a: text from zendesk.ticket.field "Sent from"',
      { source: { record: 'ticket', field: 'field', customField: 'Sent from' } },
    ],
    ['a: text from zendesk.ticket.field 360001', { source: { field: 'field', customField: '360001' } }],
    [
      'a: date from salesforce.account.Renewal_Date__c',
      { source: { system: 'salesforce', record: 'account', field: 'Renewal_Date__c' } },
    ],
    [
      'a: one of (sent from home, "x, y") from message',
      { type: { kind: 'choice', options: ['sent from home', 'x, y'] } },
    ],
    ['"a": count from stripe.customer.dispute_count', { name: 'a', source: { system: 'stripe' } }],
  ])('%s', (line, input) => {
    expect(parsed(withInput(line)).inputs[1]).toMatchObject(input);
    expect(problemLines(withInput(line))).toEqual([]);
  });

  it('may have an age', () => {
    const [, input] = parsed(withInput('a: text from message max age 10 minutes')).inputs;
    expect(input?.maxAge?.toFixed()).toBe('600');
  });

  it.each<readonly [string, ...string[]]>([
    ['a: mony from message', 'error header-invalid “mony” → money'],
    ['a: text', 'error header-invalid “text”'],
    ['a:', 'error header-invalid “a”'],
    ['a: text from shopify', 'error header-invalid “shopify”'],
    ['a: text from order.total', 'error header-invalid “order.total”'],
    ['a: text from message max age 10 minuts', 'error header-invalid “10 minuts”'],
    ['today: date from message', 'error header-invalid “today” → today-value'],
    ['Order  Value: text from message', 'error header-invalid “Order  Value” → Order Value 2'],
  ])('%s', (line, ...problems) => {
    expect(problemLines(withInput(line))).toEqual(problems);
  });

  it('can name a record of the SOP', () => {
    const text = withHeader(
      `${about}records:\n  last order: shopify.order by order value\n${inputs}  a: text from last order.note.text\n`,
    );
    const sop = parsed(text);
    expect(sop.records).toMatchObject([
      { name: 'last order', system: 'shopify', entity: 'order', by: 'order value' },
    ]);
    expect(sop.inputs[1]?.source).toEqual({
      from: 'system',
      system: 'shopify',
      record: 'order',
      field: 'note.text',
      customField: undefined,
      declaredRecord: 'last order',
    });
    expect(problemLines(text)).toEqual([]);
  });

  it('names a record by a fact', () => {
    const text = withHeader(
      `${about}records:\n  order: shopify.order by ordr value\n  other: shopify\n${inputs}`,
    );
    expect(problemLines(text)).toEqual([
      'error unknown-fact “ordr value” → order value',
      'error header-invalid “shopify”',
    ]);
  });
});

describe('actions', () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    [
      'refund: stripe.refund.amount = order value',
      {
        system: 'stripe',
        operation: 'refund',
        parameters: [{ name: 'amount', value: { text: 'order value' } }],
      },
    ],
    [
      'refund: stripe.refund (amount = min(order value, $5), reason = "x, y")',
      {
        parameters: [
          { name: 'amount', value: { text: 'min(order value, $5)' } },
          { name: 'reason', value: { text: '"x, y"' } },
        ],
      },
    ],
    ['cancel: shopify.cancel', { operation: 'cancel', parameters: [] }],
    ['cancel: shopify.cancel ()', { operation: 'cancel', parameters: [] }],
    [
      'refund: stripe.refund.amount = order value only if order value < $5 needs Team lead',
      { onlyIf: { text: 'order value < $5' }, needs: 'Team lead' },
    ],
    [
      'refund: stripe.refund (amount = order value) needs Team lead only if order value < $5',
      { onlyIf: { text: 'order value < $5' }, needs: 'Team lead' },
    ],
  ])('%s', (line, action) => {
    expect(parsed(withAction(line)).actions[0]).toMatchObject(action);
    expect(problemLines(withAction(line))).toEqual([]);
  });

  it.each<readonly [string, ...string[]]>([
    ['refund: stripe.refund.amount = order valu', 'error unknown-fact “order valu” → order value'],
    ['refund: stripe.refund.amount = order value + 3 days', 'error type-mismatch “order value + 3 days”'],
    ['refund: stripe.refund.amount = order value only if order value', 'error not-a-condition “order value”'],
    ['refund: stripe.refund (amount)', 'error header-invalid “amount”'],
    ['refund: stripe.refund (a = 1, a = 2)', 'error header-invalid “a = 2”'],
    ['refund: give it back', 'error header-invalid “give it back”'],
    ['refund:', 'error header-invalid “refund”'],
    ['a: x.y\n  A: x.z', 'error header-invalid “A”'],
  ])('%s', (line, ...problems) => {
    expect(problemLines(withAction(line))).toEqual(problems);
  });

  it('can be proposed although there is a mistake in them, so that one mistake is one problem', () => {
    const text = withAction('refund: stripe.refund.amount = order valu').replace('Stop.', 'Propose refund.');
    expect(problemLines(text)).toEqual(['error unknown-fact “order valu” → order value']);
  });
});
