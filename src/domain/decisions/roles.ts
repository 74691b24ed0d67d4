import type { Person } from '../run/events.ts';
import { foldCase, foldSpace } from '../facts/fold-text.ts';

/** A team or role as SOPs name it, and who is in it, in the form of the `teams` setting: `group 360001`, `role 4711`. */
export type Team = { readonly name: string; readonly members: readonly string[] };

/** Teams by `teamKey` of their name. */
export type Teams = ReadonlyMap<string, Team>;

/** A person who decides. `memberOf` holds the person's groups and custom role, in the same form as `Team.members`. */
export type Decider = Person & { readonly mayChangeTickets: boolean; readonly memberOf: readonly string[] };

/** Team names are compared without case, like every name of the SOP language. */
export function teamKey(name: string): string {
  return foldCase(foldSpace(name));
}

/** Whether somebody has a role. A role that no setting names is nobody's: unknown is never yes. */
export function holdsRole(role: string, decider: Decider, teams: Teams): 'yes' | 'no' | 'not-set' {
  const team = teams.get(teamKey(role));
  if (!team) return 'not-set';
  return team.members.some((member) => decider.memberOf.includes(member)) ? 'yes' : 'no';
}
