import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import { forbidden, type ActionTools } from './action-tools.ts';
import type { MacroChange } from './macro-change.ts';
import { missingToSolve } from './missing-to-solve.ts';
import type { Right } from './rights.ts';

/** A macro needs the rights of everything that it changes, and a solved ticket its required fields. */
export async function macroObstacle(
  tools: ActionTools,
  { change, addTags, removeTags, reply }: MacroChange,
  context: ActionContext,
): Promise<Preparation | undefined> {
  const needs: Right[] = [
    ...(Object.keys(change).length > 0 ? (['change-tickets'] as const) : []),
    ...(addTags.length + removeTags.length > 0 ? (['change-tags'] as const) : []),
    ...(reply === '' ? [] : (['reply'] as const)),
    ...(change.group_id === undefined ? [] : await tools.mayI.toAssign(change.group_id)),
  ];
  const lacking = await forbidden(tools, needs);
  if (lacking || change.status !== 'solved') return lacking;
  const along = new Map((change.custom_fields ?? []).map(({ id, value }) => [id, value]));
  return missingToSolve(tools, context, { status: change.custom_status_id, along });
}
