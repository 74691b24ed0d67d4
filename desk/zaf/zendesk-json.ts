import * as z from 'zod/mini';

/** What the workspace reads of Zendesk's REST answers. Source: https://developer.zendesk.com/api-reference/ticketing/ */
const Id = z.number();
const OptionalId = z.nullish(Id);
const OptionalText = z.nullish(z.string());

export const FieldValueJson = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const TicketJson = z.object({
  id: Id,
  subject: OptionalText,
  description: OptionalText,
  status: z.string(),
  custom_status_id: OptionalId,
  priority: OptionalText,
  type: OptionalText,
  tags: z.array(z.string()),
  created_at: z.string(),
  updated_at: z.string(),
  external_id: OptionalText,
  recipient: OptionalText,
  requester_id: Id,
  assignee_id: OptionalId,
  group_id: OptionalId,
  organization_id: OptionalId,
  brand_id: OptionalId,
  ticket_form_id: OptionalId,
  custom_fields: z.array(z.object({ id: Id, value: z.nullish(FieldValueJson) })),
  via: z.optional(z.object({ channel: z.string() })),
});

const AttachmentJson = z.object({
  id: z.optional(Id),
  file_name: z.string(),
  content_type: z.optional(z.string()),
  content_url: z.optional(z.string()),
  size: z.optional(z.number()),
});

const CommentJson = z.object({
  id: Id,
  author_id: Id,
  body: z.optional(z.string()),
  plain_body: z.optional(z.string()),
  public: z.boolean(),
  created_at: z.string(),
  via: z.optional(z.object({ channel: z.string() })),
  attachments: z._default(z.array(AttachmentJson), []),
});

const UserJson = z.object({
  id: Id,
  name: z.string(),
  email: OptionalText,
  role: z.string(),
  custom_role_id: OptionalId,
  locale: OptionalText,
  external_id: OptionalText,
  organization_id: OptionalId,
  tags: z._default(z.array(z.string()), []),
});

const OrganizationJson = z.object({
  id: Id,
  name: z.string(),
  tags: z._default(z.array(z.string()), []),
});

export type Ticket = z.infer<typeof TicketJson>;
export type Comment = z.infer<typeof CommentJson>;
export type User = z.infer<typeof UserJson>;
export type Organization = z.infer<typeof OrganizationJson>;
export type FieldValue = z.infer<typeof FieldValueJson>;

export const TicketAnswer = z.object({ ticket: TicketJson });
export const CommentsAnswer = z.object({ comments: z.array(CommentJson) });
export const UserAnswer = z.object({ user: UserJson });
export const OrganizationAnswer = z.object({ organization: OrganizationJson });
