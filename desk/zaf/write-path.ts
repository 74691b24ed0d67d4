import * as z from 'zod/mini';
import type { Composer } from './composer.ts';
import { SurfaceError } from './surface-error.ts';
import type { Surroundings } from './surface.ts';
import type { TicketForm } from './ticket-form.ts';
import { FieldValueJson } from './zendesk-json.ts';

/**
 * Sets one path of the unsaved form or of the composer; the agent submits.
 * @returns what was set
 * @throws SurfaceError for a path that cannot be set, and for a value that does not fit
 */
export function writePath(path: string, value: unknown, around: Surroundings): unknown {
  const custom = /^ticket\.customField:custom_field_(\d+)$/.exec(path)?.[1];
  if (custom !== undefined) setCustomField(Number(custom), value, around);
  else if (path === 'comment.text' || path === 'comment.type') setComposer(path, value, around);
  else setForm(path, value, around);
  return value;
}

function setCustomField(id: number, value: unknown, { account, tab }: Surroundings): void {
  if (!account.fields.some((field) => field.id === id)) throw new SurfaceError('No such Api');
  const set = fitting(FieldValueJson, value);
  tab.edit((form) => ({ ...form, customFields: { ...form.customFields, [id]: set } }));
}

function setComposer(path: 'comment.text' | 'comment.type', value: unknown, { tab }: Surroundings): void {
  const change: Partial<Composer> =
    path === 'comment.text' ? { text: fitting(z.string(), value) } : { type: fitting(CommentType, value) };
  tab.compose((composer) => ({ ...composer, ...change }));
}

const CommentType = z.enum(['publicReply', 'internalNote']);
const Assignee = z.object({
  groupId: z.optional(z.nullable(z.number())),
  userId: z.optional(z.nullable(z.number())),
});

function setForm(path: string, value: unknown, { tab }: Surroundings): void {
  const change = formChange(path, value);
  tab.edit((form) => ({ ...form, ...change }));
}

/** `ticket.status` takes system categories only. */
const Status = z.enum(['new', 'open', 'pending', 'hold', 'solved']);

function formChange(path: string, value: unknown): Partial<TicketForm> {
  switch (path) {
    case 'ticket.subject':
      return { subject: fitting(z.string(), value) };
    case 'ticket.status':
      return { status: fitting(Status, value) };
    case 'ticket.priority':
      return { priority: fitting(z.nullable(z.string()), value) };
    case 'ticket.type':
      return { type: fitting(z.nullable(z.string()), value) };
    case 'ticket.tags':
      return { tags: fitting(z.array(z.string()), value) };
    case 'ticket.externalId':
      return { externalId: fitting(z.nullable(z.string()), value) };
    case 'ticket.form.id':
      return { formId: fitting(z.number(), value) };
    case 'ticket.brand.id':
      return { brandId: fitting(z.number(), value) };
    case 'ticket.assignee': {
      const { groupId, userId } = fitting(Assignee, value);
      return {
        ...(groupId === undefined ? {} : { groupId }),
        ...(userId === undefined ? {} : { assigneeId: userId }),
      };
    }
    default:
      throw new SurfaceError('No such Api');
  }
}

function fitting<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SurfaceError('Invalid value');
  return parsed.data;
}
