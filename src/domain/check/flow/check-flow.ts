import type { Rule } from '../rule.ts';
import { findChainProblems } from './chain-problems.ts';
import { startFlow } from './flow.ts';
import { findLockedActions } from './locked-action.ts';
import { findOpenEnd } from './open-end.ts';
import { findTableProblems } from './table-problems.ts';
import { findDeadEnds } from './unreachable.ts';

/**
 * The rules that rest on regions and on paths: gap, overlap, unreachable, proposal-without-else, locked-action and open-end.
 * Source: SOP language, section 6.
 */
export const checkFlow: Rule = (checking) => {
  const flow = startFlow(checking);
  return [
    ...flow.walked.chains.flatMap((visit) => findChainProblems(flow, visit)),
    ...checking.sop.decisions.flatMap((decision) => findTableProblems(flow, decision)),
    ...findDeadEnds(flow),
    ...findLockedActions(flow),
    ...findOpenEnd(flow),
  ];
};
