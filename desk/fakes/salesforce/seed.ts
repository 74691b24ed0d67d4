/** What a world puts into the fake of Salesforce. */
export type SalesforceSeed = {
  /** The token that requests must carry; Zendesk's proxy keeps and renews the real one. */
  readonly token: string;
  /** `signoff-desk` of `signoff-desk.my.salesforce.com`. */
  readonly domain: string;
  readonly name: string;
  readonly contacts: readonly SalesforceRowSeed[];
  readonly accounts: readonly SalesforceRowSeed[];
  readonly opportunities: readonly SalesforceRowSeed[];
  readonly cases: readonly SalesforceRowSeed[];
  readonly users: readonly SalesforceRowSeed[];
  /** Custom fields of the org. */
  readonly fields?: readonly SalesforceFieldSeed[];
  /** An org with several currencies has `CurrencyIsoCode` on its records. */
  readonly hasCurrencies?: boolean;
  /** What the org's own rules refuse, with their words. */
  readonly validationRules?: readonly ValidationRuleSeed[];
};

/** Fields by API name, with an `Id` of 18 characters. */
export type SalesforceRowSeed = { readonly Id: string } & Readonly<Record<string, SalesforceValue>>;
export type SalesforceValue = string | number | boolean | null;

export type SalesforceFieldSeed = {
  readonly object: 'Contact' | 'Account' | 'Opportunity' | 'Case';
  readonly name: string;
  readonly label: string;
  /** As Salesforce writes it: `Date`, `Currency(16, 2)`, `Checkbox`. */
  readonly type: string;
};

export type ValidationRuleSeed = {
  readonly object: string;
  readonly field: string;
  readonly forbids: SalesforceValue;
  readonly message: string;
};
