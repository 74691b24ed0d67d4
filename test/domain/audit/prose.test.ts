import { describe, expect, it } from 'vitest';
import { auditOf, messagesIn, placesIn } from './prose-sop-text.ts';

/** A prose SOP with nothing to find in it. */
const good = `---
title: Parcel that came damaged
owner: Support Operations
reviewed: 2026-09-01
review_every: 6 months
---

# Parcel that came damaged

1. Open the order in Shopify by its order number. If there is no order number in the ticket, search Shopify by the requester's email.
2. If the order total is $50 or more, assign the ticket to Tier 2. Otherwise refund the order total in Shopify.
3. If the customer has several damaged orders, open one ticket per order in Zendesk.
4. When Shopify is down, retry after 30 minutes, then escalate to Tier 2.
5. Set the field "Outcome" to "refunded" and close the ticket.

Unless the photo shows the damage, ask the customer for one, as the [Refund policy](https://example.com/policies/refunds) says.
`;

describe('the audit of a prose SOP', () => {
  it('has nothing to say about one that leaves nothing open', () => {
    const { kind, scores, ready, findings } = auditOf(good);
    expect(findings).toEqual([]);
    expect({ kind, scores, ready }).toEqual({
      kind: 'prose',
      scores: { specificity: 5, decidability: 5, completeness: 5, currency: 5 },
      ready: true,
    });
  });

  it('gives its findings in reading order', () => {
    const { findings } = auditOf('Refund it soon.\n\nUsually update the field.\n\nTODO\n');
    expect(findings.map(({ from }) => from)).toEqual(
      findings.map(({ from }) => from).toSorted((a, b) => a - b),
    );
    expect(findings.length).toBeGreaterThan(4);
  });

  it('finds no instruction in an empty text or in one that only describes', () => {
    for (const text of ['', '\n\n', '# Title\n', 'The shop opened in spring and sells chairs.\n']) {
      expect(messagesIn(text, 'specificity')).toEqual([
        expect.stringContaining('No sentence here says what to do'),
      ]);
    }
  });

  it('reads bullets, numbers, quotes in cells and soft line ends, but no code', () => {
    expect(placesIn('- Update the\n  record\n', 'specificity')).toEqual(['Update the record']);
    expect(placesIn('| step |\n|---|\n| Update the record |\n', 'specificity')).toEqual([
      'Update the record',
    ]);
    expect(placesIn('Open Shopify.\n\n```\nUpdate the record.\n```\n', 'specificity')).toEqual([]);
  });
});

describe('specificity', () => {
  it.each([
    ['Update the record.', 'Update the record.'],
    ['First, refund in full.', 'First, refund in full.'],
    ['If the parcel broke, refund in full.', 'If the parcel broke, refund in full.'],
    ['We refund the missing items.', 'We refund the missing items.'],
    ['Check the system.', 'the system'],
    ['Set the field to the value.', 'the field'],
    ['Refund orders below a certain amount in Shopify.', 'a certain amount'],
    ['Refund the amount to Stripe within some days.', 'some days'],
    ['Link it in the system ticket.', 'the system'],
    ['If the parcel is late, open Shopify.', 'late'],
    ['Check the order.', 'Check the order.'],
    ['Apply the appropriate tag.', 'the appropriate tag'],
    ['Send it to the relevant team.', 'the relevant team'],
    ['Send it to the relevant teams.', 'the relevant teams'],
    ['Search the order in .', 'in'],
    ['Reply to the customer within , then open Shopify.', 'within'],
    ['Open the and search for the order.', 'the'],
    ['Ask around in Slack.', 'Ask around'],
    ['Assign the ticket to someone in Zendesk.', 'someone'],
  ])('%j costs at %j', (text, place) => {
    expect(placesIn(text, 'specificity')).toContain(place);
  });

  it.each([
    'Refund the order total in Shopify.',
    'Set "Ship exception" to resolved.',
    'Update the `status` field.',
    'Assign the ticket to the billing team.',
    'Follow the [refund steps](https://example.com/steps).',
    'Tell the customer.',
    'Close the ticket.',
    'Post in #billing-questions.',
    'Retry after 3 days.',
    'Fill out the form as follows:',
    'The system was replaced in spring. Open Shopify.',
    'Ask the system administrator to open Shopify.',
    'Log in, then open Shopify and look into.',
    'Do not tell anyone in Slack.',
    '| Priority | what to do |\n|---|---|\n| Review | Open Shopify. |',
    'Open Shopify. Refund the amount of the order in Shopify.',
  ])('%j names what it acts on', (text) => {
    expect(placesIn(text, 'specificity')).toEqual([]);
  });
});

describe('decidability', () => {
  it.each([
    ['Use good judgement.', 'good judgement'],
    ['Send a voucher in Shopify if appropriate.', 'if appropriate'],
    ['VIP customers get a voucher if appropriate.', 'if appropriate'],
    ['You may want to call the customer.', 'may want to'],
    ['Consider a refund in Shopify.', 'Consider'],
    ['Usually, refund in Shopify.', 'Usually'],
    ['Wait for about 3 days, then open Shopify.', 'about'],
    ['Reply to the customer soon.', 'soon'],
    ['Refund small amounts in Shopify.', 'small amounts'],
    ['Refund a large sum in Shopify.', 'large sum'],
    ['If the order total is high, open Shopify.', 'is high'],
    ['Try again in Shopify a bit later.', 'a bit later'],
    ['Wait a while before you open Shopify.', 'a while'],
    ['Call the customer whenever you have time.', 'whenever you have time'],
    ['In certain situations, open Shopify.', 'In certain situations'],
    ['Refund orders under $200 in Shopify. Send orders over $200 to Tier 2.', 'over $200'],
    [
      'If it is less than 3 days late, wait; if it is more than 3 days late, open Shopify.',
      'more than 3 days',
    ],
    ['Refund orders over 1,000 USD by hand. Refund those below 1,000 USD in Shopify.', 'below 1,000 USD'],
  ])('%j costs at %j', (text, place) => {
    expect(placesIn(text, 'decidability')).toContain(place);
  });

  it.each([
    'Parcels usually take two days. Open Shopify.',
    'Refund orders under $200 in Shopify. Send orders of $200 or more to Tier 2.',
    'Refund orders under $200 in Shopify. Send orders over $300 to Tier 2.',
    'Refund orders under $200 in Shopify. Send orders over $200 to Tier 2. At exactly $200 ask Tier 2.',
    'Refund orders of at most $200 in Shopify. Send orders over $200 to Tier 2.',
    '# Refunds\n\nRefund orders under $200 in Shopify.\n\n# Claims\n\nFile claims over $200 in Shopify.',
    'Reply with "We will usually answer soon".',
    'Send it to the relevant team.',
    'Refund orders below a certain amount in Shopify within some days.',
    'A high priority ticket is long. Open Shopify.',
  ])('%j leaves nothing to interpretation', (text) => {
    expect(placesIn(text, 'decidability')).toEqual([]);
  });

  it('is what an open sentence pays in, not for its missing names as well', () => {
    expect(placesIn('We usually refund the missing items.', 'decidability')).toEqual(['usually']);
    expect(placesIn('We usually refund the missing items.', 'specificity')).toEqual([]);
  });

  it('gives advice without the words of the SOP language', () => {
    const text =
      'Use good judgement. Usually refund in Stripe if appropriate. If it looks odd, open Shopify.';
    const messages = messagesIn(text, 'decidability');
    expect(messages).toHaveLength(4);
    for (const message of messages) expect(message).not.toMatch(/Gate|Judge|Else/);
  });

  it('says which border is open', () => {
    expect(messagesIn('Refund under $200. Escalate over $200.', 'decidability')).toEqual([
      expect.stringContaining('exactly $200'),
    ]);
  });
});

describe('completeness', () => {
  const steps = 'Look the order up in Shopify. Refund the order total in Stripe. Close the ticket.';

  it('misses edge cases, missing facts, several records and failures', () => {
    const messages = messagesIn(steps, 'completeness').join('\n');
    expect(messages).toContain('No edge cases');
    expect(messages).toContain('missing or cannot be found');
    expect(messages).toContain('several');
    expect(placesIn(steps, 'completeness')).toEqual(expect.arrayContaining(['Shopify', 'Stripe']));
  });

  it('wants a failure path for each system that is not Zendesk', () => {
    const places = placesIn(`${steps} When Shopify is down, wait 30 minutes.`, 'completeness');
    expect(places).toContain('Stripe');
    expect(places).not.toContain('Shopify');
    expect(placesIn('Open the ticket in Zendesk.', 'completeness')).not.toContain('Zendesk');
  });

  it('takes a failure without a name for the systems of its section', () => {
    expect(placesIn(`${steps} If that fails, escalate to Tier 2.`, 'completeness')).not.toContain('Stripe');
    expect(placesIn(`${steps}\n\n# Other\n\nIf that fails, escalate to Tier 2.`, 'completeness')).toContain(
      'Stripe',
    );
  });

  it('knows a system that it has never heard of by where it stands', () => {
    expect(placesIn('Search in Parcelbase.', 'completeness')).toContain('Parcelbase');
    expect(placesIn("Check the carrier's site.", 'completeness')).toContain("carrier's site");
    expect(placesIn('Search in May.', 'completeness')).not.toContain('May');
  });

  it('finds a case that is named and has no outcome', () => {
    const open = 'For partial deliveries use good judgement.';
    expect(messagesIn(open, 'completeness')).toContainEqual(
      expect.stringContaining('No outcome for “partial deliveries”'),
    );
    const closed = 'For partial deliveries refund the missing items in Shopify.';
    expect(messagesIn(closed, 'completeness')).not.toContainEqual(expect.stringContaining('No outcome for'));
    expect(messagesIn('# One\n\n# Two\n\nOpen Shopify.', 'completeness').join('\n')).toContain(
      '“One” is empty',
    );
    expect(messagesIn('# One\n\n## Two\n\nOpen Shopify.', 'completeness').join('\n')).not.toContain(
      'is empty',
    );
  });

  it('finds links to sections that are not there', () => {
    const text = '# Refunds & claims\n\nSee [claims](#claims). See section Chargebacks. Open Shopify.';
    expect(placesIn(text, 'completeness')).toEqual(
      expect.arrayContaining(['#claims', 'See section Chargebacks']),
    );
    for (const link of [
      '(#refunds--claims)',
      '(#refunds-claims)',
      '(other.md#claims)',
      '(https://example.com#claims)',
    ]) {
      expect(messagesIn(text.replace('(#claims)', link), 'completeness').join('\n')).not.toContain('“#');
    }
    expect(placesIn('# A b\n\nSee section A b. Open Shopify.', 'completeness')).not.toContain(
      'See section A b',
    );
  });

  it('wants an outcome', () => {
    const says = 'No outcome: nothing says how it ends';
    expect(messagesIn('Open Shopify.', 'completeness').join('\n')).toContain(says);
    expect(messagesIn('Open Shopify. Close the ticket.', 'completeness').join('\n')).not.toContain(says);
  });
});

describe('currency', () => {
  const body = '\n\nOpen the order in Shopify. [Refund policy](https://example.com/policy)\n';

  it.each([
    '---\nowner: Billing\n---',
    '**Owner:** Billing',
    '- Owner – Billing',
    '| Owner | Billing |\n|---|---|',
    'This page is maintained by the billing team.',
    'Maintainer: @billing',
  ])('%j names an owner', (text) => {
    expect(messagesIn(text + body, 'currency').join('\n')).not.toContain('No owner');
  });

  it.each(['', 'Owner: TBD', 'Owner:', '---\nowner:\n---', 'The owner of the shop is asked first.'])(
    '%j names none',
    (text) => {
      expect(messagesIn(text + body, 'currency').join('\n')).toContain('No owner');
    },
  );

  it('reads the owner and the date of a table with such columns, and not of one of tasks', () => {
    const about = `| **Owner** | Last reviewed | Version |\n|---|---|---|\n| Billing | 2026-09-01 | 2 |${body}`;
    expect(messagesIn(about, 'currency')).toEqual([expect.stringContaining('not when it is due again')]);
    const tasks = `| Task | Owner |\n|---|---|\n| Refunds | Billing |${body}`;
    expect(messagesIn(tasks, 'currency').join('\n')).toContain('No owner');
  });

  it.each([
    'Process owner: Support Operations',
    'Document owner: Review Board',
    'Last reviewed: open since May',
  ])('%j asks nobody to do anything', (line) => {
    const described = `The shop opened in spring.\n\n${line}\n`;
    expect(messagesIn(described, 'specificity')).toEqual([
      expect.stringContaining('No sentence here says what to do'),
    ]);
  });

  it('leaves the steps alone that stand behind an owner on one line', () => {
    expect(placesIn('Process owner: Billing. Update the record.', 'specificity')).toEqual([
      'Update the record.',
    ]);
  });

  it('takes an area for less than an owner, and for more than nothing', () => {
    const scores = ['', '---\ncategory: Billing\n---', '---\nowner: Billing\n---'].map(
      (header) => auditOf(header + body).scores.currency,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(new Set(scores).size).toBe(3);
  });

  it.each([
    ['Last updated: 2026-09-01', 'not when it is due again'],
    ['Last reviewed on September 1, 2026', 'not when it is due again'],
    ['Reviewed: 2026-01-01\nReview every: 3 months', 'overdue by 23'],
    ['Updated: 01/31/2025', 'more than a year ago'],
    ['Updated: March 2022', 'more than two years ago'],
    ['Last edited some time last year.', '“Last edited some time last year” is none'],
    ['Version: 3', 'there is a version'],
    ['The order date is 2026-09-01.', 'No date and no version'],
  ])('%j: %j', (text, says) => {
    const messages = messagesIn(`Owner: Billing\n\n${text}${body}`, 'currency');
    expect(messages).toEqual([expect.stringContaining(says)]);
  });

  it.each(['Reviewed: 1 Sep 2026\nReview every: 3 months', 'Reviewed: 2026-01-01\nNext review: 2026-12-01'])(
    '%j is in time',
    (text) => {
      expect(messagesIn(`Owner: Billing\n\n${text}${body}`, 'currency')).toEqual([]);
    },
  );

  it('reads the day as months have it', () => {
    const reviewed = (date: string) =>
      messagesIn(`Owner: A\n\nReviewed: ${date}\nReview every: 1 year${body}`, 'currency');
    expect(reviewed('2025-11-20')).toEqual([]);
    expect(reviewed('2025-11-19')).toEqual([expect.stringContaining('overdue by a day')]);
    expect(reviewed('2026-02-30')).toEqual([expect.stringContaining('No date')]);
  });

  it.each([
    ['Follow this until 11/15/2025.', '“11/15/2025” is past'],
    ['TODO write the steps.', '“TODO” was never filled in'],
    ['This page is outdated.', 'says that this is out of date'],
  ])('%j: %j', (text, says) => {
    expect(messagesIn(text, 'currency')).toContainEqual(expect.stringContaining(says));
  });

  it.each([
    'Follow this until 11/15/2027.',
    'The shop opened on 11/15/2025.',
    '`TODO`',
    'To do: open Shopify.',
  ])('%j is not past', (text) => {
    const messages = messagesIn(text, 'currency').join('\n');
    expect(messages).not.toMatch(/is past|never filled in|out of date/);
  });

  it('wants a link to what it rests on', () => {
    expect(messagesIn('Open Shopify.', 'currency')).toContainEqual(
      expect.stringContaining('there is no link'),
    );
    expect(messagesIn('Open [Shopify](https://example.com).', 'currency')).toContainEqual(
      expect.stringContaining('none of the links'),
    );
    expect(messagesIn(body, 'currency').join('\n')).not.toContain('No evidence');
  });
});
