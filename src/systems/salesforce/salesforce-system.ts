import type { Clock } from '../../app/ports/clock.ts';
import { recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead } from '../look-up/look-up.ts';
import type { System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { checkSalesforce } from './check-salesforce.ts';
import { addSalesforceNote, createSalesforceCase, createSalesforceTask } from './creations.ts';
import { readSalesforceFact } from './read-salesforce-fact.ts';
import { createSalesforceApi } from './salesforce-api.ts';
import { salesforceFactFields } from './salesforce-facts.ts';
import { salesforceHost } from './salesforce-host.ts';
import { createSalesforceRecords } from './salesforce-records.ts';
import { setSalesforceField } from './set-field.ts';

type SalesforceSettings = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
  /** The setting `salesforce_domain`: a My Domain name or its host. */
  readonly domain: string | undefined;
  /** The hosts that the package may reach; undefined where it does not say. */
  readonly allowedHosts: readonly string[] | undefined;
};

/** Salesforce behind the ports: contacts, accounts, opportunities, cases and owners as facts; a field, a note, a task and a case as actions. */
export function createSalesforceSystem({
  transport,
  clock,
  dateOf,
  domain,
  allowedHosts,
}: SalesforceSettings): System {
  const host = domain === undefined ? undefined : salesforceHost(domain);
  const api = createSalesforceApi(transport);
  const records = createSalesforceRecords(api, clock);
  const tools = { api, records, now: () => clock.now(), host: host ?? '' };
  return {
    name: 'salesforce',
    facts: salesforceFactFields,
    keyFacts: (source, declarations) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      return declaration === undefined ? [] : [declaration.by];
    },
    read: async (request) => answerRead(request, await readSalesforceFact({ ...tools, dateOf }, request)),
    check: () => checkSalesforce({ api, domain, allowedHosts }),
    actions: [
      setSalesforceField(tools),
      addSalesforceNote(tools),
      createSalesforceTask(tools),
      createSalesforceCase(tools),
    ],
  };
}
