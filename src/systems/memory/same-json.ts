/** One text for one content, whatever the order of its properties: two browsers write the same. */
export function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)))
      : inner,
  );
}

/** Whether a log holds everything that another one holds, in its order; what is new may stand anywhere between. */
export function keepsAll(longer: readonly unknown[], shorter: readonly unknown[]): boolean {
  const kept = shorter.map(sortedText);
  let found = 0;
  for (const event of longer) if (found < kept.length && sortedText(event) === kept[found]) found++;
  return found === kept.length;
}
