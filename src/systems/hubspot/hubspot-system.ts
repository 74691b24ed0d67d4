import type { Clock } from '../../app/ports/clock.ts';
import { recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead } from '../look-up/look-up.ts';
import type { System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { addNote } from './add-note.ts';
import { checkHubspot } from './check-hubspot.ts';
import { createTask } from './create-task.ts';
import { createHubspotApi } from './hubspot-api.ts';
import { hubspotFactFields } from './hubspot-facts.ts';
import { createHubspotRecords } from './hubspot-records.ts';
import { readHubspotFact } from './read-hubspot-fact.ts';
import { setProperty } from './set-property.ts';

type HubspotSettings = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
};

/** HubSpot behind the ports: contacts and companies with their deals, tickets and owner as facts; a property, a note and a task as actions. */
export function createHubspotSystem({ transport, clock, dateOf }: HubspotSettings): System {
  const api = createHubspotApi(transport);
  const records = createHubspotRecords(api, clock);
  const now = () => clock.now();
  const tools = { api, records, clock, now };
  return {
    name: 'hubspot',
    facts: hubspotFactFields,
    keyFacts: (source, declarations) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      return declaration === undefined ? [] : [declaration.by];
    },
    read: async (request) => answerRead(request, await readHubspotFact({ records, dateOf, now }, request)),
    check: () => checkHubspot(transport),
    actions: [setProperty(tools), addNote(tools), createTask(tools)],
  };
}
