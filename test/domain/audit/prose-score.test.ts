import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditDimensions, type AuditFinding } from '../../../src/domain/audit/audit-result.ts';
import { scoreFindings } from '../../../src/domain/audit/score.ts';
import { expectSound } from './sound-audit.ts';

function finding(cost: number, dimension: AuditFinding['dimension'] = 'specificity', from = 0): AuditFinding {
  return { dimension, cost, message: 'Something is open.', from, to: from + 1 };
}

describe('the score', () => {
  it('is 5 where nothing was found, and ready', () => {
    expect(scoreFindings('codified', [])).toEqual({
      kind: 'codified',
      scores: { specificity: 5, decidability: 5, completeness: 5, currency: 5 },
      ready: true,
      findings: [],
    });
  });

  it('is 5 less the costs, to one decimal', () => {
    const { scores, findings } = scoreFindings('prose', [
      finding(0.5),
      finding(0.25),
      finding(1, 'currency'),
    ]);
    expect(scores).toMatchObject({ specificity: 4.2, currency: 4, decidability: 5 });
    expect(findings.filter(({ dimension }) => dimension === 'specificity').map(({ cost }) => cost)).toEqual([
      0.53, 0.27,
    ]);
  });

  it('is ready at 4 on all four, and not below', () => {
    expect(scoreFindings('prose', [finding(1), finding(1, 'currency')]).ready).toBe(true);
    expect(scoreFindings('prose', [finding(1.1)]).ready).toBe(false);
  });

  it('never falls below 1, and shares the 4 points out', () => {
    const { scores, findings } = scoreFindings('prose', [finding(30), finding(10)]);
    expect(scores.specificity).toBe(1);
    expect(findings.map(({ cost }) => cost)).toEqual([3, 1]);
  });

  it('loses a tenth for a finding that costs next to nothing', () => {
    expect(scoreFindings('prose', [finding(0.001)]).scores.specificity).toBe(4.9);
  });

  it('adds up, whatever was found', () => {
    const findings = fc.array(
      fc.record({
        dimension: fc.constantFrom(...auditDimensions),
        cost: fc.double({ min: 1e-6, max: 10, noNaN: true }),
        message: fc.constant('Something is open.'),
        from: fc.nat(50),
        to: fc.integer({ min: 51, max: 60 }),
      }),
      { maxLength: 700 },
    );
    fc.assert(
      fc.property(findings, (found) => {
        const audit = scoreFindings('prose', found);
        expect(audit.findings).toHaveLength(found.length);
        expectSound(audit, 60);
      }),
    );
  });
});
