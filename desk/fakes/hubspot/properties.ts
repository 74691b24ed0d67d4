import type { HubspotPropertySeed } from './seed.ts';
import type { HubspotType } from './state.ts';

export type PropertyDefinition = Omit<HubspotPropertySeed, 'object'>;

/** Where a contact stands on its way; HubSpot lets it go forwards only. Source: https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide */
export const lifecycle = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'other',
] as const;

const text = (...names: readonly string[]): PropertyDefinition[] =>
  names.map((name) => ({ name, label: labelOf(name), type: 'string' }));

const created: PropertyDefinition = {
  name: 'createdate',
  label: 'Create date',
  type: 'datetime',
  isReadOnly: true,
};
const owner: PropertyDefinition = {
  name: 'hubspot_owner_id',
  label: 'Owner',
  type: 'string',
};

/** The properties that every account has, as far as the app or a story uses them. */
export const standardProperties: Readonly<Record<HubspotType, readonly PropertyDefinition[]>> = {
  contacts: [
    ...text('email', 'firstname', 'lastname', 'phone', 'jobtitle', 'city'),
    { name: 'lifecyclestage', label: 'Lifecycle stage', type: 'enumeration', options: lifecycle },
    {
      name: 'hs_lead_status',
      label: 'Lead status',
      type: 'enumeration',
      options: ['NEW', 'OPEN', 'IN_PROGRESS', 'UNQUALIFIED', 'CONNECTED'],
    },
    created,
    owner,
  ],
  companies: [
    ...text('name', 'domain', 'industry', 'phone', 'hs_annual_revenue_currency_code'),
    { name: 'annualrevenue', label: 'Annual revenue', type: 'number' },
    {
      name: 'hs_ideal_customer_profile',
      label: 'Ideal customer profile tier',
      type: 'enumeration',
      options: ['tier_1', 'tier_2', 'tier_3'],
    },
    created,
    owner,
  ],
  deals: [...text('dealname', 'dealstage', 'deal_currency_code', 'amount', 'pipeline'), created, owner],
  tickets: [...text('subject', 'hs_pipeline_stage', 'hs_pipeline'), created, owner],
  notes: [...text('hs_note_body', 'hs_timestamp'), created, owner],
  tasks: [...text('hs_task_subject', 'hs_task_body', 'hs_task_status', 'hs_timestamp'), created, owner],
};

/** The stages of the account's pipelines. */
export const pipelines = {
  deals: [
    { id: 'appointmentscheduled', label: 'Appointment scheduled', isClosed: false },
    { id: 'contractsent', label: 'Contract sent', isClosed: false },
    { id: 'closedwon', label: 'Closed won', isClosed: true },
    { id: 'closedlost', label: 'Closed lost', isClosed: true },
  ],
  tickets: [
    { id: '1', label: 'New', isClosed: false },
    { id: '2', label: 'Waiting on contact', isClosed: false },
    { id: '4', label: 'Closed', isClosed: true },
  ],
} as const;

function labelOf(name: string): string {
  const words = name.replace(/^hs_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
