import { quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import type { Sop } from '../../sop/document.ts';
import { warningAt } from '../../sop/problem-at.ts';
import { addEdgeCase } from '../fixes/add-edge-case.ts';
import { offeredTeam } from '../fixes/offered-team.ts';
import type { Rule } from '../rule.ts';
import { findSpoiltText } from '../spoilt-text.ts';
import { findUnhandled, type Unhandled } from '../find-unhandled.ts';

/**
 * A system that facts are read from, or an action, whose failure nothing answers where it is used. One problem for each system, and
 * for each action of a system whose reading is answered: a line for the system answers for its actions too.
 */
export const noFailurePath: Rule = (checking) => {
  const { sop, options } = checking;
  const spoilt = findSpoiltText(checking);
  const unhandled = findUnhandled(sop).filter(
    ({ system, action }) => !spoilt.mentions(system) && (action === undefined || !spoilt.mentions(action)),
  );
  const read = new Set(unhandled.flatMap(({ system, action }) => (action === undefined ? [system] : [])));
  const team = offeredTeam(sop, options.catalogue);
  return unhandled
    .filter(({ system, action }) => action === undefined || !read.has(system))
    .map((found) => withFix(sop, found, team));
};

function withFix(sop: Sop, found: Unhandled, team: string | undefined): Problem {
  const { system, action, span } = found;
  const subject = action ?? system;
  const lines = action === undefined ? [system] : [action, system];
  const message = `Nothing says what happens when ${quoted(subject)} fails here. Write ${lines.map((name) => quoted(`On failure of ${name}: …`)).join(' or ')} in this step or under “Edge cases”.`;
  const values = { system, ...(action === undefined ? {} : { name: action }) };
  const problem = warningAt(span, { id: 'no-failure-path', message, values });
  const fix =
    team === undefined || /["“”:]/.test(subject) ? undefined : addEdgeCase(sop, handlerFor(found, team));
  return fix ? { ...problem, fixes: [fix] } : problem;
}

function handlerFor({ system, action }: Unhandled, team: string): string {
  return action === undefined
    ? `On failure of ${system}: retry twice after 5 minutes, then escalate to ${team} because "${system} does not answer".`
    : `On failure of ${action}: escalate to ${team} because "${action} did not go through".`;
}
