import { expect } from 'vitest';

/** Matches a text that holds these words; as `unknown`, because the matcher of Vitest is an `any`. */
export const containing = (words: string): unknown => expect.stringContaining(words);
