import * as z from 'zod/mini';
import { parseAnswer } from '../look-up/parse-answer.ts';
import type { SystemRequest, Transport } from '../transport/transport.ts';
import type { TimedMemory } from './timed-memory.ts';

/** What an admin has set up in Zendesk and the app framework does not name. Each list is asked for once an hour at most. */
export type AccountDirectory = {
  /** Undefined where it cannot be told. */
  formName(id: number): Promise<string | undefined>;
  profileFields(of: 'requester' | 'organization'): Promise<readonly ProfileField[] | undefined>;
  /** Whether somebody with this custom role may change tickets; undefined where it cannot be told. */
  mayChangeTickets(person: { readonly id: string; readonly role: string }): Promise<boolean | undefined>;
};

export type ProfileField = z.output<typeof profileField>;

const form = z.object({ id: z.number(), name: z.string() });
const formsSchema = z.object({ ticket_forms: z.array(form) });
const profileField = z.object({
  id: z.number(),
  key: z.string(),
  title: z.string(),
  type: z.string(),
  custom_field_options: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
});
const userFieldsSchema = z.object({ user_fields: z.array(profileField) });
const organizationFieldsSchema = z.object({ organization_fields: z.array(profileField) });
const meSchema = z.object({
  user: z.object({
    role: z.string(),
    role_type: z.nullish(z.number()),
    only_private_comments: z.nullish(z.boolean()),
  }),
});

export function createAccountDirectory(transport: Transport, memory: TimedMemory): AccountDirectory {
  const asks = asksOver(transport);
  return {
    formName: async (id) => {
      const forms = await memory.recall('ticket-forms', z.array(form), asks.forms);
      return forms?.find((known) => known.id === id)?.name;
    },
    profileFields: (of) => {
      const ask = of === 'requester' ? asks.userFields : asks.organizationFields;
      return memory.recall(`fields-of-${of}`, z.array(profileField), ask);
    },
    mayChangeTickets: ({ id, role }) =>
      memory.recall(`may-change-tickets:${id}:${role}`, z.boolean(), asks.mayChangeTickets),
  };
}

function asksOver(transport: Transport) {
  const ask = async <T>(what: string, path: string, schema: z.ZodMiniType<T>): Promise<T | undefined> => {
    const parsed = parseAnswer(await transport.send(readRequest(what, path)), schema, what);
    return parsed.is === 'parsed' ? parsed.body : undefined;
  };
  return {
    forms: async () =>
      (await ask('the ticket forms', '/api/v2/ticket_forms.json', formsSchema))?.ticket_forms,
    userFields: async () =>
      (await ask('the user fields', '/api/v2/user_fields.json', userFieldsSchema))?.user_fields,
    organizationFields: async () =>
      (await ask('the organization fields', '/api/v2/organization_fields.json', organizationFieldsSchema))
        ?.organization_fields,
    mayChangeTickets: async () => {
      const me = await ask('what you may do', '/api/v2/users/me.json', meSchema);
      return me && mayChange(me.user);
    },
  };
}

/**
 * A custom role of type 0 is a full agent, 4 an admin; 1 is a light agent, 2 and 3 are chat agents and contributors.
 * Source: https://developer.zendesk.com/api-reference/ticketing/users/users/#json-format-for-agent-or-admin-requests
 */
function mayChange({
  role,
  role_type: type,
  only_private_comments: onlyNotes,
}: z.output<typeof meSchema>['user']) {
  if (role === 'admin') return true;
  return (
    role === 'agent' &&
    onlyNotes !== true &&
    (type === 0 || type === 4 || type === null || type === undefined)
  );
}

const readRequest = (what: string, path: string): SystemRequest => ({
  system: 'zendesk',
  operation: `read ${what}`,
  method: 'GET',
  path,
  repeat: 'read',
  priority: 'background',
});
