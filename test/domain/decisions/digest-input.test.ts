import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../../src/domain/decisions/canonical-json.ts';
import { digestInput, type Shown } from '../../../src/domain/decisions/digest-input.ts';
import { executionKey } from '../../../src/domain/decisions/execution-key.ts';

const shown: Shown = {
  runId: '4512-1',
  command: '3.1>1.1',
  operation: 'stripe.refund',
  parameters: { amount: 'USD 142.1', reason: 'late' },
  target: { ids: { charge: 'ch_1', payment: 'pi_1' }, name: 'Visa ··4242' },
  sopHash: 'a'.repeat(64),
};

function withKeysReversed(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => withKeysReversed(item));
  const entries = Object.entries(value).map(
    ([key, item]: [string, Json]) => [key, withKeysReversed(item)] as const,
  );
  return Object.fromEntries(entries.toReversed());
}

const json = fc
  .jsonValue({ noUnicodeString: false })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

describe('the digest of what was shown', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('has one text for one value: it can be read back', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it.each<[string, Partial<Shown>]>([
    ['run', { runId: '4512-2' }],
    ['command', { command: '3.1>2.1' }],
    ['operation', { operation: 'stripe.credit' }],
    ['parameters', { parameters: { amount: 'USD 142.11', reason: 'late' } }],
    ['added parameter', { parameters: { ...shown.parameters, memo: '' } }],
    ['target', { target: { ids: { charge: 'ch_2', payment: 'pi_1' }, name: 'Visa ··4242' } }],
    ['SOP', { sopHash: 'b'.repeat(64) }],
  ])('is another one for another %s', (_, difference) => {
    expect(digestInput({ ...shown, ...difference })).not.toBe(digestInput(shown));
  });

  it('stays when only the words for people change', () => {
    const reworded = {
      ...shown,
      target: { ...shown.target, name: 'Visa ending in 4242', url: 'https://pay.example.com' },
    };
    expect(digestInput(reworded)).toBe(digestInput(shown));
  });
});

describe('the key of an execution', () => {
  const digest = '0123456789abcdef'.repeat(4);
  const names = fc.string({ minLength: 1, maxLength: 400, unit: 'binary' });

  it('holds only what every system takes, in at most 255 characters', () => {
    fc.assert(
      fc.property(names, names, (run, command) => {
        expect(executionKey(run, command, digest)).toMatch(/^signoff-[A-Za-z0-9_.:-]{1,247}$/);
      }),
    );
  });

  it('is the same for the same thing', () => {
    expect(executionKey('4512-1', '2.1/read:carrier status#0', digest)).toBe(
      'signoff-4512-1-2.1_2f_read:carrier_20_status_23_0-01234567',
    );
  });

  it('differs for different commands with the same digest, as long as they are not cut off', () => {
    const short = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' });
    fc.assert(
      fc.property(short, short, (one, other) => {
        fc.pre(one !== other);
        expect(executionKey('r', one, digest)).not.toBe(executionKey('r', other, digest));
      }),
    );
  });

  it('keeps long commands apart by the whole digest', () => {
    const command = '3.1>'.repeat(200);
    const other = `${digest.slice(0, 60)}ffff`;
    expect(executionKey('r', command, digest)).not.toBe(executionKey('r', command, other));
  });
});
