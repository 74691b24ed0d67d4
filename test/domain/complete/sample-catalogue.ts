import type { Catalogue } from '../../../src/domain/sop/catalogue.ts';
import { offeredSystems } from '../../../src/systems/offered-systems.ts';

const text = { kind: 'text' } as const;

/** What the systems really offer, with the custom fields and the teams of a sample account. */
export const sampleCatalogue: Catalogue = {
  systems: offeredSystems.map((system) =>
    system.name === 'zendesk'
      ? {
          ...system,
          customFields: [
            { record: 'ticket', title: 'Order number', type: text },
            { record: 'ticket', title: 'Return reason', type: text },
            { record: 'ticket', title: 'Ship exception', type: text },
            { record: 'organization', title: 'Plan', type: text },
          ],
        }
      : system,
  ),
  teams: [
    'Support operations',
    'Returns desk',
    'Tier 1',
    'Tier 2',
    'Team lead',
    'Payments',
    'Logistics',
    'Legal',
  ],
};
