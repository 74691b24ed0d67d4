import type { FakeResponse } from '../fake.ts';
import { forbidden, isObject, ok, recordNotFound, stampAfter, type Call } from './call.ts';
import { organizationJson, ticketJson, userJson } from './json-of.ts';
import { rightsOf } from './role.ts';
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
  const words = query.replaceAll('"', '').toLowerCase();
  const users = [...call.state.users.values()].filter((user) =>
    email === undefined ? user.name.toLowerCase().includes(words) : user.email.toLowerCase() === email,
  );
  return ok({ users: users.map((user) => userJson(call.state, user)), count: users.length });
}

export function updateUser(call: Call): FakeResponse {
  const user = call.state.users.get(Number(call.named[0]));
  if (!user) return recordNotFound();
  if (!mayChangeUser(call, user)) return forbidden();
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
  const change = isObject(call.body['organization']) ? call.body['organization'] : {};
  if (!mayChangeOrganization(call, change)) return forbidden();
  changeProfile(organization, change, 'organization_fields');
  organization.updatedAt = stampAfter(organization.updatedAt, call.now());
  return ok({ organization: organizationJson(organization) });
}

function mayChangeUser(call: Call, { organizationId }: UserRecord): boolean {
  const access = rightsOf(call).end_user_profile_access;
  const isOfOwn = organizationId !== undefined && call.user.organizationId === organizationId;
  return access === 'full' || access === 'edit' || (access === 'edit-within-org' && isOfOwn);
}

function mayChangeOrganization(call: Call, change: Readonly<Record<string, unknown>>): boolean {
  const rights = rightsOf(call);
  const isNotesOnly = Object.keys(change).every((key) => key === 'notes' || key === 'details');
  return rights.organization_editing || (isNotesOnly && rights.organization_notes_editing);
}

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

/** `GET /api/v2/users/{id}/tickets/requested` */
export function listRequested(call: Call): FakeResponse {
  const id = Number(call.named[0]);
  if (!call.state.users.has(id)) return recordNotFound();
  const size = Number(call.url.searchParams.get('page[size]') ?? 100);
  const tickets = [...call.state.tickets.values()].filter(({ requesterId }) => requesterId === id);
  return ok({
    tickets: tickets.slice(0, size).map((ticket) => ticketJson(call.state, ticket)),
    meta: { has_more: tickets.length > size, after_cursor: null, before_cursor: null },
  });
}
