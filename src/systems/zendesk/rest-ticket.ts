import * as z from 'zod/mini';
import { eventsSchema } from './changed-fields.ts';

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const customField = z.object({ id: z.number(), value: z.optional(fieldValue) });

/** What is read of a ticket of the REST API. Source: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
const restTicketSchema = z.object({
  id: z.number(),
  updated_at: z.string(),
  status: z.string(),
  priority: z.nullish(z.string()),
  type: z.nullish(z.string()),
  subject: z.nullish(z.string()),
  group_id: z.nullish(z.number()),
  assignee_id: z.nullish(z.number()),
  custom_status_id: z.nullish(z.number()),
  ticket_form_id: z.nullish(z.number()),
  brand_id: z.nullish(z.number()),
  problem_id: z.nullish(z.number()),
  tags: z.nullish(z.array(z.string())),
  custom_fields: z.nullish(z.array(customField)),
});

export type RestTicket = z.output<typeof restTicketSchema>;
export type RestFieldValue = z.output<typeof fieldValue>;

export const ticketAnswerSchema = z.object({ ticket: restTicketSchema });
export const updateAnswerSchema = z.object({
  ticket: restTicketSchema,
  audit: z.nullish(z.object({ id: z.number(), events: eventsSchema })),
});
export const tagsSchema = z.object({ tags: z.array(z.string()) });

/** The part of an update of a ticket that changes something. The names are the API's. */
export type TicketChange = {
  readonly status?: string;
  readonly custom_status_id?: number;
  readonly priority?: string | null;
  readonly type?: string | null;
  readonly subject?: string;
  readonly group_id?: number;
  readonly assignee_id?: number | null;
  readonly ticket_form_id?: number;
  readonly brand_id?: number;
  readonly problem_id?: number | null;
  readonly custom_fields?: readonly { readonly id: number; readonly value: NonNullable<RestFieldValue> }[];
  readonly comment?: { readonly body: string; readonly public: false };
  readonly macro_ids?: readonly number[];
};
