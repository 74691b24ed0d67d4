import type { Call } from './call.ts';
import type { CustomRoleSeed, RoleConfiguration } from './seed.ts';

const ordinary: RoleConfiguration = {
  ticket_editing: true,
  ticket_comment_access: 'public',
  ticket_tag_editing: true,
  end_user_profile_access: 'full',
  organization_editing: true,
  organization_notes_editing: true,
  assign_tickets_to_any_group: true,
  side_conversation_create: true,
};

const lookOnly: RoleConfiguration = {
  ticket_editing: false,
  ticket_comment_access: 'none',
  ticket_tag_editing: false,
  end_user_profile_access: 'readonly',
  organization_editing: false,
  organization_notes_editing: false,
  assign_tickets_to_any_group: false,
  side_conversation_create: false,
};

/** What a role may do. */
export const configurationOf = ({ kind, configuration }: CustomRoleSeed): RoleConfiguration =>
  kind === 'agent' ? { ...ordinary, ...configuration } : lookOnly;

/** What whoever asks may do: an agent or admin without a custom role has the ordinary rights, and an end user none. */
export function rightsOf({ state, user }: Pick<Call, 'state' | 'user'>): RoleConfiguration {
  if (user.role === 'end-user') return lookOnly;
  if (user.role === 'admin') return ordinary;
  const role = state.seed.customRoles?.find(({ id }) => id === user.customRoleId);
  return role ? configurationOf(role) : ordinary;
}
