import type { HubspotRecordSeed, HubspotSeed } from '../fakes/hubspot/seed.ts';
import type { SalesforceRowSeed, SalesforceSeed } from '../fakes/salesforce/seed.ts';
import type { Calendar } from './calendar.ts';
import { KEYS } from './seeds.ts';
import type { Story, StoryCustomer } from './story.ts';

export const SALESFORCE_DOMAIN = 'signoff-desk';
export const SALESFORCE_HOST = `${SALESFORCE_DOMAIN}.my.salesforce.com`;

/** Whoever the CRMs know: each customer of a story once. */
function customersOf(stories: readonly Story[]): readonly StoryCustomer[] {
  return [...new Map(stories.map(({ customer }) => [customer.id, customer])).values()];
}

/** Of many customers HubSpot knows the contact; the first has a company, deals and tickets too. */
export function hubspotSeed(stories: readonly Story[], calendar: Calendar): HubspotSeed {
  const customers = customersOf(stories);
  const [first] = customers;
  const contact = first === undefined ? [] : [String(first.id)];
  return {
    token: KEYS.hubspot_token,
    portalId: 48_000_001,
    contacts: customers.map((customer) => contactOf(customer, customer === first ? ['7001'] : [])),
    companies: [
      {
        id: '7001',
        properties: {
          name: 'Example Ltd',
          domain: 'example.com',
          industry: 'RETAIL',
          annualrevenue: '1200000',
          hs_ideal_customer_profile: 'tier_2',
        },
      },
    ],
    deals: [
      {
        id: '8001',
        properties: {
          dealname: 'Sample store fitting',
          dealstage: 'contractsent',
          amount: '4200.00',
          deal_currency_code: 'USD',
        },
        contacts: contact,
        companies: ['7001'],
        createdAt: calendar.ago(12, '09:00'),
      },
    ],
    tickets: [
      { id: '8101', properties: { subject: 'Sample question', hs_pipeline_stage: '1' }, contacts: contact },
    ],
    owners: [{ id: '501', email: 'owner@desk.example', firstName: 'Sample', lastName: 'Owner' }],
    properties: [{ object: 'contacts', name: 'refund_note', label: 'Refund note', type: 'string' }],
  };
}

function contactOf({ id, name, email }: StoryCustomer, companies: readonly string[]): HubspotRecordSeed {
  const [firstname = '', ...rest] = name.split(' ');
  return {
    id: String(id),
    properties: {
      email,
      firstname,
      lastname: rest.join(' '),
      lifecyclestage: 'customer',
      hubspot_owner_id: '501',
    },
    companies,
  };
}

const ACCOUNT = '0015e00000SampleAA';
const OWNER = '0055e00000SampleAA';

/** The same customers in Salesforce; the account of the first has an opportunity, and he has a case. */
export function salesforceSeed(stories: readonly Story[], calendar: Calendar): SalesforceSeed {
  const contacts = customersOf(stories).map(rowOf);
  const [first] = contacts;
  return {
    token: KEYS.salesforce,
    domain: SALESFORCE_DOMAIN,
    name: 'Outdoor Sample Shop',
    contacts,
    accounts: [
      {
        Id: ACCOUNT,
        Name: 'Example Ltd',
        Type: 'Customer',
        Industry: 'Retail',
        AnnualRevenue: 1_200_000,
        OwnerId: OWNER,
        Renewal_Date__c: calendar.dayIn(45),
      },
    ],
    opportunities: [
      {
        Id: '0065e00000SampleAA',
        Name: 'Sample renewal',
        StageName: 'Negotiation',
        Amount: 4200,
        IsClosed: false,
        AccountId: ACCOUNT,
        OwnerId: OWNER,
      },
    ],
    cases: [
      {
        Id: '5005e00000SampleAA',
        CaseNumber: '00001001',
        Subject: 'Sample question',
        Status: 'New',
        IsClosed: false,
        ContactId: first?.Id ?? null,
        AccountId: ACCOUNT,
      },
    ],
    users: [{ Id: OWNER, Name: 'Sample Owner', Email: 'owner@desk.example', IsActive: true }],
    fields: [{ object: 'Account', name: 'Renewal_Date__c', label: 'Renewal date', type: 'Date' }],
  };
}

function rowOf({ id, name, email }: StoryCustomer): SalesforceRowSeed {
  const [FirstName = '', ...rest] = name.split(' ');
  return {
    Id: `0035e0000${String(id).padStart(6, '0')}AAA`,
    Name: name,
    FirstName,
    LastName: rest.join(' '),
    Email: email,
    AccountId: ACCOUNT,
    OwnerId: OWNER,
  };
}
