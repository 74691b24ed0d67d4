import * as z from 'zod/mini';

/** Source: https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-audit-events-reference/#change-event */
const eventSchema = z.looseObject({
  type: z.nullish(z.string()),
  field_name: z.nullish(z.union([z.string(), z.number()])),
  value: z.optional(z.unknown()),
  previous_value: z.optional(z.unknown()),
});

export const eventsSchema = z.nullish(z.array(eventSchema));

/** What one update changed: the value before, by the API's name of the field, or a custom field's id. */
export type ChangedFields = ReadonlyMap<string, { readonly before: unknown }>;

/**
 * The audit of an update tells exactly what stood in each field right before it. A change that does not say what was before is left out:
 * it could not be taken back exactly.
 */
export function changedFields(events: z.output<typeof eventsSchema>): ChangedFields {
  const changed = new Map<string, { readonly before: unknown }>();
  for (const { type, field_name: name, previous_value: before, value } of events ?? []) {
    if (type !== 'Change' || name === null || name === undefined || before === undefined) continue;
    if (plain(before) !== plain(value)) changed.set(String(name), { before });
  }
  return changed;
}

/** Zendesk writes nothing as null or as an empty text, and a list as one or as words. */
const plain = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(String).toSorted().join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};
