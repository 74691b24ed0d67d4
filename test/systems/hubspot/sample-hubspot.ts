import { createHubspotFake, type HubspotFake } from '../../../desk/fakes/hubspot/hubspot-fake.ts';
import type { HubspotSeed } from '../../../desk/fakes/hubspot/seed.ts';
import { createHubspotSystem } from '../../../src/systems/hubspot/hubspot-system.ts';
import type { ActionImplementation, System } from '../../../src/systems/system.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createAdapterWorld, requesterAddress, secure, type AdapterWorld } from '../adapter-world.ts';
import { hubspotDocument } from './hubspot-document.ts';

/** The requester as a contact with one company, two open deals, a won one and a ticket. */
export const sampleHubspot: HubspotSeed = {
  token: secure.hubspot_token,
  portalId: 48_000_001,
  contacts: [
    {
      id: '101',
      properties: {
        email: requesterAddress,
        firstname: 'Sample',
        lastname: 'Customer',
        lifecyclestage: 'lead',
        hubspot_owner_id: '501',
        loyalty_points: '120',
        joined_on: '2026-03-02T23:30:00Z',
      },
      companies: ['201'],
      createdAt: '2026-02-03T23:30:00.000Z',
    },
  ],
  companies: [
    {
      id: '201',
      properties: {
        name: 'Example Ltd',
        domain: 'example.com',
        annualrevenue: '1200000.5',
        hs_annual_revenue_currency_code: 'EUR',
        hs_ideal_customer_profile: 'tier_2',
      },
    },
  ],
  deals: [
    deal('301', 'contractsent', { amount: '4200.10', createdAt: '2026-10-01T09:00:00Z' }),
    deal('302', 'appointmentscheduled', { amount: '99.90', createdAt: '2026-11-01T09:00:00Z' }),
    deal('303', 'closedwon', { amount: '10000', createdAt: '2026-05-01T09:00:00Z' }),
  ],
  tickets: [
    { id: '401', properties: { subject: 'Where is it?', hs_pipeline_stage: '1' }, contacts: ['101'] },
    { id: '402', properties: { subject: 'Thank you', hs_pipeline_stage: '4' }, contacts: ['101'] },
  ],
  owners: [
    { id: '501', email: 'owner@example.com', firstName: 'Sample', lastName: 'Owner' },
    { id: '502', email: 'second.owner@example.com', firstName: 'Second', lastName: 'Owner' },
  ],
  properties: [
    { object: 'contacts', name: 'loyalty_points', label: 'Loyalty points', type: 'number' },
    { object: 'contacts', name: 'joined_on', label: 'Joined on', type: 'datetime' },
    { object: 'contacts', name: 'is_vip', label: 'VIP', type: 'bool' },
    { object: 'contacts', name: 'score', label: 'Score', type: 'number', isReadOnly: true },
  ],
};

function deal(id: string, stage: string, given: { readonly amount: string; readonly createdAt: string }) {
  return {
    id,
    properties: { dealname: `Deal ${id}`, dealstage: stage, amount: given.amount, deal_currency_code: 'USD' },
    contacts: ['101'],
    companies: ['201'],
    createdAt: given.createdAt,
  };
}

export type HubspotWorld = AdapterWorld & { readonly hubspot: System; readonly fake: HubspotFake };

export function createHubspotWorld(
  seed: Partial<HubspotSeed> = {},
  keys: Readonly<Record<string, string>> = secure,
): HubspotWorld {
  const clock = createManualClock();
  const fake = createHubspotFake({ ...sampleHubspot, ...seed }, () => clock.now());
  const documents = { 'api.hubapi.com': hubspotDocument };
  const world = createAdapterWorld({ fakes: [fake], clock, documents, keys });
  return { ...world, fake, hubspot: createHubspotSystem(world) };
}

export function actionOf({ hubspot }: HubspotWorld, operation: string): ActionImplementation {
  const found = hubspot.actions.find(({ kind }) => kind.operation === `hubspot.${operation}`);
  if (found === undefined) throw new Error(`HubSpot has no action ${operation}.`);
  return found;
}
