import type { FieldValue, Ticket } from './zendesk-json.ts';

/** The values of the ticket's form, as they stand on the screen. */
export type TicketForm = {
  readonly subject: string;
  readonly status: string;
  readonly priority: string | null;
  readonly type: string | null;
  readonly tags: readonly string[];
  readonly formId: number | null;
  readonly brandId: number | null;
  readonly groupId: number | null;
  readonly assigneeId: number | null;
  readonly externalId: string | null;
  readonly customFields: Readonly<Record<number, FieldValue>>;
};

/** The form of a ticket as it was saved. */
export function formOf(ticket: Ticket): TicketForm {
  return {
    subject: ticket.subject ?? '',
    status: ticket.status,
    priority: ticket.priority ?? null,
    type: ticket.type ?? null,
    tags: ticket.tags,
    formId: ticket.ticket_form_id ?? null,
    brandId: ticket.brand_id ?? null,
    groupId: ticket.group_id ?? null,
    assigneeId: ticket.assignee_id ?? null,
    externalId: ticket.external_id ?? null,
    customFields: Object.fromEntries(ticket.custom_fields.map(({ id, value }) => [id, value ?? null])),
  };
}

/** Puts what was saved meanwhile under the unsaved edits: an edit stays on the screen, everything else follows. */
export function rebase(edited: TicketForm, before: TicketForm, after: TicketForm): TicketForm {
  const kept = Object.entries(edited).filter(([name, value]) => !same(value, propertyOf(before, name)));
  return { ...after, ...Object.fromEntries(kept), customFields: rebaseFields(edited, before, after) };
}

function rebaseFields(edited: TicketForm, before: TicketForm, after: TicketForm): TicketForm['customFields'] {
  const kept = Object.entries(edited.customFields).filter(
    ([id, value]) => !same(value, before.customFields[Number(id)]),
  );
  return { ...after.customFields, ...Object.fromEntries(kept) };
}

/** A difference between two forms, under the name that the app framework gives it: `ticket.status`, `ticket.custom_field_7`. */
export type FormChange = { readonly property: string; readonly before: unknown; readonly after: unknown };

/** What differs between two forms. */
export function formChanges(before: TicketForm, after: TicketForm): FormChange[] {
  const plain = Object.entries(FRAMEWORK_NAMES).map(([name, property]) => ({
    property,
    before: propertyOf(before, name),
    after: propertyOf(after, name),
  }));
  const ids = new Set([...Object.keys(before.customFields), ...Object.keys(after.customFields)].map(Number));
  const fields = [...ids].map((id) => ({
    property: `ticket.custom_field_${id}`,
    before: before.customFields[id] ?? null,
    after: after.customFields[id] ?? null,
  }));
  return [...plain, ...fields].filter((change) => !same(change.before, change.after));
}

/** The ticket object of a REST update that saves the differences. */
export function updateOf(saved: TicketForm, edited: TicketForm): Record<string, unknown> {
  const changed = Object.entries(REST_NAMES).filter(
    ([name]) => !same(propertyOf(saved, name), propertyOf(edited, name)),
  );
  const fields = Object.entries(edited.customFields)
    .filter(([id, value]) => !same(value, saved.customFields[Number(id)] ?? null))
    .map(([id, value]) => ({ id: Number(id), value }));
  return {
    ...Object.fromEntries(changed.map(([name, rest]) => [rest, propertyOf(edited, name)])),
    ...(fields.length === 0 ? {} : { custom_fields: fields }),
  };
}

const FRAMEWORK_NAMES: Readonly<Record<string, string>> = {
  subject: 'ticket.subject',
  status: 'ticket.status',
  priority: 'ticket.priority',
  type: 'ticket.type',
  tags: 'ticket.tags',
  formId: 'ticket.form.id',
  brandId: 'ticket.brand',
  groupId: 'ticket.assignee.group',
  assigneeId: 'ticket.assignee.user',
  externalId: 'ticket.externalId',
};

const REST_NAMES: Readonly<Record<string, string>> = {
  subject: 'subject',
  status: 'status',
  priority: 'priority',
  type: 'type',
  tags: 'tags',
  formId: 'ticket_form_id',
  brandId: 'brand_id',
  groupId: 'group_id',
  assigneeId: 'assignee_id',
  externalId: 'external_id',
};

const propertyOf = (form: TicketForm, name: string): unknown =>
  Object.entries(form).find(([key]) => key === name)?.[1];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
