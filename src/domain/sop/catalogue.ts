import type { FactType } from '../facts/value.ts';

/** What the connected systems and the account offer to SOPs: an input of the checker, the audit and the completion. */
export type Catalogue = {
  readonly systems: readonly OfferedSystem[];
  /** Names of teams and roles that the settings declare; undefined where they are not known. */
  readonly teams?: readonly string[];
};

/** A system by its name in SOPs: `shopify`. */
export type OfferedSystem = {
  readonly name: string;
  readonly facts: readonly OfferedFact[];
  /** Custom fields by title; undefined where nobody has looked them up. */
  readonly customFields?: readonly OfferedCustomField[];
  /** Fields beyond those of `facts` that an account may have, by the form of their names. */
  readonly furtherFields?: readonly FieldForm[];
  readonly actions: readonly OfferedAction[];
};

/** The fields of these records may have any name of this form, a regular expression. */
export type FieldForm = { readonly records: readonly string[]; readonly form: string };

/** `total_price` of the record `order`. */
export type OfferedFact = { readonly record: string; readonly field: string; readonly type: FactType };

/** `zendesk.ticket.field "Order number"`. */
type OfferedCustomField = {
  readonly record: string;
  readonly title: string;
  readonly type: FactType;
};

/** `stripe.refund` with its parameters. */
export type OfferedAction = {
  readonly operation: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: FactType;
    readonly required: boolean;
  }[];
};
