import { speaksOfFacts } from '../instruction/speaks-of-facts.ts';
import type { Reading } from '../reading.ts';
import type { ChainPart } from './chain-part.ts';
import { hasProposal, isDecidable } from './draft.ts';
import type { ChainState } from './grow-chain.ts';

/**
 * Whether an `If …` or `Otherwise …` is prose for people, so that the whole bullet is ticked off by hand, or an instruction with a
 * mistake in it. It is prose if no condition in it can be read or was meant to be read, and if it guards nothing that the app
 * would do. So nothing that stands under a condition can lose it without an error.
 */
export function isLoose(
  parts: readonly ChainPart[],
  { chain, reading }: { readonly chain: ChainState; readonly reading: Reading },
): boolean {
  const isStart = parts[0]?.clause.kind === 'if';
  if (!isStart && typeof chain === 'object') return false;
  if (parts.some((part) => part.condition && isMeant(part, reading))) return false;
  const { hasHeader, isCodified } = reading.declared;
  if (!hasHeader) return true;
  if (parts.some(({ body, bodyProblems }) => body && hasProposal(body, bodyProblems))) return false;
  if (!isCodified) return true;
  if (!isStart && chain === undefined) return false;
  return !parts.some(({ body, bodyProblems }) => body && isDecidable(body, bodyProblems));
}

function isMeant({ condition }: ChainPart, reading: Reading): boolean {
  if (!condition) return false;
  return condition.expression !== undefined || speaksOfFacts(condition.words, condition.problems, reading);
}
