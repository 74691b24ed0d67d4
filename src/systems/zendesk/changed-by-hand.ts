import type { ObjectRecord } from './custom-object-records.ts';

/** Who changed a record last, and when, in the words of Zendesk: nobody can set either. */
export function changedByHand({ updated_by_user_id: by, updated_at: at }: ObjectRecord): string {
  const who = by === null || by === undefined ? 'somebody' : `user ${by}`;
  return `changed by hand, last by ${who} at ${at}`;
}

/** Whether a record that is written once was changed after it was made. */
export const wasChanged = ({ created_at, updated_at }: ObjectRecord): boolean =>
  Date.parse(created_at) !== Date.parse(updated_at);
