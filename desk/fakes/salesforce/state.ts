import { keyField, standardFields, type FieldSeed, type ObjectName } from './fields.ts';
import type { SalesforceRowSeed, SalesforceSeed, SalesforceValue, ValidationRuleSeed } from './seed.ts';

export type SalesforceRow = { readonly Id: string } & Record<string, SalesforceValue>;

/** Everything that the fake of Salesforce knows. The desk shows it, tests look at it and change it as somebody else would. */
export type SalesforceState = {
  readonly token: string;
  readonly host: string;
  readonly rows: Readonly<Record<ObjectName, SalesforceRow[]>>;
  readonly fields: Readonly<Record<ObjectName, FieldSeed[]>>;
  readonly validationRules: ValidationRuleSeed[];
  /** Requests that the org may make today still. */
  requestsLeft: number;
  nextNumber: number;
};

const beginning = '2026-01-05T08:00:00.000+0000';

export function createSalesforceState(seed: SalesforceSeed): SalesforceState {
  const currency: FieldSeed[] =
    seed.hasCurrencies === true ? [{ name: 'CurrencyIsoCode', label: 'Currency', type: 'Picklist' }] : [];
  const fieldsOf = (object: ObjectName): FieldSeed[] => [
    { name: 'Id', label: 'Id', type: 'Lookup()' },
    ...standardFields[object],
    ...(object === 'Account' || object === 'Opportunity' ? currency : []),
    ...(object === 'Task' || object === 'Case' ? [keyField] : []),
    ...(seed.fields ?? []).flatMap(({ object: own, ...field }) => (own === object ? [field] : [])),
  ];
  return {
    token: seed.token,
    host: `${seed.domain}.my.salesforce.com`,
    rows: {
      Contact: seed.contacts.map(rowOf),
      Account: seed.accounts.map(rowOf),
      Opportunity: seed.opportunities.map(rowOf),
      Case: seed.cases.map(rowOf),
      Task: [],
      User: seed.users.map(rowOf),
      Organization: [rowOf({ Id: '00D5e000000AbCdEAK', Name: seed.name, IsSandbox: true })],
    },
    fields: {
      Contact: fieldsOf('Contact'),
      Account: fieldsOf('Account'),
      Opportunity: fieldsOf('Opportunity'),
      Case: fieldsOf('Case'),
      Task: fieldsOf('Task'),
      User: fieldsOf('User'),
      Organization: fieldsOf('Organization'),
    },
    validationRules: [...(seed.validationRules ?? [])],
    requestsLeft: 100_000,
    nextNumber: 1,
  };
}

const rowOf = (seed: SalesforceRowSeed): SalesforceRow => ({
  CreatedDate: beginning,
  LastModifiedDate: beginning,
  ...seed,
});

/** Salesforce's form of an instant. */
export const instantOf = (now: string): string => new Date(now).toISOString().replace(/Z$/, '+0000');
