import { builtInFacts } from './built-in-facts.ts';
import { checkNames, type Declaration } from './check-names.ts';
import { createSpelling, spellingDistance } from './closest-spelling.ts';
import { endOfWord, foldName, operatorWords } from './fact-name.ts';
import { endOfSpace, foldSpace } from './fold-text.ts';
import { indexNames, longestNameAt } from './name-index.ts';
import type { Problem } from './problem.ts';
import type { FactType } from './value.ts';

/** A fact that conditions can speak of. The type is undefined where the header gives none that can be used. */
export type DeclaredFact = {
  readonly name: string;
  readonly type: FactType | undefined;
  readonly builtIn: boolean;
};

/** A declared name that a text comes close to from an offset on, although words of the language stand in it. */
type NearName = { readonly suggestion: string; readonly to: number };

/** The names that conditions can use. */
export type Vocabulary = {
  /** Declared facts in their order, then those that are always there. */
  readonly facts: readonly DeclaredFact[];
  /** The fact of that name: without case, a run of white space like a space. */
  readonly find: (name: string) => DeclaredFact | undefined;
  /** The fact with the longest name that starts at an offset, and where the name ends. */
  readonly matchAt: (text: string, at: number) => { fact: DeclaredFact; to: number } | undefined;
  /** The name that is spelled most like another; undefined if none is close. */
  readonly suggest: (name: string) => string | undefined;
  /** A misspelled name with a word such as `in` or `and` inside, at an offset. */
  readonly nearAt: (text: string, at: number) => NearName | undefined;
};

/**
 * The vocabulary of an SOP: its declared facts and those that are always there, and what is wrong with the names
 * (`header-invalid`). Names that can be told apart stay usable even if something is wrong with them.
 */
export function createVocabulary(declarations: readonly Declaration[]): {
  vocabulary: Vocabulary;
  problems: readonly Problem[];
} {
  const { usable, problems } = checkNames(declarations);
  const declared = usable.map(({ name, type }) => ({ name: foldSpace(name), type, builtIn: false }));
  const facts = [...declared, ...builtInFacts.map((fact) => ({ ...fact, builtIn: true }))];
  return { vocabulary: vocabularyOf(facts), problems };
}

function vocabularyOf(facts: readonly DeclaredFact[]): Vocabulary {
  const byName = new Map(facts.map((fact) => [foldName(fact.name), fact]));
  const names = facts.map((fact) => fact.name);
  const index = indexNames(facts);
  const namesWithOperators = names.filter((name) =>
    wordsOf(foldName(name)).some((word) => operatorWords.has(word)),
  );
  return {
    facts,
    find: (name) => byName.get(foldName(name)),
    matchAt: (text, at) => {
      const longest = longestNameAt(index, text, at);
      return longest === undefined ? undefined : { fact: longest.entry, to: longest.to };
    },
    suggest: createSpelling(names),
    nearAt: (text, at) => nearestAt(namesWithOperators, text, at),
  };
}

/** Looks only at names that hold an operator word, word for word, with at most two letters that differ. */
function nearestAt(names: readonly string[], text: string, at: number): NearName | undefined {
  for (const name of names) {
    const folded = foldName(name);
    const to = endOfWords(text, at, wordsOf(folded).length);
    if (to === undefined || to - at > folded.length * 2) continue;
    const written = foldName(text.slice(at, to));
    if (Math.abs(written.length - folded.length) <= 2 && spellingDistance(written, folded) <= 2) {
      return { suggestion: name, to };
    }
  }
  return undefined;
}

function endOfWords(text: string, from: number, count: number): number | undefined {
  let at = from;
  for (let word = 0; word < count; word += 1) {
    const start = word === 0 ? at : endOfSpace(text, at);
    at = endOfWord(text, start);
    if (at === start) return undefined;
  }
  return at;
}

function wordsOf(name: string): readonly string[] {
  return name.split(' ');
}
