import type { PreviewLine } from '../../domain/decisions/proposal.ts';
import type { CustomStatus } from './account-lists.ts';
import { line } from './action-tools.ts';
import type { MacroChange } from './macro-change.ts';

/** What a macro would change, line by line. */
export function macroPreview(
  { change, addTags, removeTags, note, reply }: MacroChange,
  statuses: readonly CustomStatus[],
): PreviewLine[] {
  const { custom_fields: customFields = [], custom_status_id: custom, status, ...plain } = change;
  const label = statuses.find(({ id }) => id === custom)?.agent_label ?? custom ?? status;
  return [
    ...(label === undefined ? [] : [line('status', label)]),
    ...Object.entries(plain).map(([name, value]) => line(name.replace(/_id$/, ''), value)),
    ...customFields.map(({ id, value }) =>
      line('field', `${id}: ${Array.isArray(value) ? value.join(', ') : value}`),
    ),
    ...addTags.map((tag) => line('tag', tag)),
    ...removeTags.map((tag) => line('tag_removed', tag)),
    ...(note === '' ? [] : [line('note', note)]),
    ...(reply === '' ? [] : [line('text', reply)]),
  ];
}
