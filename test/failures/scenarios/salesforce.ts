import type { FakeRequest } from '../../../desk/fakes/fake.ts';
import type { NodeDesk } from '../../../desk/node-desk.ts';
import { SALESFORCE_HOST } from '../../../desk/world/crm.ts';
import { scenarioSop } from '../scenario-sop.ts';
import type { ActionScenario } from '../scenario.ts';

const sopOf = (action: string) =>
  scenarioSop({ actions: [`act: salesforce.${action}`], instruction: 'propose act' });

const rows = (desk: NodeDesk) => desk.state.systems.salesforce.state.rows;
// Zendesk's own records are changed by PATCH too.
const isWrite = ({ method, url }: FakeRequest) => method === 'PATCH' && url.host === SALESFORCE_HOST;
const tasks = (desk: NodeDesk) => rows(desk).Task.length;

export const salesforceScenarios: readonly ActionScenario[] = [
  {
    operation: 'salesforce.set_field',
    system: 'salesforce',
    sop: sopOf('set_field (record = "account", field = "Renewal_Date__c", value = "2030-06-30")'),
    ticketId: 4512,
    isWrite,
    // The same value twice is the same value.
    effects: (desk) => rows(desk).Account.filter((row) => row['Renewal_Date__c'] === '2030-06-30').length,
  },
  {
    operation: 'salesforce.add_note',
    system: 'salesforce',
    sop: sopOf('add_note (note = "Asked for a call.")'),
    ticketId: 4512,
    isWrite,
    effects: tasks,
  },
  {
    operation: 'salesforce.create_task',
    system: 'salesforce',
    sop: sopOf('create_task (subject = "Call back")'),
    ticketId: 4512,
    isWrite,
    effects: tasks,
  },
  {
    operation: 'salesforce.create_case',
    system: 'salesforce',
    sop: sopOf('create_case (subject = "Lost parcel")'),
    ticketId: 4512,
    isWrite,
    effects: (desk) => rows(desk).Case.filter((row) => typeof row['SignoffKey__c'] === 'string').length,
  },
];
