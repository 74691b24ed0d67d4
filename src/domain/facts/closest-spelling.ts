import { foldName } from './fact-name.ts';

/** Longer texts are no misspelled names, and comparing them would take long. */
const longestName = 100;

type Candidate = { readonly name: string; readonly folded: string; readonly words: readonly string[] };

/**
 * The candidate that is spelled most like a name, without case: first by single letters that are missing, too many, wrong or
 * swapped, then by shared words (`chargebacks` for `prior chargebacks`). Undefined if none is close.
 */
export function closestSpelling(name: string, candidates: readonly string[]): string | undefined {
  return createSpelling(candidates)(name);
}

/** `closestSpelling` among candidates that stay the same. */
export function createSpelling(names: readonly string[]): (name: string) => string | undefined {
  const candidates = names.map((name) => {
    const folded = foldName(name);
    return { name, folded, words: wordsOf(folded) };
  });
  return (name) => {
    const folded = foldName(name.slice(0, longestName + 1));
    if (folded === '' || folded.length > longestName) return undefined;
    return closestByLetters(folded, candidates) ?? closestByWords(folded, candidates);
  };
}

function closestByLetters(name: string, candidates: readonly Candidate[]): string | undefined {
  let closest: string | undefined;
  let smallest = Infinity;
  for (const candidate of candidates) {
    const allowed = Math.min(allowedDistance(name, candidate.folded), smallest);
    if (allowed === 0 || Math.abs(name.length - candidate.folded.length) > allowed) continue;
    const distance = spellingDistance(name, candidate.folded);
    if (distance <= allowed && distance < smallest) [closest, smallest] = [candidate.name, distance];
  }
  return closest;
}

/** A third of the longer name may differ, but never as much as the whole of the shorter one. */
function allowedDistance(left: string, right: string): number {
  const third = Math.max(1, Math.floor(Math.max(left.length, right.length) / 3));
  return Math.min(third, Math.min(left.length, right.length) - 1);
}

function closestByWords(name: string, candidates: readonly Candidate[]): string | undefined {
  const words = wordsOf(name);
  let closest: string | undefined;
  let mostShared = 0;
  for (const candidate of candidates) {
    const shared = candidate.words.filter((word) => word.length > 2 && words.includes(word)).length;
    const oneHoldsTheOther = shared === candidate.words.length || shared === words.length;
    if (oneHoldsTheOther && shared > mostShared) [closest, mostShared] = [candidate.name, shared];
  }
  return closest;
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[ .\-_]+/).filter((word) => word !== '');
}

/** How many letters must be added, left out, replaced or swapped with their neighbour to turn one text into the other. */
export function spellingDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const replaced = (last[column - 1] ?? 0) + (same ? 0 : 1);
      let distance = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      current.push(distance);
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
}
