/** The ids of records that were there when something was approved, as part of a target. */
export const idList = (records: readonly { readonly id: string }[]): string =>
  records
    .map(({ id }) => id)
    .toSorted()
    .join(' ');

/** Those that have come since. */
export function newSince<T extends { readonly id: string }>(
  records: readonly T[],
  approved: string | undefined,
): readonly T[] {
  const known = new Set((approved ?? '').split(' '));
  return records.filter(({ id }) => !known.has(id));
}
