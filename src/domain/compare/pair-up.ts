/** A part of the one version and the part of the other that it became; undefined where there is none. */
export type Pair<Part> = { readonly before: Part | undefined; readonly after: Part | undefined };

/**
 * Pairs the parts of two versions: first those of the same name, then, among what is left, those that `isRenamed` takes for the
 * same, in order. In the order of the new version; what was removed comes last.
 */
export function pairUp<Part>(
  before: readonly Part[],
  after: readonly Part[],
  {
    nameOf,
    isRenamed,
  }: { nameOf: (part: Part) => string; isRenamed: (before: Part, after: Part) => boolean },
): readonly Pair<Part>[] {
  const left = new Map<string, Part[]>();
  for (const part of before) left.set(nameOf(part), [...(left.get(nameOf(part)) ?? []), part]);
  const found = after.map((part) => ({ after: part, before: left.get(nameOf(part))?.shift() }));
  const rest = before.filter((part) => left.get(nameOf(part))?.includes(part));
  const pairs = found.map((pair) => {
    if (pair.before !== undefined) return pair;
    const at = rest.findIndex((part) => isRenamed(part, pair.after));
    return at < 0 ? pair : { after: pair.after, before: rest.splice(at, 1)[0] };
  });
  return [...pairs, ...rest.map((part) => ({ before: part, after: undefined }))];
}
