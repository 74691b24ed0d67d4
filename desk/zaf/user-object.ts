import type { Account, Agent } from './account.ts';
import type { Organization, User } from './zendesk-json.ts';

/** An agent as the app framework shows one: `role` is `agent`, `admin`, or the id of a custom role. */
export function userObject(agent: Agent, account: Account): Readonly<Record<string, unknown>> {
  return {
    id: agent.id,
    name: agent.name,
    email: agent.email,
    role: agent.customRoleId ?? agent.role,
    locale: agent.locale,
    timeZone: account.timeZone,
    groups: account.groups.filter(({ id }) => agent.groupIds.includes(id)),
    organizations: [],
    tags: [],
    externalId: null,
    avatarUrl: null,
    signature: null,
  };
}

/** A requester as the app framework shows one. */
export function endUserObject(
  user: User,
  organization: Organization | undefined,
): Readonly<Record<string, unknown>> {
  return {
    id: user.id,
    name: user.name,
    email: user.email ?? null,
    role: user.role,
    locale: user.locale ?? 'en-US',
    externalId: user.external_id ?? null,
    tags: user.tags,
    organizations: organization === undefined ? [] : [organization],
    identities: user.email == null ? [] : [{ type: 'email', value: user.email, verified: true }],
    avatarUrl: null,
  };
}
