import * as z from 'zod/mini';
import type { RestTicket, TicketChange } from './rest-ticket.ts';

/** What applying a macro to a ticket would change, with the placeholders filled in. It is what is approved, word for word. */
export type MacroChange = {
  readonly change: Omit<TicketChange, 'comment' | 'macro_ids'>;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  readonly note: string;
  /** For the customer: goes into the composer, and the rep sends it. */
  readonly reply: string;
};

const fieldSchema = z.object({ id: z.number(), value: z.unknown() });
const fieldsSchema = z.nullish(z.union([z.array(fieldSchema), fieldSchema]));
const textSchema = z.nullish(z.string());
const appliedSchema = z.object({
  result: z.object({
    ticket: z.object({
      status: textSchema,
      priority: textSchema,
      type: textSchema,
      subject: textSchema,
      group_id: z.nullish(z.number()),
      assignee_id: z.nullish(z.number()),
      custom_status_id: z.nullish(z.number()),
      tags: z.nullish(z.array(z.string())),
      custom_fields: fieldsSchema,
      fields: fieldsSchema,
      comment: z.nullish(z.object({ body: textSchema, public: z.nullish(z.boolean()) })),
    }),
  }),
});

export const macroAnswerSchema = appliedSchema;

/**
 * The difference between the ticket as it is and as it would be. Zendesk answers with the whole ticket, so what stays the same is left
 * out. Source: https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/#show-ticket-after-changes
 */
export function macroChange(before: RestTicket, applied: z.output<typeof appliedSchema>): MacroChange {
  const after = applied.result.ticket;
  const tags = before.tags ?? [];
  const afterTags = after.tags ?? tags;
  const custom = changedFields(before, [...listOf(after.custom_fields), ...listOf(after.fields)]);
  const body = after.comment?.body?.trim() ?? '';
  const isPublic = after.comment?.public !== false;
  return {
    change: {
      ...differing(before, after),
      ...(custom.length > 0 ? { custom_fields: custom } : {}),
    },
    addTags: afterTags.filter((tag) => !tags.includes(tag)),
    removeTags: tags.filter((tag) => !afterTags.includes(tag)),
    note: isPublic ? '' : body,
    reply: isPublic ? body : '',
  };
}

type After = z.output<typeof appliedSchema>['result']['ticket'];

function differing(before: RestTicket, after: After): MacroChange['change'] {
  const { status, priority, type, subject, group_id: group, assignee_id: assignee } = after;
  const { custom_status_id: custom } = after;
  return {
    ...(isNew(status, before.status) ? { status } : {}),
    // The status of an account with custom ones; it says more than the category.
    ...(isNew(custom, before.custom_status_id) ? { custom_status_id: custom } : {}),
    ...(isNew(priority, before.priority) ? { priority } : {}),
    ...(isNew(type, before.type) ? { type } : {}),
    ...(isNew(subject, before.subject) ? { subject } : {}),
    ...(isNew(group, before.group_id) ? { group_id: group } : {}),
    ...(isNew(assignee, before.assignee_id) ? { assignee_id: assignee } : {}),
  };
}

function isNew<T>(after: T | null | undefined, before: T | null | undefined): after is T {
  return after !== undefined && after !== null && after !== before;
}

const listOf = (fields: After['fields']) =>
  fields === null || fields === undefined ? [] : Array.isArray(fields) ? fields : [fields];

const writable = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

function changedFields(before: RestTicket, fields: readonly z.output<typeof fieldSchema>[]) {
  const now = new Map(
    (before.custom_fields ?? []).map(({ id, value }) => [id, JSON.stringify(value ?? null)]),
  );
  return fields.flatMap(({ id, value }) => {
    const written = writable.safeParse(value);
    const isSame = (now.get(id) ?? 'null') === JSON.stringify(value ?? null);
    return written.success && !isSame ? [{ id, value: written.data }] : [];
  });
}

const storedSchema: z.ZodMiniType<MacroChange> = z.object({
  change: z.object({
    status: z.exactOptional(z.string()),
    custom_status_id: z.exactOptional(z.number()),
    priority: z.exactOptional(z.string()),
    type: z.exactOptional(z.string()),
    subject: z.exactOptional(z.string()),
    group_id: z.exactOptional(z.number()),
    assignee_id: z.exactOptional(z.number()),
    custom_fields: z.exactOptional(z.array(z.object({ id: z.number(), value: writable }))),
  }),
  addTags: z.array(z.string()),
  removeTags: z.array(z.string()),
  note: z.string(),
  reply: z.string(),
});

export const macroChangeText = (change: MacroChange): string => JSON.stringify(change);

/** The change out of the text that was approved. */
export function parseMacroChange(text: string | undefined): MacroChange | undefined {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
