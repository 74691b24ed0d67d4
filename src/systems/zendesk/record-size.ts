import type { SystemAnswer } from '../transport/transport.ts';

/**
 * Bytes that our records may have, as Zendesk counts them: the JSON of their fields, in which the quotes of a JSON text are escaped once
 * more. A record holds 32 KB in all; the rest is for its name and ids. What else Zendesk counts is not documented, so a record that is
 * refused as too large is tried once more with half of it.
 * Source: https://developer.zendesk.com/api-reference/custom-data/custom-objects/custom_object_records/
 */
export const recordRooms = [31_000, 15_000] as const;

/** Bytes of a record's fields, as Zendesk counts them. */
export const recordSize = (fields: Readonly<Record<string, unknown>>): number =>
  new TextEncoder().encode(JSON.stringify(fields)).length;

/** Whether a record was refused for its size. */
export function isTooLarge(answer: SystemAnswer): boolean {
  if (answer.is !== 'refused') return false;
  return answer.status === 413 || /too (large|long|big)|32 ?kb|32,?768/i.test(answer.failure.reason);
}
