import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Span } from '../facts/problem.ts';
import type { Sop } from '../sop/document.ts';
import { allInstructions } from './all-instructions.ts';
import type { Sign } from './branch.ts';

/** A condition that a run may decide, with what shows in the run that it was decided. */
export type AskedCondition = { readonly condition: CheckedExpression; readonly signs: readonly Sign[] };

/** Every condition of a document that decides what happens: of branches, rows, edge cases, holds and locks. */
export function askedConditions(sop: Sop): readonly AskedCondition[] {
  const instructions = allInstructions(sop).map(({ instruction }) => instruction);
  const ofInstructions = instructions.flatMap((instruction): readonly AskedCondition[] => {
    if (instruction.kind === 'if')
      return instruction.branches.map(({ condition }) => ({ condition, signs: decidedLine(condition.span) }));
    if (instruction.kind !== 'hold-until') return [];
    return [{ condition: instruction.condition, signs: [{ ...instruction.span, is: 'within' }] }];
  });
  const ofEdgeCases = sop.edgeCases.map(({ condition }) => ({
    condition,
    signs: decidedLine(condition.span),
  }));
  const ofLocks = sop.actions.flatMap(({ name, onlyIf }): readonly AskedCondition[] => {
    const proposals = instructions.filter(({ kind }) => kind === 'propose');
    const of = proposals.filter((instruction) => 'action' in instruction && instruction.action === name);
    return onlyIf
      ? [{ condition: onlyIf, signs: of.map(({ span }): Sign => ({ ...span, is: 'within' })) }]
      : [];
  });
  return [...ofEdgeCases, ...ofInstructions, ...ofRows(sop), ...ofLocks];
}

function decidedLine({ from, to }: Span): readonly Sign[] {
  return (['yes', 'no', 'unknown'] as const).map((result) => ({ from, to, is: 'line', result }));
}

/** Rows are looked at from the top until one applies; where exactly one has to, all of them are. */
function ofRows({ decisions }: Sop): readonly AskedCondition[] {
  return decisions.flatMap(({ mode, rows }) =>
    rows.flatMap(({ cells }, at) => {
      const after = mode === 'first match' ? rows.slice(at) : rows;
      const signs = after.map(({ span }): Sign => ({ ...span, is: 'line', result: 'yes' }));
      return cells.map((condition) => ({ condition, signs }));
    }),
  );
}
