import type { ProfileField } from './account-lists.ts';
import type { FieldShape } from './field-reading.ts';
import { findField, type FoundField } from './ticket-fields.ts';

/** A custom field of people or organizations by its key, its title or its id. */
export function findProfileField(fields: readonly ProfileField[], name: string): FoundField<ProfileField> {
  const byKey = fields.find(({ key }) => key === name.trim());
  return byKey ? { is: 'found', field: byKey } : findField(fields, name);
}

export const shapeOf = ({ type, custom_field_options: options }: ProfileField): FieldShape => ({
  type,
  options: (options ?? []).map(({ name, value }) => ({ label: name, value })),
});
