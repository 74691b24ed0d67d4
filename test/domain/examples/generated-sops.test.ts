import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { runSituation } from '../../../src/domain/run/run-example.ts';
import { findBranches } from '../../../src/domain/examples/find-branches.ts';
import { shows, tracesOf } from '../../../src/domain/examples/shows-in-run.ts';
import { completed, coverageOf, openOf, runnable, today } from './testing.ts';

const amounts = ['$5', '$50', '$50.01', '$200'];
const comparison = fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), fc.constantFrom(0, 1, 3));
const amount = fc.tuple(fc.constantFrom('<', '<=', '>', '='), fc.constantFrom(...amounts));
const simple = fc.oneof(
  amount.map(([sign, value]) => `order value ${sign} ${value}`),
  comparison.map(([sign, value]) => `chargebacks ${sign} ${String(value)}`),
  comparison.map(([sign, value]) => `days since(sent) ${sign} ${String(value)}`),
  comparison.map(([sign, value]) => `count(disputes) ${sign} ${String(value)}`),
  fc.constantFrom(
    'status = "lost"',
    'status in ("lost", "late")',
    'vip',
    'not vip',
    'vip is unknown',
    'paid < order value',
  ),
  fc.constantFrom(
    'order value between $5 and $50',
    'disputes contains "D1"',
    'note contains "gift"',
    'note = "x"',
  ),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.tuple(simple, fc.constantFrom('and', 'or'), simple).map((parts) => parts.join(' ')),
  },
);

const doing = fc.constantFrom(
  'propose refund',
  'propose small refund',
  'gate Team lead',
  'draft reply sorry',
  'escalate to Tier 2',
  'close as "done"',
  'stop',
  'hold for 1 day',
  'decide remedy',
);
const chain = fc
  .record({
    branches: fc.array(fc.tuple(condition, doing), { minLength: 1, maxLength: 3 }),
    otherwise: fc.option(doing),
    unknown: fc.option(doing),
  })
  .map(({ branches, otherwise, unknown }) =>
    [
      ...branches.map(([asked, then], at) => `   - ${at === 0 ? 'If' : 'Else if'} ${asked}: ${then}.`),
      ...(otherwise === null ? [] : [`   - Else: ${otherwise}.`]),
      ...(unknown === null ? [] : [`   - If unknown: ${unknown}.`]),
    ].join('\n'),
  );

const cell = fc.constantFrom('any', '< $50', '>= $50', '[$5..$200)', '$200');
const row = fc
  .tuple(
    cell,
    fc.constantFrom('any', 'lost', 'late, other'),
    doing.filter((words) => words !== 'decide remedy'),
  )
  .map((cells) => `| ${cells.join(' | ')} |`);

const document = fc
  .record({
    chains: fc.array(chain, { minLength: 1, maxLength: 3 }),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    mode: fc.constantFrom('first match', 'exactly one'),
    when: fc.option(condition),
    lock: fc.option(simple),
  })
  .map(
    ({ chains, rows, mode, when, lock }) => `---
sop: generated
title: Generated
version: 1
owner: Support
reviewed: 2026-01-01
review_every: 6 months
inputs:
  order value: money USD from shopify.order.total_price
  paid: money USD from stripe.charge.amount
  chargebacks: count from stripe.customer.dispute_count
  sent: date from easypost.tracker.sent_at
  disputes: list from stripe.customer.open_disputes
  status: one of (lost, late, other) from easypost.tracker.status
  vip: yes/no from message
  note: text from zendesk.ticket.field "Note"
actions:
  refund: stripe.refund.amount = order value
  small refund: stripe.refund (amount = $10)${lock === null ? '' : ` only if ${lock}`}
---

## Steps

${chains.map((bullets, at) => `${String(at + 1)}. **Step.**\n${bullets}`).join('\n')}

## Decision: remedy (${mode})

| order value | status | then |
|---|---|---|
${rows.join('\n')}

## Edge cases
${when === null ? '' : `\n- When ${when}: escalate to Legal.`}
- On failure of small refund: escalate to Payments.
- On failure of stripe: close as "not paid".

## Reply: sorry

Sorry.
`,
  );

it('rows are suggested for all that can be reached, and they pass as they are read', () => {
  fc.assert(
    fc.property(document, (text) => {
      const { text: whole, suggestions } = completed(text);
      const coverage = coverageOf(whole);
      expect(coverage.results.filter(({ result }) => result.is === 'failed')).toEqual([]);
      const given = suggestions.unreached.map(({ target }) =>
        'path' in target ? target.text : `${target.name} ${target.text}`,
      );
      expect(openOf(coverage).toSorted()).toEqual(given.toSorted());
    }),
    { numRuns: 60 },
  );
}, 60_000);

const facts = fc.record({
  'order value': fc.constantFrom<FactJson>('$4', '$5', '$6', '$50', '$50.01', '$60', '$200', '$300', null),
  paid: fc.constantFrom<FactJson>('$4', '$100', null),
  chargebacks: fc.constantFrom<FactJson>(0, 1, 2, 3, 4, null),
  sent: fc.constantFrom<FactJson>(
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
    '2026-11-18',
    '2026-11-17',
    '2026-11-01',
    null,
  ),
  disputes: fc.constantFrom<FactJson>([], ['D1'], ['D1', 'D2', 'D3', 'D4'], ['D2', 'D3', 'D4'], null),
  status: fc.constantFrom<FactJson>('lost', 'late', 'other', null),
  vip: fc.constantFrom<FactJson>(true, false, null),
  note: fc.constantFrom<FactJson>('x', 'a gift', '', null),
});

it('no facts reach a branch of which it is said that no case comes there', () => {
  fc.assert(
    fc.property(document, fc.array(facts, { minLength: 20, maxLength: 20 }), (text, worlds) => {
      const sop = runnable(text);
      const { unreached } = completed(text).suggestions;
      const never = unreached.flatMap(({ target, because }) =>
        'path' in target && because.startsWith('no case') ? [target.path] : [],
      );
      const signs = findBranches(sop).filter(({ path }) => never.includes(path));
      for (const world of worlds) {
        const traces = tracesOf(
          runSituation(sop, { facts: new Map(Object.entries(world)), fails: [] }, today),
        );
        expect(signs.filter((branch) => shows(traces, branch.signs)).map(({ path }) => path)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
