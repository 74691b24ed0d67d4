import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/domain/complete/complete.ts';
import type { CompletionKind } from '../../../src/domain/complete/completion.ts';
import { header } from '../sop/sop-text.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

/** Completes where the text has a `¦`. */
function completeAt(marked: string) {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const completion = complete(text, offset, { catalogue: sampleCatalogue });
  const accept = (label: string): string | undefined => {
    const item = completion.items.find((one) => one.label === label);
    return item && text.slice(0, completion.from) + item.insert + text.slice(completion.to);
  };
  return { ...completion, accept, labels: completion.items.map(({ label }) => label) };
}

const body = `
## Steps

1. **First.** [P1]
   - BULLET

2. **Second.**
   - Draft reply please wait.
   - Escalate to Trust and Safety because "a".
   - Close as "resolved".

## Decision: remedy

| carrier status | order value | then |
|---|---|---|
| CELL

## Reply: please wait

Please wait for REPLY.

## Examples

| carrier status | legal threat | fails | expect |
|---|---|---|---|
| EXAMPLE

[P1]: https://help.example.com/refunds "Refund policy"
`;

const inBullet = (bullet: string) => completeAt(header + body.replace('BULLET', bullet));
const inCell = (cell: string) => completeAt(header + body.replace('CELL', cell));
const inExample = (cell: string) => completeAt(header + body.replace('EXAMPLE', cell));
const inReply = (words: string) => completeAt(header + body.replace('REPLY', words));
const inHeader = (line: string, replaced: RegExp) => completeAt(header.replace(replaced, line) + body);

describe('completion in a bullet', () => {
  it.each([
    ['Gate Finance ¦', ['by another person']],
    ['Gate Finance "Refund?" by ¦', ['by another person']],
    ['¦', ['Get', 'Propose', 'If', 'Else if', 'Else', 'If unknown', 'On failure of']],
    ['I¦', ['If', 'If unknown', 'If refused']],
    ['If order value < $200: ¦', ['propose', 'escalate to']],
    ['If order value < $200: propose ¦', ['full refund', 'partial refund']],
    ['Propose full refund and ¦', ['draft reply', 'close as']],
    ['Draft reply ¦', ['please wait']],
    ['Decide ¦', ['remedy']],
    ['Escalate to ¦', ['Tier 2', 'Trust and Safety']],
    ['Escalate to Trust and ¦', ['Trust and Safety']],
    ['Escalate to Tier 2 ¦', ['because "']],
    ['Judge "Is it late?" ¦', ['by']],
    ['Judge "Is it late?" by ¦', ['Team lead']],
    ['Go to step ¦', ['1', '2']],
    ['Go to step 1 ¦', ['at most 3 times']],
    ['Hold for 4 ¦', ['hours', 'days']],
    ['Hold until ¦', ['legal threat']],
    ['Extract ¦', ['legal threat', 'terms and conditions']],
    ['Extract legal threat ¦', ['from the message']],
    ['Set zendesk.ticket.p¦', ['zendesk.ticket.priority']],
    ['Set zendesk.ticket.field "¦', ['Order number', 'Ship exception']],
    ['Set zendesk.ticket.priority ¦', ['to']],
    ['Close as "¦', ['resolved']],
    ['On failure of ¦', ['full refund', 'stripe', 'shopify', 'zendesk']],
    ['On failure of stripe: ¦', ['retry once, then', 'escalate to']],
    ['On failure of stripe: retry twice after 5 ¦', ['minutes']],
    ['On rejection of ¦', ['full refund']],
    ['Stop. [¦', ['P1']],
    ['Ask the customer "Where is {¦', ['order value', 'requester name']],
  ])('“%s” offers %j', (bullet, labels) => {
    expect(inBullet(bullet).labels).toEqual(expect.arrayContaining(labels));
  });

  it.each([
    ['Add tag "¦', 'a tag is free'],
    ['Judge "¦', 'a question is free'],
    ['Escalate to Tier 2 because "¦', 'a reason is free'],
  ])('“%s” offers nothing: %s', (bullet) => {
    expect(inBullet(bullet).labels).toEqual([]);
  });

  it('writes a capital where a bullet begins, and small letters behind a colon', () => {
    expect(inBullet('pro¦').items[0]?.insert).toBe('Propose ');
    expect(inBullet('If legal threat: pro¦').items[0]?.insert).toBe('propose ');
  });

  it('knows that `and` in a list of facts can also join an instruction', () => {
    expect(inBullet('Get order value and p¦').labels).toEqual(
      expect.arrayContaining(['prior chargebacks', 'promised date', 'propose']),
    );
  });

  it('takes an `and` inside a name for a part of it', () => {
    expect(inBullet('Extract terms and c¦').labels).toEqual(['terms and conditions']);
  });

  it('offers what a person is called in the whole document, but not what is being typed', () => {
    expect(inBullet('Escalate to Ti¦').labels).toEqual(['Tier 1', 'Tier 2']);
  });
});

describe('completion in a condition', () => {
  it.each([
    ['If order v¦', ['order value']],
    ['If terms and c¦', ['terms and conditions']],
    ['If value¦', ['order value']],
    ['If carrier status ¦', ['=', 'is', 'in (', 'is known']],
    ['If carrier status = ¦', ['lost', 'in transit']],
    ['If carrier status = "¦', ['lost', 'in transit']],
    ['If carrier status is ¦', ['lost', 'in transit', 'known', 'one of (', 'not']],
    ['If carrier status in ("lost", ¦', ['in transit']],
    ['If carrier status is one of ("¦', ['lost', 'in transit']],
    ['If order value ¦', ['<', '>=', 'between', 'is at least']],
    ['If order value is at l¦', ['at least']],
    ['If order value between $1 and ¦', ['order value']],
    ['If promised date is ¦', ['before', 'after', 'today']],
    ['If legal threat ¦', ['and', 'or', 'is unknown']],
    ['If order value < $200 ¦', ['and', 'or']],
    ['If order value < $200 and n¦', ['not']],
    ['If days since(¦', ['promised date']],
    ['If count(¦', ['orders', 'ticket tags']],
    ['If promised date + 3 ¦', ['days', 'weeks']],
    ['If orders ¦', ['contains', 'is known']],
    ['If not ¦', ['legal threat']],
  ])('“%s” offers %j', (bullet, labels) => {
    expect(inBullet(bullet).labels).toEqual(expect.arrayContaining(labels));
  });

  it.each([
    ['If carrier status ¦', '<'],
    ['If orders ¦', '='],
    ['If legal threat ¦', 'between'],
    ['If order value < $200 ¦', '='],
    ['If order value = ¦', 'carrier status'],
    ['If days since(¦', 'order value'],
    ['If promised date is ¦', 'at least'],
  ])('“%s” does not offer “%s”, which does not fit the type', (bullet, label) => {
    const { labels } = inBullet(bullet);
    expect(labels).not.toHaveLength(0);
    expect(labels).not.toContain(label);
  });

  it('says of a fact what it is and where it comes from', () => {
    expect(inBullet('If order v¦').items).toEqual([
      {
        label: 'order value',
        insert: 'order value',
        kind: 'fact' satisfies CompletionKind,
        detail: 'money USD from shopify.order.total_price',
      },
    ]);
  });

  it('replaces the whole name in the middle of which it is asked', () => {
    expect(inBullet('If order va¦lue < $5: stop.').accept('order value')).toContain(
      '- If order value < $5: stop.',
    );
    expect(inBullet('If order ¦value < $5: stop.').accept('order value')).toContain(
      '- If order value < $5: stop.',
    );
  });

  it('closes the quotation marks that it opens, and no others', () => {
    expect(inBullet('If carrier status = l¦').accept('lost')).toContain('= "lost"');
    expect(inBullet('If carrier status = "l¦').accept('lost')).toContain('= "lost"');
    expect(inBullet('If carrier status = "l¦ost": stop.').accept('lost')).toContain('= "lost": stop.');
    expect(inBullet('If carrier status = “l¦').accept('lost')).toContain('= “lost”');
  });
});

describe('completion in tables and texts', () => {
  it.each([
    ['¦', ['lost', 'in transit', 'any', 'unknown']],
    ['l¦', ['lost']],
    ['lost, ¦', ['in transit']],
    ['lost | ¦', ['any', '<', '>=']],
    ['lost | any | ¦', ['propose', 'escalate to']],
    ['lost | any | escalate to ¦', ['Tier 2']],
  ])('the cell “%s” of a decision offers %j', (cell, labels) => {
    expect(inCell(cell).labels).toEqual(expect.arrayContaining(labels));
  });

  it.each([
    ['¦', ['lost', 'in transit', 'unknown']],
    ['lost | ¦', ['yes', 'no', 'unknown']],
    ['lost | yes | ¦', ['stripe', 'full refund']],
    ['lost | yes | | ¦', ['propose full refund', 'judge', 'hold', 'escalate to Tier 2', 'close as resolved']],
    ['lost | yes | | judge; pro¦', ['propose full refund', 'propose partial refund']],
  ])('the cell “%s” of an example offers %j', (cell, labels) => {
    expect(inExample(cell).labels).toEqual(expect.arrayContaining(labels));
  });

  it('offers the columns that a table does not have yet', () => {
    const { labels } = completeAt(
      (header + body).replace('| carrier status | legal', '| carrier status | ¦ | legal'),
    );
    expect(labels).toEqual(
      expect.arrayContaining(['order value', 'days since promised date', 'count(orders)']),
    );
    expect(labels).not.toContain('carrier status');
  });

  it('offers facts behind a brace in a reply, and closes it', () => {
    expect(inReply('{order ¦').accept('order value')).toContain('Please wait for {order value}.');
    expect(inReply('{order ¦}').accept('order value')).toContain('Please wait for {order value}.');
    expect(inReply('order¦').labels).toEqual([]);
  });

  it('offers the sections that are missing, and the names that bullets already use', () => {
    expect(completeAt(`${header}${body}\n## ¦`).labels).toEqual(['Decision:', 'Edge cases', 'Reply:']);
    const wanting = body.replace('BULLET', 'Draft reply sorry and close as "x".');
    expect(completeAt(`${header}${wanting}\n## Reply: ¦`).labels).toEqual(['sorry']);
  });

  it('offers nothing in a note', () => {
    expect(completeAt(`${header}\nOrder¦ things.\n`).labels).toEqual([]);
  });
});

describe('completion in the header', () => {
  const input = / {2}order value:.*/;
  const action = / {2}full refund:.*/;

  it.each([
    ['sta¦', ['status']],
    ['status: ¦', ['draft', 'live', 'retired']],
    ['for: o¦', ['organization']],
    ['owner: T¦', ['Tier 2', 'Team lead', 'Trust and Safety']],
    ['review_every: ¦', ['6 months', '90 days']],
    ['matches: ticket f¦', ['ticket form']],
    ['matches: ticket tags ¦', ['contains']],
  ])('“%s” offers %j', (line, labels) => {
    expect(inHeader(`title: Sample\n${line}`, /title: Sample/).labels).toEqual(
      expect.arrayContaining(labels),
    );
  });

  it('offers no key twice', () => {
    expect(inHeader('title: Sample\n¦', /title: Sample/).labels).toEqual([
      'status',
      'for',
      'matches',
      'records',
    ]);
  });

  it.each([
    ['  order value: mo¦', ['money', 'money USD']],
    ['  order value: money USD ¦', ['from']],
    ['  order value: money USD from ¦', ['message', 'shopify.order.total_price']],
    ['  order value: money USD from shopify.order.t¦', ['shopify.order.total_price']],
    ['  order value: money USD from zendesk.ticket.field "¦', ['Order number']],
    ['  order value: text from zendesk.organization.field "¦', ['Plan']],
    ['  order value: text from message ¦', ['max age']],
    ['  order value: text from message max age ¦', ['10 minutes']],
  ])('the input “%s” offers %j', (line, labels) => {
    expect(inHeader(line, input).labels).toEqual(expect.arrayContaining(labels));
  });

  it('puts sources of the declared type first', () => {
    // Of all systems together only the fitting ones are among the first fifty.
    const { labels } = inHeader('  order value: money USD from shopify.order.¦', input);
    expect(labels).toContain('shopify.order.name');
    expect(labels.indexOf('shopify.order.total_price')).toBeLessThan(labels.indexOf('shopify.order.name'));
  });

  it.each([
    ['  full refund: ¦', ['stripe.refund', 'stripe.refund.amount', 'shopify.reship']],
    ['  full refund: stripe.refund (¦', ['amount']],
    ['  full refund: stripe.refund (amount = ¦', ['order value', 'round']],
    ['  full refund: stripe.refund.amount = ¦', ['order value', 'round']],
    ['  full refund: stripe.refund.amount = order value ¦', ['only if', 'needs']],
    ['  full refund: stripe.refund (amount = order value) only if ¦', ['legal threat']],
    ['  full refund: stripe.refund (amount = order value) needs ¦', ['Team lead']],
  ])('the action “%s” offers %j', (line, labels) => {
    expect(inHeader(line, action).labels).toEqual(expect.arrayContaining(labels));
  });

  it('offers the records of the systems, the facts that find one, and then its fields', () => {
    const record = (line: string) => inHeader(`records:\n${line}\ninputs:`, /inputs:/).labels;
    expect(record('  parcel: shop¦')).toContain('shopify.order');
    expect(record('  parcel: shopify.order ¦')).toContain('by');
    expect(record('  parcel: shopify.order by ¦')).toContain('order value');
    const { labels } = inHeader(
      'records:\n  parcel: shopify.order by order value\ninputs:\n  x: text from parcel.tr¦',
      /inputs:/,
    );
    expect(labels).toContain('parcel.tracking_number');
  });

  it('works in a header that is not closed yet', () => {
    expect(completeAt('---\nsop: x\nti¦').labels).toEqual(['title']);
    expect(completeAt('---\n¦').labels).toContain('sop');
  });

  it('offers the words of the language without a catalogue', () => {
    expect(complete('- pro', 5).items.map(({ label }) => label)).toEqual(['Propose']);
  });
});
