import type { SalesforceFieldSeed } from './seed.ts';

export const objectNames = [
  'Contact',
  'Account',
  'Opportunity',
  'Case',
  'Task',
  'User',
  'Organization',
] as const;
export type ObjectName = (typeof objectNames)[number];
export type FieldSeed = Omit<SalesforceFieldSeed, 'object'>;

/** The field that the set-up guide has an admin add. */
export const keyField: FieldSeed = { name: 'SignoffKey__c', label: 'Signoff key', type: 'Text(255)' };

const field = (name: string, type = 'Text(255)'): FieldSeed => ({ name, label: labelOf(name), type });
const created = [field('CreatedDate', 'Date/Time'), field('LastModifiedDate', 'Date/Time')];
const owner = field('OwnerId', 'Lookup(User)');

/** The fields that every org has, as far as the app or a story uses them. */
export const standardFields: Readonly<Record<ObjectName, readonly FieldSeed[]>> = {
  Contact: [
    ...['Name', 'FirstName', 'LastName', 'Title'].map((name) => field(name)),
    field('Email', 'Email'),
    field('Phone', 'Phone'),
    field('AccountId', 'Lookup(Account)'),
    owner,
    ...created,
  ],
  Account: [
    field('Name'),
    field('Type', 'Picklist'),
    field('Industry', 'Picklist'),
    field('Website', 'URL(255)'),
    field('AnnualRevenue', 'Currency(18, 0)'),
    owner,
    ...created,
  ],
  Opportunity: [
    field('Name'),
    field('StageName', 'Picklist'),
    field('Amount', 'Currency(16, 2)'),
    field('CloseDate', 'Date'),
    field('IsClosed', 'Checkbox'),
    field('AccountId', 'Lookup(Account)'),
    owner,
    ...created,
  ],
  Case: [
    field('CaseNumber', 'Auto Number'),
    field('Subject'),
    field('Description', 'Long Text Area(32000)'),
    field('Status', 'Picklist'),
    field('Priority', 'Picklist'),
    field('IsClosed', 'Checkbox'),
    field('ContactId', 'Lookup(Contact)'),
    field('AccountId', 'Lookup(Account)'),
    owner,
    ...created,
  ],
  Task: [
    field('Subject'),
    field('Description', 'Long Text Area(32000)'),
    field('Status', 'Picklist'),
    field('ActivityDate', 'Date'),
    field('WhoId', 'Lookup(Contact, Lead)'),
    owner,
    ...created,
  ],
  User: [field('Name'), field('Email', 'Email'), field('IsActive', 'Checkbox')],
  Organization: [field('Name'), field('IsSandbox', 'Checkbox')],
};

/** Parents that a query can reach through a field, such as `Account.Name` through `AccountId`. */
export const parents: Readonly<Record<string, ObjectName>> = { Account: 'Account', Owner: 'User' };

function labelOf(name: string): string {
  return name.replace(/Id$/, '').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
