import { impossible } from '../../write/outcome.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { OrderChange } from './order-change.ts';
import { updateOrder } from './update-order.ts';

/** Replaces the note of an order, which the shop's people see; an empty one clears it. */
export const setNoteKind: ActionKind = {
  operation: 'shopify.set_note',
  system: 'shopify',
  parameters: [
    // Not required, because an empty one is a value too: it takes back a note where there was none.
    { name: 'note', type: { kind: 'text' }, required: false, editable: true, limits: [], long: true },
    { name: 'order', type: { kind: 'text' }, required: false, editable: false, limits: [] },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'same-value',
  undo: 'shopify.set_note',
  preview: ['note', 'order_of_another_address'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
};

export const setNote: OrderChange<string> = {
  kind: setNoteKind,
  wanted: ({ note }) =>
    typeof note === 'string'
      ? { is: 'wanted', wanted: note }
      : impossible('unreadable', 'The proposal has no note.'),
  stateOf: ({ note }) => note ?? '',
  // Shopify cuts blanks at the ends.
  isDone: ({ note }, wanted) => (note ?? '').trim() === wanted.trim(),
  preview: ({ note }, wanted) => [{ label: 'note', before: note ?? '', value: wanted }],
  apply: (api, { id }, wanted) => updateOrder(api, { id, note: wanted }),
  undo: (before, wanted, { name }) =>
    before.trim() === wanted.trim()
      ? undefined
      : { operation: 'shopify.set_note', parameters: { note: before, order: name } },
};
