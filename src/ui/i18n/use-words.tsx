import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { english } from './messages.ts';
import { createWords } from './words.ts';
import type { Words } from './words.ts';

type WordsProviderProps = {
  readonly locale: string;
  readonly timeZone: string;
  readonly children: ReactNode;
};

const WordsContext = createContext<Words | undefined>(undefined);

/** Gives the words of the user's language to everything below it. */
export function WordsProvider({ locale, timeZone, children }: WordsProviderProps) {
  const words = useMemo(() => createWords({ messages: english, locale, timeZone }), [locale, timeZone]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the user's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('Cannot word anything outside WordsProvider: wrap the tree in it.');
  return words;
}
