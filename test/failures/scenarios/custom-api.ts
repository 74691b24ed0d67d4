import type { NodeDesk } from '../../../desk/node-desk.ts';
import type { ActionScenario } from '../scenario.ts';
import { scenarioSop } from '../scenario-sop.ts';

const inputs = [
  'order number: text from zendesk.ticket.field "Order number"',
  'parcel number: text from depot.delivery.number',
];

const stateOf = (desk: NodeDesk) => desk.state.systems.depot.state;

/** A system that an admin has described: one action whose key the system heeds, and one that is told by the state of its record. */
export const customApiScenarios: readonly ActionScenario[] = [
  {
    operation: 'depot.hold',
    system: 'depot',
    sop: scenarioSop({
      inputs,
      actions: ['hold parcel: depot.hold (number = parcel number, reason = "address")'],
      instruction: 'propose hold parcel',
    }),
    ticketId: 4512,
    isWrite: ({ method, url }) => method === 'POST' && url.pathname.endsWith('/hold'),
    effects: (desk) => stateOf(desk).holds.length,
  },
  {
    operation: 'depot.release',
    system: 'depot',
    sop: scenarioSop({
      inputs,
      actions: ['release parcel: depot.release (number = parcel number)'],
      instruction: 'propose release parcel',
    }),
    ticketId: 4512,
    arrange: (desk) => {
      const { parcels } = stateOf(desk);
      for (const parcel of parcels.values()) parcels.set(parcel.number, { ...parcel, status: 'held' });
    },
    isWrite: ({ method, url }) => method === 'POST' && url.pathname.endsWith('/release'),
    effects: (desk) => stateOf(desk).releases,
  },
];
