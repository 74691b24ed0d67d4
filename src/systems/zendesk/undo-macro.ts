import type { ActionContext } from '../../app/ports/actions.ts';
import type { AddedAction } from '../../domain/run/events.ts';
import type { ActionTools } from './action-tools.ts';
import { undoOf as undoAssignment } from './actions/assign.ts';
import { undoOf as undoTag } from './change-tag.ts';
import type { ChangedFields } from './changed-fields.ts';
import type { MacroChange } from './macro-change.ts';
import { findSettableField } from './settable-field.ts';
import { undoField } from './undo-field.ts';

/** One change can be taken back by one action; of several, or with words that were written, none is a whole way back. */
export async function undoMacro(
  tools: ActionTools,
  { change, addTags, removeTags, note, reply }: MacroChange,
  changed: ChangedFields,
  context: ActionContext,
): Promise<AddedAction | undefined> {
  const { custom_fields: custom = [], ...plain } = change;
  // A custom status brings its category along.
  const names = Object.keys(plain).filter(
    (name) => name !== 'status' || plain.custom_status_id === undefined,
  );
  const tags = [...addTags, ...removeTags];
  const isOne = names.length + custom.length + tags.length === 1 && note === '' && reply === '';
  const [name, field, tag] = [names[0], custom[0], tags[0]];
  if (!isOne) return undefined;
  if (tag !== undefined) return undoTag(addTags.includes(tag) ? 'add' : 'remove', tag, context);
  if (name === 'group_id' || name === 'assignee_id') return undoAssignment(changed);
  const parameters = {
    record: 'ticket',
    field: name === 'custom_status_id' ? 'custom_status' : (name ?? 'field'),
    custom_field: field ? String(field.id) : null,
  };
  const means = { ...parameters, customField: parameters.custom_field ?? '' };
  const found = await findSettableField(tools, means);
  return found.is === 'found'
    ? undoField(tools.directory, { field: found.found, parameters }, changed)
    : undefined;
}
