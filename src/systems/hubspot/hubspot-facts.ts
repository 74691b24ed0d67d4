import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { FieldForm } from '../../domain/sop/catalogue.ts';
import type { FactField } from '../system.ts';
import { dealFacts, ticketFacts } from './history-facts.ts';
import type { HubspotObject, HubspotOwner } from './hubspot-schemas.ts';

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const money = { kind: 'money', currency: undefined } as const;

/** Properties that every HubSpot account has, by their internal names. Any other is read with `field "internal_name"`. */
export const contactFacts: Readonly<Record<string, FactType>> = {
  email: text,
  firstname: text,
  lastname: text,
  phone: text,
  lifecyclestage: text,
  hs_lead_status: text,
  createdate: date,
};

export const companyFacts: Readonly<Record<string, FactType>> = {
  name: text,
  domain: text,
  industry: text,
  annualrevenue: money,
  /** HubSpot's own tier: `tier_1`, `tier_2`, `tier_3`. */
  hs_ideal_customer_profile: text,
  createdate: date,
};

type OwnerFact = { readonly type: FactType; readonly of: (owner: HubspotOwner) => FactJson | undefined };

export const ownerFacts: ReadonlyMap<string, OwnerFact> = new Map([
  [
    'name',
    {
      type: text,
      of: ({ firstName, lastName }) => [firstName, lastName].filter((part) => part).join(' ') || undefined,
    },
  ],
  ['email', { type: text, of: ({ email }) => email || undefined }],
]);

/** The currency that the record itself names for an amount of its own. */
export function currencyOf({ properties }: HubspotObject): string | undefined {
  return properties['hs_annual_revenue_currency_code'] || undefined;
}

const history = { ...dealFacts, ...ticketFacts };

/** Every account has properties of its own, which are read by their internal names. */
export const hubspotFurtherFields: readonly FieldForm[] = [
  { records: ['contact', 'company'], form: '[a-z][a-z0-9_]{0,99}' },
];

/** The catalogue by name, for the checker of SOPs. */
export const hubspotFactFields: readonly FactField[] = [
  ...fieldsOf('contact', contactFacts),
  ...fieldsOf('contact', typesOf(history)),
  ...fieldsOf('company', companyFacts),
  ...fieldsOf('company', typesOf(history)),
  ...fieldsOf('owner', typesOf(Object.fromEntries(ownerFacts))),
];

function typesOf(facts: Readonly<Record<string, { readonly type: FactType }>>) {
  return Object.fromEntries(Object.entries(facts).map(([name, { type }]) => [name, type]));
}

function fieldsOf(record: string, facts: Readonly<Record<string, FactType>>): readonly FactField[] {
  return Object.entries(facts).map(([field, type]) => ({ record, field, type }));
}
