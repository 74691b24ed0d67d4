import type { Clock } from '../../app/ports/clock.ts';
import type { System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { ActionTools, TeamLookup } from './action-tools.ts';
import { addNote } from './actions/add-note.ts';
import { addTag } from './actions/add-tag.ts';
import { applyMacro } from './actions/apply-macro.ts';
import { assign } from './actions/assign.ts';
import { askCustomer } from './actions/ask-customer.ts';
import { draftReply } from './actions/draft-reply.ts';
import { escalate } from './actions/escalate.ts';
import { linkProblem } from './actions/link-problem.ts';
import { notify } from './actions/notify.ts';
import { removeTag } from './actions/remove-tag.ts';
import { setField } from './actions/set-field.ts';
import { startSideConversation } from './actions/side-conversation.ts';
import { checkZendesk } from './check-zendesk.ts';
import { createFactRecords } from './fact-records.ts';
import { readRights } from './read-rights.ts';
import { readZendeskFact } from './read-zendesk-fact.ts';
import { createTicketFields } from './ticket-fields.ts';
import { createTicketUpdates } from './ticket-updates.ts';
import type { ZafClient } from './zaf-client.ts';
import { createZafReader } from './zaf-get.ts';
import { furtherFacts, zendeskFacts } from './zendesk-facts.ts';

export type ZendeskSystemOptions = {
  readonly client: ZafClient;
  readonly transport: Transport;
  readonly directory: AccountDirectory;
  readonly clock: Pick<Clock, 'now'>;
  readonly teams: TeamLookup;
};

/**
 * Zendesk as a system of facts and actions: reads go over the app framework and cost no request, changes over the REST API after an
 * approval, and replies into the composer, where the rep sends them.
 */
export function createZendeskSystem(options: ZendeskSystemOptions): System {
  const { client, transport, directory, clock, teams } = options;
  const fields = createTicketFields(client);
  const get = createZafReader(client);
  const updates = createTicketUpdates(transport);
  const reading = { get, fields, directory, clock, rest: createFactRecords({ transport, clock }) };
  const mayI = readRights({ get, directory });
  const tools: ActionTools = { client, transport, updates, fields, directory, mayI, teams };
  const actions = [
    setField,
    addTag,
    removeTag,
    addNote,
    applyMacro,
    assign,
    linkProblem,
    startSideConversation,
    draftReply,
    askCustomer,
    escalate,
    notify,
  ];
  return {
    name: 'zendesk',
    facts: [...zendeskFacts, ...furtherFacts].map(({ record, field, type }) => ({ record, field, type })),
    // The ticket is open: nothing has to be known first.
    keyFacts: () => [],
    read: (request) => readZendeskFact(reading, request),
    check: () => checkZendesk(transport),
    actions: actions.map((action) => action(tools)),
  };
}
