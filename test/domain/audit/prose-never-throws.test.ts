import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditOf } from './prose-sop-text.ts';
import { expectSound } from './sound-audit.ts';

const pieces = fc.constantFrom(
  '# ',
  '\n',
  '\n\n',
  '---\n',
  '- ',
  '1. ',
  '| a | b |\n|---|---|\n',
  '```\n',
  '> ',
  '    ',
  '<!--',
  '-->',
  '<b>',

  '[',
  '](',
  '](#x)',
  ')',
  '"',
  '“',
  '”',
  '`',
  '**',
  '_',
  '. ',
  ', ',
  ': ',
  '; ',
  '…',
  '\r\n',
  '\t',
  '\uFEFF',
  '\u00A0',

  'Refund ',
  'update ',
  'if ',
  'unless ',
  'under $200 ',
  'over $200',
  'usually ',
  'if appropriate',
  'the system ',

  'late',
  'a small amount ',
  'For x use good judgement. ',
  'In Shopify ',
  'is down',
  'Owner: ',
  '| Owner | Date |\n|---|---|\n',
  'in . ',
  'Last updated: ',

  '2025-02-30',
  '31 Feb 2025',
  'until 11/15/2025',
  'TODO',
  'see section ',
  'Review every: ',
  '99 years',
  '{{x}}',
  '\uE000',
  'é',
  '漢字',
  '𝒳',
  '\uD800',
  '0',
  '9'.repeat(40),
);

describe('any text', () => {
  it('has a sound audit if it is made of what SOPs are made of', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        expectSound(auditOf(text), text.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('has a sound audit if it is made of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expectSound(auditOf(text), text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same audit every time', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(auditOf(text)).toEqual(auditOf(text));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    'late ',
    'add ',
    '`',
    '"',
    '[',
    '](',
    '<!--',
    '# a\n[x](#b)\n',
    'see section foo. ',
    'under $1. over $1. ',
    '. ',
    ' ',
    'if not, ',
    'Owner: ',
    '- Owner: open x\n',
    '| Owner |\n|---|\n| Open x |\n\n',
    'in , ',
    'the ',
    '1. ',
  ])('of 100,000 times %j ends', { timeout: 20_000 }, (piece) => {
    const text = piece.repeat(100_000);
    expectSound(auditOf(text), text.length);
  });
});
