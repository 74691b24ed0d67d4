import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { Instant } from '../../domain/run/events.ts';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import { auditMark, auditsSchema, type Audit } from './audit-mark.ts';
import { changedFields, type ChangedFields } from './changed-fields.ts';
import {
  tagsSchema,
  ticketAnswerSchema,
  updateAnswerSchema,
  type RestTicket,
  type TicketChange,
} from './rest-ticket.ts';
import { createTicketStamps, laterOf } from './ticket-stamps.ts';
import { failedBecause, notDone, unreadableOutcome, type NotDone } from './write-outcome.ts';

type TicketUpdate = {
  readonly ticketId: string;
  readonly approval: VerifiedApproval;
  /** When the ticket was last changed, as far as the app has seen. */
  readonly seenAt: Instant;
  readonly change: TicketChange;
};

type TicketUpdated =
  | {
      readonly is: 'updated';
      readonly ticket: RestTicket;
      readonly audit: string | undefined;
      /** What this update changed, and what stood there before. */
      readonly changed: ChangedFields;
    }
  | NotDone;
type TagsChanged = { readonly is: 'changed'; readonly tags: readonly string[] } | NotDone;

/** Every request by which Signoff reads and changes a ticket. None throws. */
export type TicketUpdates = {
  show(ticketId: string): Promise<Parsed<RestTicket>>;
  /** One update, refused by Zendesk where the ticket is not the one that was seen. */
  update(update: TicketUpdate): Promise<TicketUpdated>;
  tags(ticketId: string): Promise<Parsed<readonly string[]>>;
  changeTags(how: 'add' | 'remove', ticketId: string, tags: readonly string[]): Promise<TagsChanged>;
  /** The newest hundred. */
  audits(ticketId: string): Promise<Parsed<readonly Audit[]>>;
};

export function createTicketUpdates(transport: Transport): TicketUpdates {
  const stamps = createTicketStamps();
  const show = async (ticketId: string): Promise<Parsed<RestTicket>> => {
    const answer = await transport.send(readRequest(`read ticket ${ticketId}`, pathOf(ticketId)));
    const parsed = parseAnswer(answer, ticketAnswerSchema, `ticket ${ticketId}`);
    return parsed.is === 'parsed' ? { is: 'parsed', body: parsed.body.ticket } : parsed;
  };
  const readTags = async (ticketId: string): Promise<Parsed<readonly string[]>> => {
    const answer = await transport.send(
      readRequest(`read the tags of ticket ${ticketId}`, tagsPathOf(ticketId)),
    );
    const parsed = parseAnswer(answer, tagsSchema, `the tags of ticket ${ticketId}`);
    return parsed.is === 'parsed' ? { is: 'parsed', body: parsed.body.tags } : parsed;
  };
  const stampFor = async (ticketId: string, seenAt: Instant): Promise<Parsed<Instant>> => {
    const known = stamps.of(ticketId);
    if (known?.is !== 'moved') return { is: 'parsed', body: known ? laterOf(seenAt, known.at) : seenAt };
    const ticket = await show(ticketId);
    return ticket.is === 'parsed' ? { is: 'parsed', body: ticket.body.updated_at } : ticket;
  };

  return {
    show,
    tags: readTags,
    update: async (update) => {
      const stamp = await stampFor(update.ticketId, update.seenAt);
      if (stamp.is === 'failed') return { is: 'failed', failure: stamp.failure };
      const answer = await transport.send(updateRequest(update, stamp.body));
      if (answer.is !== 'answered') {
        if (answer.is === 'unknown') stamps.set(update.ticketId, { is: 'moved' });
        return notDone(answer);
      }
      const parsed = parseAnswer(
        answer,
        updateAnswerSchema,
        `the answer to the update of ticket ${update.ticketId}`,
      );
      if (parsed.is === 'failed') return unreadableOutcome(parsed.failure);
      const { ticket, audit } = parsed.body;
      stamps.set(update.ticketId, { is: 'told', at: ticket.updated_at });
      return {
        is: 'updated',
        ticket,
        audit: audit ? String(audit.id) : undefined,
        changed: changedFields(audit?.events),
      };
    },
    changeTags: async (how, ticketId, tags) => {
      const answer = await transport.send(tagsRequest(how, ticketId, tags));
      // The answer does not say when the ticket was changed.
      if (answer.is === 'answered' || answer.is === 'unknown') stamps.set(ticketId, { is: 'moved' });
      if (answer.is !== 'answered') return notDone(answer);
      const now = await tagsAfter(answer, () => readTags(ticketId));
      return now.is === 'parsed' ? { is: 'changed', tags: now.body } : unreadableOutcome(now.failure);
    },
    audits: async (ticketId) => {
      const query = { sort: '-created_at', 'page[size]': '100' };
      const request = readRequest(
        `read the audits of ticket ${ticketId}`,
        `/api/v2/tickets/${ticketId}/audits.json`,
      );
      const answer = await transport.send({ ...request, query });
      const parsed = parseAnswer(answer, auditsSchema, `the audits of ticket ${ticketId}`);
      return parsed.is === 'parsed' ? { is: 'parsed', body: parsed.body.audits } : parsed;
    },
  };
}

/** Zendesk answers an addition with the tags, and a removal with nothing: then they are read. */
async function tagsAfter(
  answer: Extract<SystemAnswer, { is: 'answered' }>,
  read: () => Promise<Parsed<readonly string[]>>,
): Promise<Parsed<readonly string[]>> {
  const given = tagsSchema.safeParse(answer.body);
  return given.success ? { is: 'parsed', body: given.data.tags } : read();
}

/** A ticket that is not a number is not asked for: nothing else may stand in a path. */
export function requireTicketId(ticketId: string | undefined): NotDone | undefined {
  return ticketId !== undefined && /^\d{1,18}$/.test(ticketId)
    ? undefined
    : failedBecause('unclear-target', 'The approval names no ticket.');
}

const pathOf = (ticketId: string) => `/api/v2/tickets/${ticketId}.json`;
const tagsPathOf = (ticketId: string) => `/api/v2/tickets/${ticketId}/tags.json`;

const readRequest = (operation: string, path: string): SystemRequest => ({
  system: 'zendesk',
  operation,
  method: 'GET',
  path,
  repeat: 'read',
  priority: 'person',
});

function updateRequest({ ticketId, approval, change }: TicketUpdate, stamp: Instant): SystemRequest {
  const ticket = { ...change, metadata: auditMark(approval), safe_update: true, updated_stamp: stamp };
  return {
    system: 'zendesk',
    operation: `update ticket ${ticketId}`,
    method: 'PUT',
    path: pathOf(ticketId),
    body: { json: { ticket } },
    repeat: 'unsent',
    priority: 'person',
  };
}

function tagsRequest(how: 'add' | 'remove', ticketId: string, tags: readonly string[]): SystemRequest {
  return {
    system: 'zendesk',
    operation: `${how} tags of ticket ${ticketId}`,
    method: how === 'add' ? 'PUT' : 'DELETE',
    path: tagsPathOf(ticketId),
    body: { json: { tags } },
    // Adding a tag that is there, or removing one that is not, changes nothing.
    repeat: 'same-effect',
    priority: 'person',
  };
}
