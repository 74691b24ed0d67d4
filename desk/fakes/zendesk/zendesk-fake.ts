import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import {
  listBrands,
  listCustomRoles,
  listCustomStatuses,
  listGroups,
  listOrganizationFields,
  listTicketFields,
  listTicketForms,
  listUserFields,
  showInstallation,
  tooMany,
  updateInstallation,
} from './account.ts';
import { isObject, recordNotFound, type Call, type JsonObject } from './call.ts';
import { createRecord, listObjects, listRecords, showRecord, updateRecord } from './custom-objects.ts';
import { applyMacro, listMacros } from './macros.ts';
import {
  listRequested,
  searchUsers,
  showCurrentUser,
  showOrganization,
  showUser,
  updateOrganization,
  updateUser,
} from './people.ts';
import { createRateCounter, zendeskLimits } from './rate-limit.ts';
import type { ZendeskSeed } from './seed.ts';
import { createSideConversation, listSideConversations } from './side-conversations.ts';
import { stateFromSeed, type ZendeskState } from './state.ts';
import {
  changeTags,
  listAudits,
  listComments,
  listIncidents,
  listPeople,
  methodNotAllowed,
  showTags,
  showTicket,
  updateTicket,
} from './tickets.ts';

export type ZendeskFake = Fake & {
  readonly state: ZendeskState;
  /** Calls back with the id of each ticket that was changed, by the API or by `touched`. */
  onTicketChanged(callback: (ticketId: number) => void): () => void;
  /** Says that a ticket was changed past the API, as the agent's own form does. */
  touched(ticketId: number): void;
};

export type ZendeskFakeOptions = {
  /** Off for tests that ask more than a user may in a minute of a clock that stands still. */
  readonly isRateLimited?: boolean;
};

type Route = readonly [method: string, path: string, handler: (call: Call) => FakeResponse];

const ROUTES: readonly Route[] = [
  ['GET', 'tickets/{}', showTicket],
  ['PUT', 'tickets/{}', updateTicket],
  ['GET', 'tickets/{}/audits', listAudits],
  ['GET', 'tickets/{}/comments', listComments],
  ['GET', 'tickets/{}/tags', showTags],
  ['PUT', 'tickets/{}/tags', changeTags('add')],
  ['DELETE', 'tickets/{}/tags', changeTags('remove')],
  ['POST', 'tickets/{}/tags', changeTags('replace')],
  ['GET', 'tickets/{}/macros/{}/apply', applyMacro],
  ['GET', 'macros', listMacros],
  ['GET', 'macros/active', listMacros],
  ['GET', 'tickets/{}/incidents', listIncidents],
  ['GET', 'tickets/{}/followers', listPeople('followerIds')],
  ['GET', 'tickets/{}/email_ccs', listPeople('ccIds')],
  ['GET', 'tickets/{}/side_conversations', listSideConversations],
  ['POST', 'tickets/{}/side_conversations', createSideConversation],
  ['GET', 'users/{}/tickets/requested', listRequested],
  ['GET', 'custom_statuses', listCustomStatuses],
  ['GET', 'custom_roles', listCustomRoles],
  ['GET', 'brands', listBrands],
  ['GET', 'ticket_fields', listTicketFields],
  ['GET', 'ticket_forms', listTicketForms],
  ['GET', 'user_fields', listUserFields],
  ['GET', 'organization_fields', listOrganizationFields],
  ['GET', 'groups', listGroups],
  ['GET', 'groups/assignable', listGroups],
  ['GET', 'users/me', showCurrentUser],
  ['GET', 'users/search', searchUsers],
  ['GET', 'users/{}', showUser],
  ['PUT', 'users/{}', updateUser],
  ['GET', 'organizations/{}', showOrganization],
  ['PUT', 'organizations/{}', updateOrganization],
  ['GET', 'custom_objects', listObjects],
  ['GET', 'custom_objects/{}/records', listRecords],
  ['POST', 'custom_objects/{}/records', createRecord],
  ['GET', 'custom_objects/{}/records/{}', showRecord],
  ['PATCH', 'custom_objects/{}/records/{}', updateRecord],
  ['GET', 'apps/installations/{}', showInstallation],
  ['PUT', 'apps/installations/{}', updateInstallation],
];

/**
 * A Zendesk account that keeps state and enforces Zendesk's rules as far as the app meets them: 409 on stale updates, unique
 * external ids, closed tickets, required fields, light agents, rate limits. The header `x-desk-user` names who asks.
 */
export function createZendeskFake(
  seed: ZendeskSeed,
  now: () => string,
  { isRateLimited = true }: ZendeskFakeOptions = {},
): ZendeskFake {
  const state = stateFromSeed(seed);
  const counter = createRateCounter(now);
  const listeners = new Set<(ticketId: number) => void>();
  const touched = (ticketId: number) => listeners.forEach((listener) => listener(ticketId));
  const host = `${seed.subdomain}.zendesk.com`;

  const handle = (request: FakeRequest): FakeResponse => {
    const user = state.users.get(Number(request.headers['x-desk-user']));
    if (!user) return jsonResponse(401, { error: 'Couldn’t authenticate you' });
    const path = request.url.pathname.replace(/^\/api\/v2\//, '').replace(/\.json$/, '');
    const updated = request.method === 'GET' ? undefined : /^tickets\/(\d+)(\/tags)?$/.exec(path)?.[1];
    const wait = isRateLimited
      ? (counter.take(`user ${user.id}`, zendeskLimits.requests) ??
        (updated === undefined
          ? undefined
          : counter.take(`ticket ${updated} by ${user.id}`, zendeskLimits.ticketUpdates)))
      : undefined;
    if (wait !== undefined) return tooMany(wait);
    const { route, named } = findRoute(request.method, path);
    if (route === 'other-method') return methodNotAllowed();
    if (!route) return recordNotFound();
    const body = bodyOf(request);
    if (!body) return jsonResponse(400, { error: 'InvalidJSON', description: 'Could not read the body' });
    return route[2]({ state, now, user, url: request.url, named, body, changed: touched });
  };

  return {
    system: 'zendesk',
    answersFor: (asked) => asked === host,
    handle,
    state,
    touched,
    onTicketChanged: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
}

function findRoute(
  method: string,
  path: string,
): { route: Route | 'other-method' | undefined; named: string[] } {
  const parts = path.split('/').map(decodeURIComponent);
  const matching = ROUTES.filter(([, template]) => {
    const wanted = template.split('/');
    return wanted.length === parts.length && wanted.every((part, at) => part === '{}' || part === parts[at]);
  }).toSorted(([, a], [, b]) => a.split('{}').length - b.split('{}').length);
  const route = matching.find(([known]) => known === method);
  if (!route) return { route: matching.length > 0 ? 'other-method' : undefined, named: [] };
  const wanted = route[1].split('/');
  return { route, named: parts.filter((_, at) => wanted[at] === '{}') };
}

function bodyOf(request: FakeRequest): JsonObject | undefined {
  if (request.body === undefined || request.body === '') return {};
  try {
    const body: unknown = JSON.parse(request.body);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
