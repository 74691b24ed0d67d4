import type { Fix } from '../../facts/problem.ts';
import type { IfInstruction } from '../../sop/document.ts';
import { addBulletBehind } from './add-bullet.ts';

/** Adds an `Else: …` or `If unknown: …` behind an `If` with all its branches; undefined where that is not safe. */
export function addToChain(source: string, chain: IfInstruction, words: string): Fix | undefined {
  const { branches, otherwise, unknown } = chain;
  const parts = [...branches, otherwise, unknown].filter((part) => part !== undefined);
  const last = parts.reduce((furthest, { span }) => Math.max(furthest, span.from), 0);
  const edit = addBulletBehind(source, last, words);
  return edit && { title: `Add “${words}”`, edits: [edit] };
}
