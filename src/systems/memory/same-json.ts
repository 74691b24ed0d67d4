/** Whether two values are the same in JSON, whatever the order of their properties. */
function sameJson(a: unknown, b: unknown): boolean {
  return sortedText(a) === sortedText(b);
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)))
      : inner,
  );
}

/** Whether a log goes on where another one ends: the same events first. */
export function continues(longer: readonly unknown[], shorter: readonly unknown[]): boolean {
  return longer.length >= shorter.length && sameJson(longer.slice(0, shorter.length), shorter);
}
