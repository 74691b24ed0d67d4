import { describe, expect, it } from 'vitest';
import { auditDimensions, type AuditDimension } from '../../../src/domain/audit/audit-result.ts';
import { auditCodified } from '../../../src/domain/audit/codified/audit-codified.ts';
import type { Problem, ProblemId } from '../../../src/domain/facts/problem.ts';
import { parsed } from '../sop/sop-text.ts';
import { sampleSop, sampleWith, today } from './sample-sop.ts';

const dimensionOfId = {
  'header-missing': 'specificity',
  'header-invalid': 'specificity',
  'unknown-fact': 'specificity',
  'unknown-action': 'specificity',
  'unknown-table': 'specificity',
  'unknown-step': 'specificity',
  'unknown-reply': 'specificity',
  'unknown-team': 'specificity',
  'manual-step': 'specificity',
  'escalation-without-reason': 'specificity',
  'type-mismatch': 'decidability',
  'not-a-choice': 'decidability',
  'currency-mismatch': 'decidability',
  'not-a-condition': 'decidability',
  syntax: 'decidability',
  vague: 'decidability',
  overlap: 'decidability',
  unreachable: 'decidability',
  'locked-action': 'decidability',
  gap: 'completeness',
  'open-end': 'completeness',
  'loop-without-limit': 'completeness',
  'proposal-without-else': 'completeness',
  'unknown-not-handled': 'completeness',
  'no-failure-path': 'completeness',
  'branch-without-example': 'completeness',
  'review-overdue': 'currency',
  'example-fails': 'currency',
  'undefined-evidence': 'currency',
  'action-without-evidence': 'currency',
  'unused-evidence': 'currency',
  'unused-input': 'currency',
  'unused-action': 'currency',
} as const satisfies Record<ProblemId, AuditDimension>;

const sop = parsed(sampleSop);
const ids = Object.entries(dimensionOfId);

function problem(id: string, level: Problem['level'], from = sampleSop.indexOf('Else: escalate')): Problem {
  const known = Object.keys(dimensionOfId).find((candidate): candidate is ProblemId => candidate === id);
  if (!known) throw new Error(`There is no problem ${id}`);
  return { id: known, level, message: `About ${id}.`, from, to: from + 4, values: {} };
}

function scoresWith(...problems: readonly Problem[]) {
  return auditCodified({ sop, problems }, { today });
}

const fallen = (scores: Readonly<Record<AuditDimension, number>>): readonly AuditDimension[] =>
  auditDimensions.filter((dimension) => scores[dimension] < 5);

describe('what the problems of the checker cost', () => {
  it('is nothing where there are none', () => {
    expect(scoresWith()).toMatchObject({ kind: 'codified', ready: true, findings: [] });
  });

  it.each(ids)('%s counts in %s alone, where it was found and in its own words', (id, dimension) => {
    const { scores, findings } = scoresWith(problem(id, 'warning'));
    expect(fallen(scores)).toEqual([dimension]);
    expect(findings).toMatchObject([
      { dimension, ...place(problem(id, 'warning')), message: `About ${id}.` },
    ]);
  });

  it.each(ids.filter(([id]) => id !== 'manual-step'))('one error %s takes %s below 4', (id, dimension) => {
    const { scores, ready } = scoresWith(problem(id, 'error'));
    expect(scores[dimension]).toBeLessThan(4);
    expect(ready).toBe(false);
  });

  it.each(ids.filter(([id]) => id !== 'manual-step'))('one hint %s leaves the SOP ready', (id, dimension) => {
    if (id === 'review-overdue') return;
    const { scores, ready } = scoresWith(problem(id, 'info'));
    expect(scores[dimension]).toBeGreaterThanOrEqual(4.5);
    expect(ready).toBe(true);
  });

  it.each([
    ['owner', 'currency'],
    ['reviewed', 'currency'],
    ['review_every', 'currency'],
    ['version', 'currency'],
    ['sop', 'specificity'],
    ['inputs', 'specificity'],
    ['matches', 'specificity'],
  ] as const)('a header without %s counts in %s', (key, dimension) => {
    const { scores } = scoresWith({ ...problem('header-missing', 'error', 0), values: { key } });
    expect(fallen(scores)).toEqual([dimension]);
  });

  it('an invalid value of the header counts where its key does, also if only the place tells which', () => {
    const at = (words: string) => problem('header-invalid', 'error', sampleSop.indexOf(words));
    expect(fallen(scoresWith(at('3 # version')).scores)).toEqual(['currency']);
    expect(fallen(scoresWith(at('money USD from')).scores)).toEqual(['specificity']);
  });

  describe('a failing example', () => {
    const rows = [
      '| $300 | | gate Team lead |',
      '| $400 | | draft reply sorry |',
      '| $500 | easypost | escalate to Tier 2 |',
    ];
    const text = sampleWith('| $100 | full refund |', `${rows.join('\n')}\n| $100 | full refund |`)
      .replace('## Examples', '## Reply: sorry\n\nSorry.\n\n## Examples')
      .replace('inputs:', 'inputs:\n  carrier status: text from easypost.tracker.status');
    const failing = (sopText: string, row: string, ...more: readonly Problem[]) => {
      if (!sopText.includes(row)) throw new Error(`There is no ${row}`);
      const problems = [problem('example-fails', 'error', sopText.indexOf(row)), ...more];
      return auditCodified({ sop: parsed(sopText), problems }, { today }).scores;
    };

    it.each([
      ['that comes out in another way', '| $199.99 |', 'currency'],
      ['about a failure that is handled', '| $100 | full refund |', 'currency'],
      ['about a failure that nothing handles', '| $500 | easypost |', 'completeness'],
      ['about a missing fact', '| unknown | | escalate', 'completeness'],
      ['that expects what no instruction does', '| $300 | | gate Team lead |', 'completeness'],
      ['that expects a reply that no instruction drafts', '| $400 | | draft reply sorry |', 'completeness'],
    ] as const)('%s: %s', (_, row, dimension) => {
      expect(fallen(failing(text, row))).toEqual([dimension]);
    });

    it('about a fact that nothing asks for counts in completeness', () => {
      const unused = { ...problem('unused-input', 'info', 0), values: { name: 'order value' } };
      expect(failing(text, '| $199.99 |').completeness).toBe(5);
      expect(failing(text, '| $199.99 |', unused).completeness).toBeLessThan(4);
    });

    it.each([
      ['Look up the order in the shop.', 'specificity'],
      ['Use good judgement.', 'decidability'],
    ] as const)('counts with the step by hand that its way leads over: %s', (bullet, dimension) => {
      const byHand = text.replace('   - If order value', `   - ${bullet}\n   - If order value`);
      expect(fallen(failing(byHand, '| $199.99 |'))).toEqual([dimension]);
      expect(fallen(failing(byHand, '| unknown | | escalate'))).toEqual(['completeness']);
    });
  });

  it('an overdue review alone keeps an SOP from being ready', () => {
    expect(scoresWith(problem('review-overdue', 'warning')).ready).toBe(false);
  });

  it('every further warning of a kind costs less than the one before, and none costs nothing', () => {
    const costs = Array.from({ length: 60 }, (_, count) => {
      const problems = Array.from({ length: count + 1 }, (__, at) => problem('vague', 'warning', at * 5));
      return scoresWith(...problems);
    });
    const [one, two] = costs.map(({ scores }) => 5 - scores.decidability);
    expect((two ?? 0) - (one ?? 0)).toBeLessThan(one ?? 0);
    const last = costs.at(-1);
    expect(last?.scores.decidability).toBeGreaterThan(1);
    expect(last?.findings).toHaveLength(60);
    for (const { cost } of last?.findings ?? []) expect(cost).toBeGreaterThan(0);
  });

  it('a bullet that is done by hand pays for its vague words with that', () => {
    const both = scoresWith(problem('manual-step', 'info'), problem('vague', 'warning'));
    expect(both.findings.map(({ message }) => message)).toEqual(['About manual-step.']);
    const elsewhere = scoresWith(problem('manual-step', 'info'), problem('vague', 'warning', 20));
    expect(elsewhere.findings).toHaveLength(2);
  });
});

const place = ({ from, to }: Problem) => ({ from, to });
