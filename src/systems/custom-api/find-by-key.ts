import type { ActionContext } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import { withReserved } from './action-call.ts';
import { readParameters, type ActionTools } from './prepare-api-action.ts';
import { valuesFor, valuesOfFacts } from './values-of.ts';

export type KeySearch =
  | { readonly is: 'found'; readonly id: string; readonly title: string }
  | { readonly is: 'not-there'; readonly title: string }
  /** Nothing of the system carries keys, it does not answer, or its list goes on. */
  | { readonly is: 'cannot-tell'; readonly how: string };

/** Looks for what carries the key of an approval, by the record that the description names: never by a search. */
export async function findByKey(
  { api, action, records }: ActionTools,
  { approval, key }: VerifiedApproval,
  context: ActionContext,
): Promise<KeySearch> {
  const { find } = action;
  if (find.is !== 'key') return { is: 'cannot-tell', how: `${api.title} keeps no keys of approvals.` };
  const read = readParameters(action, approval.parameters);
  if (read.is === 'impossible') return { is: 'cannot-tell', how: read.failure.reason };
  const { lookUp } = find.reference;
  const { title } = lookUp;
  const id = action.on && approval.target.ids[action.on.lookUp.record];
  const values = withReserved(read.values, { id, key });
  const asker = { ticketId: context.ticket.id, freshness: 'newest' } as const;
  const all = await records.all(lookUp, valuesFor(find.reference, valuesOfFacts(context), values), asker);
  if (all.is === 'failed') return { is: 'cannot-tell', how: all.failure.reason };
  if (all.is === 'none') return { is: 'cannot-tell', how: `It is not known by what to look for “${title}”.` };
  const { field } = find;
  const ours = all.record.records.find((record) => {
    if (field === undefined) return lookUp.list === undefined || holdsText(record.json, key);
    const value = records.field(record, field);
    return value.is === 'value' && typeof value.value === 'string' && value.value.includes(key);
  });
  if (ours !== undefined) return { is: 'found', id: ours.id, title };
  // A list that was asked for by the key and holds something else does not heed it: nothing can be told by it.
  if (field === undefined && all.record.records.length > 0)
    return { is: 'cannot-tell', how: `${api.title} gave records “${title}” that do not name the key.` };
  return all.record.isWhole
    ? { is: 'not-there', title }
    : { is: 'cannot-tell', how: `${api.title} has more records “${title}” than one answer holds.` };
}

/** Whether a text stands anywhere in an answer. */
const holdsText = (json: unknown, text: string): boolean =>
  typeof json === 'object' && json !== null
    ? Object.values(json).some((value) => holdsText(value, text))
    : typeof json === 'string' && json.includes(text);
