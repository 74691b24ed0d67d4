import { createSalesforceFake, type SalesforceFake } from '../../../desk/fakes/salesforce/salesforce-fake.ts';
import type { SalesforceSeed } from '../../../desk/fakes/salesforce/seed.ts';
import { createSalesforceSystem } from '../../../src/systems/salesforce/salesforce-system.ts';
import type { ActionImplementation, System } from '../../../src/systems/system.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import {
  createAdapterWorld,
  requesterAddress,
  salesforceHost,
  secure,
  type AdapterWorld,
} from '../adapter-world.ts';
import { salesforceDocument } from './salesforce-document.ts';

export const ids = {
  contact: '0035e00000AbCdEAAV',
  account: '0015e00000AbCdEAAV',
  opportunity: '0065e00000AbCdEAAV',
  case: '5005e00000AbCdEAAV',
  owner: '0055e00000AbCdEAAV',
} as const;

/** The requester as a contact with an account, two open opportunities, a won one and a case. */
export const sampleSalesforce: SalesforceSeed = {
  token: secure.salesforce,
  domain: 'sample',
  name: 'Sample Org',
  contacts: [
    {
      Id: ids.contact,
      Name: 'Sample Customer',
      FirstName: 'Sample',
      LastName: 'Customer',
      Email: requesterAddress,
      Phone: null,
      AccountId: ids.account,
      OwnerId: ids.owner,
      CreatedDate: '2026-02-03T23:30:00.000+0000',
      Is_VIP__c: false,
    },
  ],
  accounts: [
    {
      Id: ids.account,
      Name: 'Example Ltd',
      Industry: 'Retail',
      AnnualRevenue: 1_200_000.5,
      OwnerId: ids.owner,
      Renewal_Date__c: '2027-01-31',
      Score__c: 7,
    },
  ],
  opportunities: [
    opportunity(ids.opportunity, 'Renewal', { Amount: 4200.1, CreatedDate: '2026-10-01T00:00:00.000+0000' }),
    opportunity('0065e00000AbCdFAAV', 'Upgrade', {
      Amount: 99.9,
      CreatedDate: '2026-11-01T00:00:00.000+0000',
      StageName: 'Prospecting',
    }),
    opportunity('0065e00000AbCdGAAV', 'First order', { Amount: 10_000, IsClosed: true }),
  ],
  cases: [
    {
      Id: ids.case,
      CaseNumber: '00001001',
      Subject: 'Where is it?',
      Status: 'New',
      IsClosed: false,
      ContactId: ids.contact,
      AccountId: ids.account,
    },
    {
      Id: '5005e00000AbCdFAAV',
      CaseNumber: '00001002',
      Status: 'Closed',
      IsClosed: true,
      ContactId: ids.contact,
      AccountId: ids.account,
    },
  ],
  users: [{ Id: ids.owner, Name: 'Sample Owner', Email: 'owner@example.com', IsActive: true }],
  fields: [
    { object: 'Account', name: 'Renewal_Date__c', label: 'Renewal date', type: 'Date' },
    { object: 'Account', name: 'Score__c', label: 'Score', type: 'Formula (Number)' },
    { object: 'Contact', name: 'Is_VIP__c', label: 'VIP', type: 'Checkbox' },
  ],
};

function opportunity(Id: string, Name: string, given: Readonly<Record<string, string | number | boolean>>) {
  return { Id, Name, StageName: 'Negotiation', IsClosed: false, AccountId: ids.account, ...given };
}

export type SalesforceWorld = AdapterWorld & { readonly salesforce: System; readonly fake: SalesforceFake };

type Given = {
  readonly keys?: Readonly<Record<string, string>>;
  readonly domain?: string;
  readonly allowedHosts?: readonly string[];
};

export function createSalesforceWorld(
  seed: Partial<SalesforceSeed> = {},
  { keys = secure, domain = salesforceHost, allowedHosts }: Given = {},
): SalesforceWorld {
  const clock = createManualClock();
  const fake = createSalesforceFake({ ...sampleSalesforce, ...seed }, () => clock.now());
  const documents = { [salesforceHost]: salesforceDocument };
  const world = createAdapterWorld({ fakes: [fake], clock, documents, keys });
  return { ...world, fake, salesforce: createSalesforceSystem({ ...world, domain, allowedHosts }) };
}

export function actionOf({ salesforce }: SalesforceWorld, operation: string): ActionImplementation {
  const found = salesforce.actions.find(({ kind }) => kind.operation === `salesforce.${operation}`);
  if (found === undefined) throw new Error(`Salesforce has no action ${operation}.`);
  return found;
}
