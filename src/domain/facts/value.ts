import type { Decimal } from './decimal.ts';

/** The type of a fact as the header of an SOP declares it. Source: SOP language, section 1. */
export type FactType =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'count' }
  | { readonly kind: 'money'; readonly currency: CurrencyCode | undefined }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'list' }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

/** An ISO 4217 code in capitals. */
export type CurrencyCode = string;

/** A calendar date, `2026-11-20`, in the time zone of the account. */
export type IsoDate = string;

/** A known value. Unknown is the absence of one: never a value, and never `no`. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: Decimal }
  | { readonly kind: 'money'; readonly amount: Decimal; readonly currency: CurrencyCode }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'duration'; readonly seconds: Decimal }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

/** An item of a list; undefined where nobody could read it. */
export type ListItem = Exclude<Value, { kind: 'list' }> | undefined;

/** A fact's name as it was declared (canonical spelling). */
export type FactName = string;

/** What is known now. A fact that is not in the map is unknown. `today` stands in it as a date. */
export type KnownFacts = ReadonlyMap<FactName, Value>;

/** Three-valued truth; unknown carries the names of what is missing, sorted by code unit, without duplicates. */
export type Truth =
  | { readonly is: 'yes' }
  | { readonly is: 'no' }
  | { readonly is: 'unknown'; readonly missing: readonly FactName[] };

/** The result of an expression: a value, or unknown with the names of what is missing. */
export type Evaluation =
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'unknown'; readonly missing: readonly FactName[] };
