/**
 * A value as it stands in JSON: in facts given to the command line, in stored events, in the answers of systems.
 * Text, choice and ISO date as strings; number and count as numbers or strings of digits; money as `$120`, `120 EUR`, `USD 120`
 * or a number in the declared currency; yes/no as booleans or `yes`/`no`; duration as `90 minutes` or `PT5400S`; list as an array.
 * `null` means unknown. Source: conformance/README.md, "Forms of values".
 */
export type FactJson = string | number | boolean | null | readonly FactItemJson[];

/**
 * An item of a list; `null` where nobody could read it. A plain string is a text, so a number with more digits than a JSON number
 * keeps, and a duration, say what they are.
 */
export type FactItemJson =
  | string
  | number
  | boolean
  | null
  | { readonly money: string }
  | { readonly date: string }
  | { readonly number: string }
  | { readonly duration: string };
