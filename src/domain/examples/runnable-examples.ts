import type { Problem } from '../facts/problem.ts';
import type { IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import type { Example } from '../sop/example.ts';
import { readExamples } from '../sop/read-examples.ts';
import { allInstructions } from './all-instructions.ts';

/**
 * The rows that can be run in spite of what reading the document has found; undefined where it cannot be run at all: a part that a run
 * needs has an error, nothing in it is codified, or it goes round too often. A mistake in one row leaves the others.
 */
export function runnableExamples(
  sop: Sop,
  found: readonly Problem[],
  today: IsoDate,
): readonly Example[] | undefined {
  const errors = found.filter(({ level }) => level === 'error');
  if (!isCodified(sop) || goesRoundTooOften(sop)) return undefined;
  if (errors.some((error) => !isInRow(sop, error) && !isAboutTheSopItself(sop, error))) return undefined;
  const { examples, problems } = readExamples(sop, today);
  const mistakes = [...errors, ...problems.filter(({ level }) => level === 'error')];
  if (mistakes.some((mistake) => isInTable(sop, mistake) && !isInRow(sop, mistake))) return undefined;
  return examples.filter(({ span }) => !mistakes.some(({ from, to }) => span.from <= from && to <= span.to));
}

/** Something is declared, and something can be done without a person reading it. */
function isCodified({ inputs, actions, steps }: Sop): boolean {
  const isRun = steps.some(({ body }) => body.instructions.some(({ kind }) => kind !== 'manual'));
  return (inputs.length > 0 || actions.length > 0) && isRun;
}

const mostRounds = 500;

/** Jumps back that would be run hundreds of times. A jump forward needs no limit. */
function goesRoundTooOften(sop: Sop): boolean {
  const jumps = allInstructions(sop).flatMap(({ instruction }) =>
    instruction.kind === 'go-to-step' && isBack(sop, instruction) ? [instruction.atMost] : [],
  );
  return jumps.reduce((sum, atMost) => sum + atMost, 0) > mostRounds;
}

type Jump = { readonly path: string; readonly step: number; readonly atMost: number };

/** Below Edge cases and in tables a jump with a limit may be one. */
function isBack({ steps }: Sop, { path, step, atMost }: Jump): boolean {
  const own = /^(\d+)\./.exec(path)?.[1];
  const at = steps.findIndex(({ number }) => String(number) === own);
  if (at < 0) return atMost < Number.MAX_SAFE_INTEGER;
  return steps.findIndex(({ number }) => number === step) <= at;
}

function isInTable({ examples }: Sop, { from, to }: Problem): boolean {
  return examples !== undefined && examples.span.from <= from && to <= examples.span.to;
}

function isInRow({ examples }: Sop, { from, to }: Problem): boolean {
  return examples?.rows.some(({ span }) => span.from <= from && to <= span.to) === true;
}

const keysOfRuns: ReadonlySet<string> = new Set(['inputs', 'actions', 'records']);

/** Who owns it, when it was reviewed and which tickets it is for does not change what it does. */
function isAboutTheSopItself({ source }: Sop, { id, from, to, values }: Problem): boolean {
  if (id === 'header-missing') return !keysOfRuns.has(values['key'] ?? '');
  const header =
    /^---[ \t]*(?:\r\n|\n|\r)[\s\S]*?(?:\r\n|\n|\r)---[ \t]*(?=[\r\n]|$)/.exec(source)?.[0] ?? '';
  if (to >= header.length) return false;
  const keys = [...header.matchAll(/(?<=[\r\n])[a-z_]+(?=[ \t]*:)/g)];
  const key = keys.findLast(({ index }) => index <= from)?.[0];
  return key !== undefined && !keysOfRuns.has(key);
}
