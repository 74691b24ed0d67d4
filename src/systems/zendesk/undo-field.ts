import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Parameters } from '../../domain/run/commands.ts';
import type { AddedAction } from '../../domain/run/events.ts';
import type { ActionTools } from './action-tools.ts';
import type { ChangedFields } from './changed-fields.ts';
import { fieldReading } from './field-reading.ts';
import { writeFieldValue } from './field-value.ts';
import type { SettableField } from './settable-field.ts';

export const setFieldOperation = 'zendesk.set_field';

/** What was set, and by which parameters. */
export type SetField = { readonly field: SettableField; readonly parameters: Parameters };

/**
 * What would take the setting of a ticket's field back: the value that the audit says was there before, in words that `set` accepts.
 * Undefined where nothing was changed, and where Zendesk has no way back: a ticket is never new again, and always has a group.
 */
export async function undoField(
  directory: ActionTools['directory'],
  { field, parameters }: SetField,
  changed: ChangedFields,
): Promise<AddedAction | undefined> {
  // A ticket with a custom status tells both: the custom one is exact.
  const custom = isStatus(field) ? changed.get('custom_status_id') : undefined;
  const change = custom ?? changed.get(isStatus(field) ? 'status' : field.name);
  if (!change) return undefined;
  const by = { ...field, name: custom ? 'custom_status_id' : field.name };
  const value = await wordsFor(directory, by, change.before);
  if (value === undefined) return undefined;
  const name = isStatus(field) ? { field: custom ? 'custom_status' : 'status' } : {};
  return { operation: setFieldOperation, parameters: { ...parameters, ...name, value } };
}

/** The same for a field of a profile, whose value before was read. */
export function undoProfileField({ field, parameters }: SetField, before: unknown): AddedAction | undefined {
  const value = plainWords(field, before);
  return value === undefined
    ? undefined
    : { operation: setFieldOperation, parameters: { ...parameters, value } };
}

const isStatus = ({ name, isCustom }: SettableField) =>
  !isCustom && (name === 'status' || name === 'custom_status_id');

async function wordsFor(
  directory: ActionTools['directory'],
  field: SettableField,
  before: unknown,
): Promise<FactJson | undefined> {
  const id = typeof before === 'number' || typeof before === 'string' ? String(before) : '';
  if (field.isCustom) return plainWords(field, before);
  switch (field.name) {
    case 'status':
      return id === 'new' || id === 'closed' || id === '' ? undefined : id;
    case 'custom_status_id': {
      const label = (await directory.customStatuses())?.find((status) => String(status.id) === id);
      return label === undefined || label.status_category === 'new' ? undefined : label.agent_label;
    }
    case 'group_id':
    case 'ticket_form_id':
    case 'brand_id':
      return id === '' ? undefined : id;
    case 'assignee_id':
      return id;
    default:
      return plainWords(field, before);
  }
}

/** An option goes by its label where that means it alone, else by its tag. */
function plainWords({ shape }: SettableField, before: unknown): FactJson | undefined {
  const reading = fieldReading(shape, before);
  if (reading.is === 'empty') return '';
  if (reading.is !== 'value') return undefined;
  const written = writeFieldValue(shape, reading.value);
  const returns = written.is === 'value' && JSON.stringify(written.raw) === JSON.stringify(before);
  return returns || shape.options.length === 0 || typeof before !== 'string' ? reading.value : before;
}
