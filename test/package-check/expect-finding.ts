import { expect } from 'vitest';
import { checkPackage } from '../../scripts/package-check/check-package.ts';
import { goodDraft, packageOf, type Draft } from './good-package.ts';

/** A way to break a good package: what it is, the rule that must object, and the change. */
export type Broken = readonly [what: string, rule: string, change: (draft: Draft) => void];

/** Breaks a good package and expects that the rule objects, at that level. */
export function expectFinding(
  level: 'error' | 'warning',
  rule: string,
  change: (draft: Draft) => void,
): void {
  const draft = goodDraft();
  change(draft);
  const found = checkPackage(packageOf(draft)).map((finding) => `${finding.level} ${finding.rule}`);
  expect(found).toContain(`${level} ${rule}`);
}

/** The settings of a draft, to be changed. */
export function parametersOf(draft: Draft): Record<string, unknown>[] {
  return draft.manifest['parameters'] as Record<string, unknown>[];
}
