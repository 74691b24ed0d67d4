import * as z from 'zod/mini';
import { parseAnswer } from '../look-up/parse-answer.ts';
import type { SystemRequest, Transport } from '../transport/transport.ts';
import {
  accountLists,
  type AccountList,
  type CustomRole,
  type CustomStatus,
  type Named,
  type ProfileField,
  type TicketFieldRule,
  type TicketForm,
} from './account-lists.ts';
import type { TimedMemory } from './timed-memory.ts';

/**
 * What an admin has set up in Zendesk and the app framework does not name. Each list is asked for once an hour at most, and only when
 * something needs it. Undefined where it cannot be told.
 */
export type AccountDirectory = {
  formName(id: number): Promise<string | undefined>;
  forms(): Promise<readonly TicketForm[] | undefined>;
  ticketFields(): Promise<readonly TicketFieldRule[] | undefined>;
  profileFields(of: 'requester' | 'organization'): Promise<readonly ProfileField[] | undefined>;
  customStatuses(): Promise<readonly CustomStatus[] | undefined>;
  /** Those to which tickets can be assigned. */
  groups(): Promise<readonly Named[] | undefined>;
  brands(): Promise<readonly Named[] | undefined>;
  customRoles(): Promise<readonly CustomRole[] | undefined>;
  /** Whether somebody with this custom role may change tickets. */
  mayChangeTickets(person: { readonly id: string; readonly role: string }): Promise<boolean | undefined>;
};

const meSchema = z.object({
  user: z.object({
    role: z.string(),
    role_type: z.nullish(z.number()),
    only_private_comments: z.nullish(z.boolean()),
  }),
});

export function createAccountDirectory(transport: Transport, memory: TimedMemory): AccountDirectory {
  const recall = <T>({ what, path, member, schema }: AccountList<T>) =>
    memory.recall(member, schema, async () => {
      const answer = parseAnswer(
        await transport.send(readRequest(what, path)),
        z.looseObject({ [member]: schema }),
        what,
      );
      const listed = answer.is === 'parsed' ? schema.safeParse(answer.body[member]) : undefined;
      return listed?.success === true ? listed.data : undefined;
    });
  return {
    formName: async (id) => (await recall(accountLists.forms))?.find((known) => known.id === id)?.name,
    forms: () => recall(accountLists.forms),
    ticketFields: () => recall(accountLists.ticketFields),
    profileFields: (of) =>
      recall(of === 'requester' ? accountLists.userFields : accountLists.organizationFields),
    customStatuses: () => recall(accountLists.customStatuses),
    groups: () => recall(accountLists.groups),
    brands: () => recall(accountLists.brands),
    customRoles: () => recall(accountLists.customRoles),
    mayChangeTickets: ({ id, role }) =>
      memory.recall(`may-change-tickets:${id}:${role}`, z.boolean(), async () => {
        const what = 'what you may do';
        const answer = await transport.send(readRequest(what, '/api/v2/users/me.json'));
        const me = parseAnswer(answer, meSchema, what);
        return me.is === 'parsed' ? mayChange(me.body.user) : undefined;
      }),
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
