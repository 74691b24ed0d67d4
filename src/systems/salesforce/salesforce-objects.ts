import type { FactType } from '../../domain/facts/value.ts';
import type { Row } from './salesforce-schemas.ts';
import type { Writable } from './salesforce-api.ts';

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const money = { kind: 'money', currency: undefined } as const;

type SalesforceRecord = {
  readonly object: Writable;
  /** Fields that every org has; read together, so that their facts share one request. */
  readonly facts: Readonly<Record<string, FactType>>;
  /** What is read besides them, for following and for telling records apart. */
  readonly others: readonly string[];
  readonly nameOf: (row: Row) => string;
  /** The fields by which a person tells several apart, by the label that is shown. */
  readonly details: Readonly<Record<string, string>>;
};

const textIn = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};

/** The records that SOPs speak of, by the names that they have in sources of facts. */
export const salesforceRecords = {
  contact: {
    object: 'Contact',
    facts: {
      Name: text,
      FirstName: text,
      LastName: text,
      Email: text,
      Phone: text,
      Title: text,
      CreatedDate: date,
    },
    others: ['AccountId', 'Account.Name', 'OwnerId', 'Owner.Name', 'Owner.Email'],
    nameOf: (row) => textIn(row, 'Name') || textIn(row, 'Email') || row.Id,
    details: { email: 'Email', account: 'Account.Name', created: 'CreatedDate' },
  },
  account: {
    object: 'Account',
    facts: {
      Name: text,
      Type: text,
      Industry: text,
      Website: text,
      AnnualRevenue: money,
      CreatedDate: date,
    },
    others: ['OwnerId', 'Owner.Name', 'Owner.Email'],
    nameOf: (row) => textIn(row, 'Name') || row.Id,
    details: { industry: 'Industry', website: 'Website', created: 'CreatedDate' },
  },
  opportunity: {
    object: 'Opportunity',
    facts: { Name: text, StageName: text, Amount: money, CloseDate: date, CreatedDate: date },
    others: ['IsClosed', 'AccountId'],
    nameOf: (row) => textIn(row, 'Name') || row.Id,
    details: { stage: 'StageName', close_date: 'CloseDate', created: 'CreatedDate' },
  },
  case: {
    object: 'Case',
    facts: { CaseNumber: text, Subject: text, Status: text, Priority: text, CreatedDate: date },
    others: ['IsClosed', 'ContactId', 'AccountId'],
    nameOf: (row) => textIn(row, 'CaseNumber') || row.Id,
    details: { subject: 'Subject', status: 'Status', created: 'CreatedDate' },
  },
} as const satisfies Readonly<Record<string, SalesforceRecord>>;

export type RecordName = keyof typeof salesforceRecords;

export const isRecordName = (name: string): name is RecordName => Object.hasOwn(salesforceRecords, name);

export const standardFacts = (record: RecordName): ReadonlyMap<string, FactType> =>
  new Map<string, FactType>(Object.entries(salesforceRecords[record].facts));

/** Everything that is read of a record at once. */
export const selectionOf = (record: RecordName): readonly string[] => [
  'Id',
  ...Object.keys(salesforceRecords[record].facts),
  ...salesforceRecords[record].others,
];

/** A text of a record, or of its parent: `Account.Name`. Undefined where it holds none. */
export function textAt(row: Row, path: string): string | undefined {
  const [first = '', second] = path.split('.');
  const value = row[first];
  if (second === undefined) return typeof value === 'string' && value !== '' ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const inner: unknown = new Map<string, unknown>(Object.entries(value)).get(second);
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

/** Where people see a record. */
export const recordUrl = (host: string, { Id }: Pick<Row, 'Id'>): string => `https://${host}/${Id}`;
