import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, auditChecked } from '../../../src/domain/audit/audit.ts';
import { auditDimensions, type AuditDimension } from '../../../src/domain/audit/audit-result.ts';
import { checkSop } from '../../../src/domain/check/check-sop.ts';
import { offeredSystems } from '../../../src/systems/offered-systems.ts';
import { sampleSop, today } from './sample-sop.ts';
import { expectSound } from './sound-audit.ts';

const options = { today, catalogue: { systems: offeredSystems } };
const sops = ['late-parcel', 'damaged-item'].map((id) => ({
  id,
  text: readFileSync(new URL(`../../../sops/${id}.sop.md`, import.meta.url), 'utf8'),
}));
const prose = `# Late deliveries

Usually we wait a bit. If the order is small, refund it if appropriate.

- Ask the customer for the order number.
- Use good judgement.
`;

/** Replaces each piece, and says which one is not there. */
function changed(
  text: string,
  ...changes: readonly (readonly [piece: string | RegExp, by: string])[]
): string {
  return changes.reduce((before, [piece, by]) => {
    const after = before.replace(piece, () => by);
    if (after === before) throw new Error(`There is no ${String(piece)}`);
    return after;
  }, text);
}

describe.each(sops)('the starter SOP $id', ({ id, text }) => {
  const whole = audit(text, options);

  it('is ready for automation', () => {
    expect(whole).toMatchObject({ kind: 'codified', ready: true });
  });

  const vague =
    '   - Use good judgement on the amount.\n   - If appropriate, offer something.\n   - Usually wait a bit.\n';
  const lastBullet = '   - Close as "resolved".\n';
  const withoutValues: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'late-parcel': [
      ['Get carrier status, promised date.', 'Look up the parcel at the carrier.'],
      ['Set zendesk.ticket.field "Ship exception" to "resolved-refunded".', 'Mark the ticket as refunded.'],
    ],
    'damaged-item': [
      ['Get delivered date, order value.', 'Look up the order in the shop.'],
      ['Extract damage kind from the message.', 'Read what the customer writes about the damage.'],
    ],
  };
  const spoiled: readonly (readonly [AuditDimension, string, string])[] = [
    ['decidability', 'vague bullets', changed(text, [lastBullet, vague + lastBullet])],
    ['specificity', 'bullets without fields and values', changed(text, ...(withoutValues[id] ?? []))],
    ['completeness', 'its edge cases cut', changed(text, [/## Edge cases[\s\S]*?(?=## Reply)/, ''])],
    ['currency', 'its owner and date cut', changed(text, [/owner:.*\n/, ''], [/reviewed:.*\n/, ''])],
  ];

  it.each(spoiled)('falls in %s alone with %s', (dimension, _, copy) => {
    const { scores } = audit(copy, options);
    const fallen = auditDimensions.filter((other) => whole.scores[other] - scores[other] > 0.5);
    expect(fallen).toEqual([dimension]);
  });

  it('is not ready once its review is overdue', () => {
    expect(audit(text, { ...options, today: '2028-01-01' })).toMatchObject({ ready: false });
  });
});

describe('what is audited how', () => {
  it.each([
    ['a header with facts and actions', sampleSop, 'codified'],
    ['actions alone', changed(sampleSop, [/inputs:\n( {2}.*\n)+/, '']), 'codified'],
    ['a fact with a mistake in it', '---\nsop: x\ninputs:\n  order value = 3\n---\n\n- Wait.\n', 'codified'],
    ['a header that declares nothing', '---\nsop: x\ntitle: X\ninputs: {}\n---\n\n- Wait.\n', 'prose'],
    ['no header', prose, 'prose'],
    ['nothing at all', '', 'prose'],
    ['what is no text', `${sampleSop}\0`, 'prose'],
  ] as const)('%s', (_, text, kind) => {
    expect(audit(text, options).kind).toBe(kind);
  });

  it('takes an SOP that was already checked', () => {
    const text = changed(sampleSop, ['If order value <', 'If order valu <']);
    expect(auditChecked(text, checkSop(text, options), options)).toEqual(audit(text, options));
  });
});

const pieces = [
  '\n',
  '- ',
  '## ',
  '---\n',
  '|',
  ':',
  '"',
  '{',
  'If ',
  'Else: ',
  'usually ',
  'inputs:\n',
  '\r',
  '\0',
  '🙂',
];
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 200 }),
  insert: fc.constantFrom(...pieces, ''),
});

describe('every audit', () => {
  const texts = [...sops.map(({ text }) => text), sampleSop, prose];
  const mutated = fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 6 })).map(([text, edits]) =>
    edits.reduce((before, { at, length, insert }) => {
      const from = at % (before.length + 1);
      return before.slice(0, from) + insert + before.slice(from + length);
    }, text),
  );

  it('explains its scores: the costs add up, and every place lies in the text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary' })), (text) => {
        expectSound(audit(text, options), text.length);
      }),
      { numRuns: 300 },
    );
  });
});
