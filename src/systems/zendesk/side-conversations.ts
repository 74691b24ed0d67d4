import * as z from 'zod/mini';
import type { Failure } from '../../domain/run/events.ts';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';

/** Source: https://developer.zendesk.com/api-reference/ticketing/side_conversation/side_conversation/ */
const sideConversation = z.object({
  id: z.string(),
  subject: z.nullish(z.string()),
  state: z.nullish(z.string()),
  created_at: z.nullish(z.string()),
  external_ids: z.nullish(z.record(z.string(), z.unknown())),
});

export const createdSchema = z.object({ side_conversation: sideConversation });
const listSchema = z.object({
  side_conversations: z.array(sideConversation),
  next_page: z.nullish(z.string()),
});

export type SideConversation = z.output<typeof sideConversation>;

/** `isWhole` is false where Zendesk has more than it gives at once. */
type SideConversations = {
  readonly conversations: readonly SideConversation[];
  readonly isWhole: boolean;
};

/** The side conversations of a ticket, the newest hundred. */
export async function readSideConversations(
  transport: Transport,
  ticketId: string,
  priority: SystemRequest['priority'],
): Promise<Parsed<SideConversations>> {
  const answer = await transport.send({
    system: 'zendesk',
    operation: `read the side conversations of ticket ${ticketId}`,
    method: 'GET',
    path: sideConversationsPath(ticketId),
    query: { per_page: '100' },
    repeat: 'read',
    priority,
  });
  const parsed = parseAnswer(answer, listSchema, `the side conversations of ticket ${ticketId}`);
  if (parsed.is === 'failed') return { is: 'failed', failure: withoutAddOn(answer) ?? parsed.failure };
  const { side_conversations: conversations, next_page: next } = parsed.body;
  return { is: 'parsed', body: { conversations, isWhole: next === null || next === undefined } };
}

export const sideConversationsPath = (ticketId: string) =>
  `/api/v2/tickets/${ticketId}/side_conversations.json`;

/** Accounts without the add-on do not have these paths, and roles without the right may not use them. */
export function withoutAddOn(answer: SystemAnswer): Failure | undefined {
  if (answer.is !== 'refused' || (answer.status !== 403 && answer.status !== 404)) return undefined;
  const reason =
    answer.status === 403
      ? 'Zendesk does not let you use side conversations. Ask an admin of your Zendesk account to switch them on for your role.'
      : 'Zendesk has no side conversations here. They need the Collaboration add-on and have to be switched on by an admin of your Zendesk account.';
  return { ...answer.failure, code: 'not-allowed', status: answer.status, reason };
}
