import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditDimensions, type Audit, type AuditDimension } from '../../../src/domain/audit/audit-result.ts';
import { auditOf, sampleSop, sampleWith } from './sample-sop.ts';

const perfect = auditOf(sampleSop);

/** The dimensions in which a changed sample scores less than the sample, and where. */
function fall(text: string): Partial<Record<AuditDimension, number>> {
  const { scores } = auditOf(text);
  const fallen = auditDimensions.filter((dimension) => scores[dimension] < perfect.scores[dimension]);
  return Object.fromEntries(fallen.map((dimension) => [dimension, scores[dimension]]));
}

function placesOf(text: string, { findings }: Audit, dimension: AuditDimension): readonly string[] {
  return findings
    .filter((finding) => finding.dimension === dimension)
    .map(({ from, to }) => text.slice(from, to));
}

const afterClose = '   - Close as "resolved".\n';

describe('a small change of an SOP', () => {
  it('finds nothing in the sample', () => {
    expect(perfect.findings).toEqual([]);
  });

  it.each<readonly [what: string, piece: string, by: string, dimension: AuditDimension, place: string]>([
    [
      'a bullet that names no field',
      '- Set zendesk.ticket.field "Outcome" to "refunded".',
      '- Mark the ticket as done.',
      'specificity',
      'Mark the ticket as done',
    ],
    [
      'a reply that everybody would write in other words',
      '- Draft reply refunded.',
      '- Draft reply "that we have refunded it".',
      'specificity',
      'Draft reply "that we have refunded it"',
    ],
    [
      'a gate without a question',
      afterClose,
      `   - Gate Team lead.\n${afterClose}`,
      'specificity',
      'Gate Team lead',
    ],
    [
      'a vague bullet',
      afterClose,
      `   - Use good judgement on what to add.\n${afterClose}`,
      'decidability',
      'Use good judgement on what to add',
    ],
    [
      'a judgement that nobody is asked for',
      afterClose,
      `   - Check whether the parcel looks new.\n${afterClose}`,
      'decidability',
      'Check whether the parcel looks new',
    ],
    ['a misspelt fact', 'If order value <', 'If order valu <', 'specificity', 'order valu'],
    [
      'a name of an action that is not declared',
      'propose full refund.',
      'propose ful refund.',
      'specificity',
      'ful refund',
    ],
    ['a comparison of two kinds', '< $200:', '< "much":', 'decidability', 'order value < "much"'],
    ['no owner', 'owner: Support operations\n', '', 'currency', '---'],
    ['no review date', 'reviewed: 2026-09-14\n', '', 'currency', '---'],
  ])('%s', (_, piece, by, dimension, place) => {
    const text = sampleWith(piece, by);
    const audited = auditOf(text);
    expect(audited.scores[dimension]).toBeLessThan(perfect.scores[dimension]);
    expect(placesOf(text, audited, dimension)).toContainEqual(expect.stringContaining(place));
  });

  it('without examples it is not ready, and that is said once', () => {
    const text = sampleSop.replace(/## Examples[\s\S]*?\n\n\[P1\]/, '[P1]');
    const audited = auditOf(text);
    expect(fall(text)).toEqual({ completeness: 3.8 });
    expect(placesOf(text, audited, 'completeness')).toEqual(['title: Small refund']);
  });

  it('a table of examples without rows is no example', () => {
    const text = sampleSop.replace(/(\|---\|---\|---\|\n)(\|.*\n)+/, '$1');
    expect(auditOf(text).scores.completeness).toBeLessThan(4);
  });

  it('without edge cases it is less complete', () => {
    const text = sampleSop
      .replace(/## Edge cases[\s\S]*?(?=## Reply)/, '')
      .replace(/ {3}- If unknown.*\n/, '');
    const message = expect.stringContaining('out of the ordinary') as string;
    expect(auditOf(text).findings).toContainEqual(
      expect.objectContaining({ dimension: 'completeness', message }),
    );
  });

  it('an SOP without steps is worth the least', () => {
    const text = sampleSop.replace(/## Steps[\s\S]*?(?=## Reply)/, '');
    expect(auditOf(text).scores.completeness).toBe(1);
  });
});

describe('which record is meant', () => {
  const anonymous = sampleSop
    .replace(/ {2}order number:.*\n/, '')
    .replace(' of your order {order number}', '');
  const isOpen = (text: string): boolean =>
    auditOf(text).findings.some(({ message }) => message.includes('has several'));

  it('is open where a customer can have several and nothing names one', () => {
    expect(isOpen(anonymous)).toBe(true);
    expect(fall(anonymous)).toEqual({ completeness: 4.6 });
  });

  it.each([
    ['a number names it', sampleSop],
    [
      'a record is declared',
      anonymous
        .replace(
          'inputs:',
          'records:\n  shipment: shopify.order by parcel\ninputs:\n  parcel: text from message',
        )
        .replace('shopify.order.total_price', 'shipment.total_price'),
    ],
    [
      'there is one for each customer',
      anonymous.replace('shopify.order.total_price', 'stripe.customer.balance'),
    ],
    ['Zendesk knows it', anonymous.replace('shopify.order.total_price', 'zendesk.ticket.field "Value"')],
  ])('is settled where %s', (_, text) => {
    expect(isOpen(text)).toBe(false);
  });
});

describe('an SOP that is done by hand', () => {
  const byHand = ['Look up the parcel.', 'Check the photo.', 'Use your judgement.', 'Water the plants.'];
  const byApp = ['Set zendesk.ticket.status to "open".', 'Add tag "seen".', 'Notify Logistics.'];

  it('is not ready if half of its bullets are, whatever they are about', () => {
    const bullets = (of: readonly string[], count: number) =>
      fc.array(fc.constantFrom(...of), { minLength: count, maxLength: count });
    const half = fc
      .integer({ min: 6, max: 20 })
      .chain((count) => fc.tuple(bullets(byHand, count), bullets(byApp, count - 6)));
    fc.assert(
      fc.property(half, ([manual, run]) => {
        // Six bullets of the sample remain.
        const lines = [...manual, ...run].map((bullet) => `   - ${bullet}\n`).join('');
        const text = sampleWith(afterClose, `${lines}${afterClose}`).replace(
          /## Edge cases[\s\S]*?(?=## Reply)/,
          '',
        );
        expect(auditOf(text).ready).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('costs the less the more of it runs by itself', () => {
    const manual = '   - Water the plants.\n';
    const short = auditOf(sampleWith(afterClose, manual + afterClose));
    const long = auditOf(sampleWith(afterClose, '   - Add tag "seen".\n'.repeat(20) + manual + afterClose));
    expect(long.scores.specificity).toBeGreaterThan(short.scores.specificity);
    expect(long.scores.specificity).toBeLessThan(5);
  });
});
