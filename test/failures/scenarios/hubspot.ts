import type { FakeRequest } from '../../../desk/fakes/fake.ts';
import type { NodeDesk } from '../../../desk/node-desk.ts';
import { scenarioSop } from '../scenario-sop.ts';
import type { ActionScenario } from '../scenario.ts';

const sopOf = (action: string) =>
  scenarioSop({ actions: [`act: hubspot.${action}`], instruction: 'propose act' });

const hubspot = (desk: NodeDesk) => desk.state.systems.hubspot.state;
const isCreation =
  (type: 'notes' | 'tasks') =>
  ({ method, url }: FakeRequest) =>
    method === 'POST' && url.pathname === `/crm/v3/objects/${type}`;

export const hubspotScenarios: readonly ActionScenario[] = [
  {
    operation: 'hubspot.set_property',
    system: 'hubspot',
    sop: sopOf('set_property (record = "contact", property = "refund_note", value = "seen")'),
    ticketId: 4512,
    isWrite: ({ method, url }) => method === 'PATCH' && url.host === 'api.hubapi.com',
    // The same value twice is the same value.
    effects: (desk) =>
      [...hubspot(desk).records.contacts.values()].filter(
        ({ properties }) => properties['refund_note'] === 'seen',
      ).length,
  },
  {
    operation: 'hubspot.add_note',
    system: 'hubspot',
    sop: sopOf('add_note (note = "Asked for a call.")'),
    ticketId: 4512,
    isWrite: isCreation('notes'),
    effects: (desk) => hubspot(desk).records.notes.size,
  },
  {
    operation: 'hubspot.create_task',
    system: 'hubspot',
    sop: sopOf('create_task (subject = "Call back")'),
    ticketId: 4512,
    isWrite: isCreation('tasks'),
    effects: (desk) => hubspot(desk).records.tasks.size,
  },
];
