import type { FactJson } from '../facts/fact-json.ts';
import type { Span } from '../facts/problem.ts';
import type { FactName } from '../facts/value.ts';

/** One row of `## Examples`: facts in, decisive commands out. Source: SOP language, section 5. */
export type Example = {
  /** From 1, as people count the rows. */
  readonly row: number;
  readonly span: Span;
  /** What the row gives, and `null` where it says `unknown`. A fact that is not here was not given. */
  readonly facts: ReadonlyMap<FactName, FactJson>;
  /** Systems and actions that fail, however often they are tried. */
  readonly fails: readonly string[];
  readonly expect: readonly Expectation[];
};

/** A decisive command that a row expects, in the order of the row. */
export type Expectation = Span & { readonly text: string } & (
    | { readonly is: 'propose'; readonly action: string }
    | { readonly is: 'gate'; readonly role: string }
    | { readonly is: 'judge' }
    | { readonly is: 'ask' }
    | { readonly is: 'hold' }
    | { readonly is: 'escalate'; readonly team: string }
    | { readonly is: 'draft-reply'; readonly reply: string }
    | { readonly is: 'close'; readonly as: string }
    | { readonly is: 'stop' }
  );
