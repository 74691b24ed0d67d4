import type { Span } from '../facts/problem.ts';
import type { RegionWords } from '../regions/space.ts';

/** What a change speaks of, the most important first. */
export const changeKinds = [
  /** Something changed whose consequences cannot be computed. */
  'not-computed',
  /** An action: that it happens, without or behind which gate, with which values, lock and role. */
  'action',
  'gate',
  'escalation',
  'outcome',
  'reply',
  /** Changes to the ticket, messages to teams, steps by hand. */
  'step',
  'read',
  /** What answers for a failure, a rejection or a refusal. */
  'failure',
  /** Which tickets the SOP is for. */
  'matches',
  'input',
  'header',
  /** Other words that have no effect on what happens. */
  'wording',
  'note',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One difference between two versions of an SOP, as a sentence and as what it speaks of. */
export type Change = {
  readonly kind: ChangeKind;
  /** Plain English with the names of the SOP: `“propose full refund” now happens in every case.` */
  readonly sentence: string;
  /** The names and texts that the sentence speaks of: `action`, `gate`, `team`, `fact`, `before`, `after` … */
  readonly values: Readonly<Record<string, string>>;
  /** The cases that it is about; empty where it is not about some cases and not others. */
  readonly cases: readonly RegionWords[];
  /** The places in the text of the old version, and in that of the new one. */
  readonly before: readonly Span[];
  readonly after: readonly Span[];
};

/** A line of the two texts. Numbers count from 1. */
export type LineDifference =
  | { readonly is: 'same'; readonly text: string; readonly before: number; readonly after: number }
  | { readonly is: 'removed'; readonly text: string; readonly before: number }
  | { readonly is: 'added'; readonly text: string; readonly after: number };

/** The difference between two versions: what it means, the most important first, and the lines. */
export type Difference = { readonly changes: readonly Change[]; readonly lines: readonly LineDifference[] };

/** As many sentences as somebody reads: about 20, then `and 7 more`. */
export function differenceText({ changes }: Difference, most = 20): readonly string[] {
  const shown = changes.slice(0, changes.length > most ? most : undefined).map(({ sentence }) => sentence);
  return changes.length > most ? [...shown, `… and ${String(changes.length - most)} more.`] : shown;
}
