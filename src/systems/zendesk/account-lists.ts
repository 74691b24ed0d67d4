import * as z from 'zod/mini';

const id = z.number();
const optionSchema = z.object({ name: z.string(), value: z.string() });

const conditionChild = z.object({
  id,
  is_required: z.nullish(z.boolean()),
  required_on_statuses: z.nullish(
    z.object({
      type: z.nullish(z.string()),
      statuses: z.nullish(z.array(z.string())),
      custom_statuses: z.nullish(z.array(id)),
    }),
  ),
});
const condition = z.object({
  parent_field_id: id,
  value: z.nullish(z.union([z.string(), z.boolean(), z.number()])),
  child_fields: z.array(conditionChild),
});
const form = z.object({
  id,
  name: z.string(),
  active: z.nullish(z.boolean()),
  ticket_field_ids: z.nullish(z.array(id)),
  agent_conditions: z.nullish(z.array(condition)),
});

const ticketField = z.object({
  id,
  title: z.string(),
  type: z.string(),
  active: z.nullish(z.boolean()),
  /** Agents must fill it in before they solve a ticket. */
  required: z.nullish(z.boolean()),
  relationship_target_type: z.nullish(z.string()),
});

const profileField = z.object({
  id,
  key: z.string(),
  title: z.string(),
  type: z.string(),
  custom_field_options: z.optional(z.array(optionSchema)),
  relationship_target_type: z.nullish(z.string()),
});

const customStatus = z.object({
  id,
  status_category: z.string(),
  agent_label: z.string(),
  active: z.nullish(z.boolean()),
});

const named = z.object({ id, name: z.string() });

/** A role of an Enterprise account. Source: https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/#configuration */
const customRole = z.object({
  id,
  name: z.string(),
  configuration: z.object({
    ticket_editing: z.nullish(z.boolean()),
    ticket_comment_access: z.nullish(z.string()),
    ticket_tag_editing: z.nullish(z.boolean()),
    end_user_profile_access: z.nullish(z.string()),
    organization_editing: z.nullish(z.boolean()),
    organization_notes_editing: z.nullish(z.boolean()),
    assign_tickets_to_any_group: z.nullish(z.boolean()),
    side_conversation_create: z.nullish(z.boolean()),
  }),
});

export type TicketForm = z.output<typeof form>;
export type TicketFieldRule = z.output<typeof ticketField>;
export type ProfileField = z.output<typeof profileField>;
export type CustomStatus = z.output<typeof customStatus>;
export type Named = z.output<typeof named>;
export type CustomRole = z.output<typeof customRole>;

/** A list that admins set up: where it stands, and what is read of it. */
export type AccountList<T> = {
  readonly what: string;
  readonly path: string;
  /** The list's name in the answer. */
  readonly member: string;
  readonly schema: z.ZodMiniType<readonly T[]>;
};

const list = <T>(what: string, member: string, item: z.ZodMiniType<T>, path = member): AccountList<T> => ({
  what,
  path: `/api/v2/${path}.json`,
  member,
  schema: z.array(item),
});

export const accountLists = {
  forms: list('the ticket forms', 'ticket_forms', form),
  ticketFields: list('the ticket fields', 'ticket_fields', ticketField),
  userFields: list('the user fields', 'user_fields', profileField),
  organizationFields: list('the organization fields', 'organization_fields', profileField),
  customStatuses: list('the ticket statuses', 'custom_statuses', customStatus),
  groups: list('the groups', 'groups', named, 'groups/assignable'),
  brands: list('the brands', 'brands', named),
  customRoles: list('the roles', 'custom_roles', customRole),
} as const;
