import { readFileSync } from 'node:fs';
import { compareVersions } from '../../../src/domain/compare/compare-versions.ts';
import type { Difference } from '../../../src/domain/compare/difference.ts';
import { parsed } from '../sop/sop-text.ts';

export const lateParcel = readFileSync('sops/late-parcel.sop.md', 'utf8');
export const damagedItem = readFileSync('sops/damaged-item.sop.md', 'utf8');

export function compareTexts(before: string, after: string): Difference {
  return compareVersions(parsed(before), parsed(after), { today: '2026-11-20' });
}

/** What comes of replacing a part of a text that stands in it. */
export function replaced(text: string, ...edits: readonly (readonly [string | RegExp, string])[]): string {
  return edits.reduce((current, [find, by]) => {
    const after = current.replace(find, by);
    if (after === current) throw new Error(`Nothing to replace: ${String(find)}`);
    return after;
  }, text);
}

/** The sentences about a text in which parts are replaced. */
export function sentencesOf(
  text: string,
  ...edits: readonly (readonly [string | RegExp, string])[]
): readonly string[] {
  return compareTexts(text, replaced(text, ...edits)).changes.map(({ sentence }) => sentence);
}
