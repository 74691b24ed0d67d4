import type { FakeResponse } from '../fake.ts';
import { forbidden, isLightAgent, isObject, ok, recordNotFound, stampAfter, type Call } from './call.ts';
import { organizationJson, userJson } from './json-of.ts';
import type { FieldValue } from './seed.ts';
import type { OrganizationRecord, UserRecord } from './state.ts';

export const showCurrentUser = (call: Call): FakeResponse => ok({ user: userJson(call.state, call.user) });

export function showUser(call: Call): FakeResponse {
  const user = call.state.users.get(Number(call.named[0]));
  return user ? ok({ user: userJson(call.state, user) }) : recordNotFound();
}

/** `query=email:name@host` or free words over names. */
export function searchUsers(call: Call): FakeResponse {
  const query = call.url.searchParams.get('query') ?? '';
  const email = /^email:"?([^"]+)"?$/.exec(query)?.[1]?.toLowerCase();
  const users = [...call.state.users.values()].filter((user) =>
    email === undefined
      ? user.name.toLowerCase().includes(query.toLowerCase())
      : user.email.toLowerCase() === email,
  );
  return ok({ users: users.map((user) => userJson(call.state, user)), count: users.length });
}

export function updateUser(call: Call): FakeResponse {
  const user = call.state.users.get(Number(call.named[0]));
  if (!user) return recordNotFound();
  if (mayNotChange(call)) return forbidden();
  const change = isObject(call.body['user']) ? call.body['user'] : {};
  if (typeof change['phone'] === 'string') user.phone = change['phone'];
  changeProfile(user, change, 'user_fields');
  user.updatedAt = stampAfter(user.updatedAt, call.now());
  return ok({ user: userJson(call.state, user) });
}

export function showOrganization(call: Call): FakeResponse {
  const organization = call.state.organizations.get(Number(call.named[0]));
  return organization ? ok({ organization: organizationJson(organization) }) : recordNotFound();
}

export function updateOrganization(call: Call): FakeResponse {
  const organization = call.state.organizations.get(Number(call.named[0]));
  if (!organization) return recordNotFound();
  if (mayNotChange(call)) return forbidden();
  const change = isObject(call.body['organization']) ? call.body['organization'] : {};
  changeProfile(organization, change, 'organization_fields');
  organization.updatedAt = stampAfter(organization.updatedAt, call.now());
  return ok({ organization: organizationJson(organization) });
}

const mayNotChange = (call: Call): boolean => call.user.role === 'end-user' || isLightAgent(call);

function changeProfile(
  record: UserRecord | OrganizationRecord,
  change: Readonly<Record<string, unknown>>,
  fieldsKey: string,
): void {
  if (typeof change['name'] === 'string') record.name = change['name'];
  if (typeof change['notes'] === 'string') record.notes = change['notes'];
  if (typeof change['details'] === 'string') record.details = change['details'];
  const fields = change[fieldsKey];
  if (!isObject(fields)) return;
  // Zendesk ignores keys that it does not know, and says nothing.
  for (const [key, value] of Object.entries(fields))
    if (key in record.fields) record.fields[key] = value === '' ? null : asFieldValue(value);
}

function asFieldValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : null;
}
