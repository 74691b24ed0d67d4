import type { Simple } from '../document.ts';
import type { Reading } from '../reading.ts';
import type { Phrase } from './phrase.ts';

/** What became of words that start like an instruction. `to` is the index behind them. */
export type SimpleResult =
  | { readonly is: 'read'; readonly simple: Simple; readonly to: number }
  /** Clearly an instruction, with a mistake that was reported: never a manual step that would hide it. */
  | { readonly is: 'wrong'; readonly to: number }
  /** Not an instruction that the app knows; `because` says what is in the way. */
  | { readonly is: 'unread'; readonly because: string };

/** The words behind a keyword. */
export type Operand = {
  readonly phrase: Phrase;
  /** The index where the operand begins. */
  readonly from: number;
  /** The number of the step that it stands in; undefined in edge cases and tables, which are reached from any step. */
  readonly step: number | undefined;
  readonly reading: Reading;
};

export function readAs(simple: Simple, to: number): SimpleResult {
  return { is: 'read', simple, to };
}

export function unread(because: string): SimpleResult {
  return { is: 'unread', because };
}
