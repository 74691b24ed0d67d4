import type { CheckedExpression } from '../../facts/checked-expression.ts';
import type { FactName } from '../../facts/value.ts';
import type { Fork } from './fork.ts';

/**
 * What a run has come past on its way to an instruction, newest first; undefined at the very beginning. Paths share what is older,
 * so thousands of them are small. No region is computed before somebody asks for one.
 */
export type Path = { readonly before: Path; readonly turn: Turn } | undefined;

/** One thing that narrows down which runs come along here, or that makes what is known doubtful. */
export type Turn =
  /** It took this way at a fork; `rest` where no way applied, `stopped` where an `If unknown` caught it. */
  | {
      readonly is: 'way';
      readonly fork: Fork;
      readonly at: number | 'rest' | 'stopped';
      readonly facts: ReadonlySet<FactName>;
    }
  | {
      readonly is: 'decided';
      readonly condition: CheckedExpression;
      readonly as: 'yes' | 'not-yes';
      readonly facts: ReadonlySet<FactName>;
    }
  /** It came along one of these, and here they meet again. */
  | {
      readonly is: 'any';
      readonly of: readonly (readonly Turn[])[];
      readonly facts: ReadonlySet<FactName>;
    }
  /** These facts may have another value from here on. */
  | { readonly is: 'changed'; readonly facts: ChangedFacts }
  /** Nobody can say for sure which runs come along here: a system failed, or a jump had used up its limit. */
  | { readonly is: 'perhaps' };

export type ChangedFacts = ReadonlySet<FactName> | 'everything';

export const along = (before: Path, turn: Turn): Path => ({ before, turn });

export const tookWay = (fork: Fork, at: number | 'rest' | 'stopped'): Turn => ({
  is: 'way',
  fork,
  at,
  facts: fork.facts,
});

export const wasDecided = (condition: CheckedExpression, as: 'yes' | 'not-yes'): Turn => ({
  is: 'decided',
  condition,
  as,
  facts: new Set(condition.facts),
});

/** The turns of a path since an older part of it, the oldest first. */
export function turnsSince(path: Path, base: Path): readonly Turn[] {
  const turns: Turn[] = [];
  for (let at = path; at && at !== base; at = at.before) turns.push(at.turn);
  return turns.toReversed();
}

/** Several paths that go on together; undefined where there is none. */
export function meet(paths: readonly Path[], base: Path): { readonly path: Path } | undefined {
  const [first] = paths;
  if (paths.length === 0) return undefined;
  if (paths.length === 1 || paths.every((path) => path === first)) return { path: first };
  const of = paths.map((path) => turnsSince(path, base));
  const facts = new Set(of.flatMap((turns) => turns.flatMap(factsOf)));
  return { path: along(base, { is: 'any', of, facts }) };
}

function factsOf(turn: Turn): readonly FactName[] {
  return 'condition' in turn || 'fork' in turn || 'of' in turn ? [...turn.facts] : [];
}

/** Whether two sets of facts have one in common. */
export function shareFacts(changed: ChangedFacts, facts: ReadonlySet<FactName>): boolean {
  if (changed === 'everything') return facts.size > 0;
  for (const fact of changed) if (facts.has(fact)) return true;
  return false;
}
