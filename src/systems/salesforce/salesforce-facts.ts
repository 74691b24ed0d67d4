import type { FactType } from '../../domain/facts/value.ts';
import type { FieldForm } from '../../domain/sop/catalogue.ts';
import type { FactField } from '../system.ts';
import { historyFacts } from './history-facts.ts';
import { salesforceRecords } from './salesforce-objects.ts';

const text = { kind: 'text' } as const;

/** Who looks after the contact: the fields of the record `owner`; of the account they stand as `owner_name` and `owner_email`. */
export const ownerFacts: ReadonlyMap<string, string> = new Map([
  ['name', 'Owner.Name'],
  ['email', 'Owner.Email'],
]);
export const accountOwnerFacts: ReadonlyMap<string, string> = new Map([
  ['owner_name', 'Owner.Name'],
  ['owner_email', 'Owner.Email'],
]);

/** Every org has fields of its own, such as `Renewal_Date__c`, and standard ones that are not in the list. */
export const salesforceFurtherFields: readonly FieldForm[] = [
  { records: Object.keys(salesforceRecords), form: '[A-Za-z][A-Za-z0-9_]{0,79}' },
];

/** The catalogue by name, for the checker of SOPs. Any other field is read by its API name: `salesforce.account.Renewal_Date__c`. */
export const salesforceFactFields: readonly FactField[] = [
  ...fieldsOf('contact', salesforceRecords.contact.facts),
  ...fieldsOf('contact', typesOf(historyFacts.contact)),
  ...fieldsOf('account', salesforceRecords.account.facts),
  ...[...accountOwnerFacts.keys()].map((field) => ({ record: 'account', field, type: text })),
  ...fieldsOf('account', typesOf(historyFacts.account)),
  ...fieldsOf('opportunity', salesforceRecords.opportunity.facts),
  ...fieldsOf('case', salesforceRecords.case.facts),
  ...[...ownerFacts.keys()].map((field) => ({ record: 'owner', field, type: text })),
];

function typesOf(facts: ReadonlyMap<string, { readonly type: FactType }>) {
  return Object.fromEntries([...facts].map(([name, { type }]) => [name, type]));
}

function fieldsOf(record: string, facts: Readonly<Record<string, FactType>>): readonly FactField[] {
  return Object.entries(facts).map(([field, type]) => ({ record, field, type }));
}
