import type { FactName } from '../facts/value.ts';
import type { Source } from '../sop/document.ts';

const zendesk = (record: string, field: string): Source => ({
  from: 'system',
  system: 'zendesk',
  record,
  field,
  customField: undefined,
  declaredRecord: undefined,
});

/** Where the facts that are always there come from. Source: SOP language, section 1, "Always there, undeclared". */
export const builtInSources: ReadonlyMap<FactName, Source> = new Map([
  ['ticket form', zendesk('ticket', 'form')],
  ['ticket type', zendesk('ticket', 'type')],
  ['ticket status', zendesk('ticket', 'status')],
  ['ticket priority', zendesk('ticket', 'priority')],
  ['ticket subject', zendesk('ticket', 'subject')],
  ['ticket tags', zendesk('ticket', 'tags')],
  ['ticket channel', zendesk('ticket', 'channel')],
  ['ticket brand', zendesk('ticket', 'brand')],
  ['ticket language', zendesk('ticket', 'language')],
  ['requester name', zendesk('requester', 'name')],
  ['requester email', zendesk('requester', 'email')],
  ['organization name', zendesk('organization', 'name')],
]);
