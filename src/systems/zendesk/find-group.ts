import type { Failure } from '../../domain/run/events.ts';
import type { ActionTools } from './action-tools.ts';

export type GroupSearch =
  | { readonly is: 'found'; readonly group: { readonly id: number; readonly name: string } }
  | { readonly is: 'failed'; readonly failure: Failure };

/** A group by its id, as a team of the settings, or by its own name. */
export async function findGroup(
  { teams, directory }: Pick<ActionTools, 'teams' | 'directory'>,
  text: string,
): Promise<GroupSearch> {
  const wanted = text.trim();
  const id = /^\d{1,18}$/.test(wanted) ? wanted : teams(wanted)?.groupId;
  if (id !== undefined && /^\d{1,18}$/.test(id))
    return { is: 'found', group: { id: Number(id), name: wanted } };
  // A team that the settings know as a role is no group, whatever a group may be called.
  if (wanted === '' || teams(wanted) !== undefined) return unknownTeam(wanted);
  const groups = await directory.groups();
  if (!groups)
    return { is: 'failed', failure: { code: 'unavailable', reason: 'Zendesk did not list the groups.' } };
  const [group, ...others] = groups.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return group && others.length === 0 ? { is: 'found', group } : unknownTeam(wanted);
}

export const unknownTeam = (team: string) =>
  ({
    is: 'failed',
    failure: {
      code: 'unknown-team',
      reason: `The setting teams names no group for “${team}”. An admin can add the line: ${team} = group <id>.`,
    },
  }) as const;
