import { characterAt, endsName, foldCharacter, foldName } from './fact-name.ts';
import { endOfSpace, isSpace } from './fold-text.ts';

/** A tree of names, one level a character, so that finding a name takes as many steps as it has letters. */
export type NameIndex<Entry> = { readonly root: Branch<Entry> };

type Branch<Entry> = { readonly branches: Map<string, Branch<Entry>>; entry: Entry | undefined };

/** An index of entries by their names. The first of two that fold to the same name stays. */
export function indexNames<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
): NameIndex<Entry> {
  const root: Branch<Entry> = { branches: new Map(), entry: undefined };
  for (const entry of entries) {
    let branch = root;
    for (const unit of foldName(entry.name).split('')) branch = grow(branch, unit);
    branch.entry ??= entry;
  }
  return { root };
}

/** The entry with the longest name that stands at an offset of a text, and where it ends. */
export function longestNameAt<Entry>(
  index: NameIndex<Entry>,
  text: string,
  from: number,
): { entry: Entry; to: number } | undefined {
  let branch: Branch<Entry> | undefined = index.root;
  let at = from;
  let longest: { entry: Entry; to: number } | undefined;
  while (at < text.length) {
    const character = characterAt(text, at);
    branch = follow(branch, foldCharacter(character));
    if (branch === undefined) break;
    at = isSpace(character.charCodeAt(0)) ? endOfSpace(text, at) : at + character.length;
    if (branch.entry !== undefined && endsName(text, at)) longest = { entry: branch.entry, to: at };
  }
  return longest;
}

function grow<Entry>(branch: Branch<Entry>, unit: string): Branch<Entry> {
  const known = branch.branches.get(unit);
  if (known !== undefined) return known;
  const grown: Branch<Entry> = { branches: new Map(), entry: undefined };
  branch.branches.set(unit, grown);
  return grown;
}

function follow<Entry>(branch: Branch<Entry>, folded: string): Branch<Entry> | undefined {
  if (folded.length === 1) return branch.branches.get(folded);
  let at: Branch<Entry> | undefined = branch;
  for (const unit of folded.split('')) at = at?.branches.get(unit);
  return at;
}
