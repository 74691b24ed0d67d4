import type { FactJson } from '../facts/fact-json.ts';
import type { FactName } from '../facts/value.ts';
import type { Border } from './border.ts';
import type { Branch } from './branch.ts';

/** A row that is not there yet. It says what the SOP does today: whether that is right, its owner knows. */
export type SuggestedExample = {
  /** What no row had reached before. */
  readonly reaches: readonly Branch[];
  readonly lands: readonly Border[];
  /** As an example gives them; null is unknown. */
  readonly facts: ReadonlyMap<FactName, FactJson>;
  readonly fails: readonly string[];
  /** `gate Team lead; propose full refund` */
  readonly expect: string;
};

export type Suggestions = {
  readonly rows: readonly SuggestedExample[];
  /** What no row could be made for, and why. */
  readonly unreached: readonly { readonly target: Branch | Border; readonly because: string }[];
};
