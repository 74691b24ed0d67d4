import { closestSpelling } from '../facts/closest-spelling.ts';
import { foldName } from '../facts/fact-name.ts';
import { indexNames, longestNameAt, type NameIndex } from '../facts/name-index.ts';

/**
 * Names of one kind that an SOP declares: actions, tables, replies. They are found without case, a run of white space is a
 * space, and the longest one wins, as with facts.
 */
export class NameList {
  readonly names: readonly string[];
  readonly #byName: ReadonlyMap<string, string>;
  readonly #index: NameIndex<{ readonly name: string }>;

  constructor(names: readonly string[]) {
    this.names = names;
    this.#byName = new Map(names.map((name) => [foldName(name), name]));
    this.#index = indexNames(names.map((name) => ({ name })));
  }

  find(name: string): string | undefined {
    return this.#byName.get(foldName(name));
  }

  matchAt(text: string, at: number): { readonly name: string; readonly to: number } | undefined {
    const found = longestNameAt(this.#index, text, at);
    return found && { name: found.entry.name, to: found.to };
  }

  suggest(name: string): string | undefined {
    return closestSpelling(name, this.names);
  }
}
