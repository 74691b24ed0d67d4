import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { hubspotError, notFound } from './answers.ts';
import { pipelines } from './properties.ts';
import { readAssociations, readBatch, readObject, searchObjects } from './read-objects.ts';
import type { HubspotSeed } from './seed.ts';
import { createHubspotState, type HubspotState, type HubspotType } from './state.ts';
import { createObject, updateObject } from './write-objects.ts';

export type HubspotFake = Fake & { readonly state: HubspotState };

/**
 * A stand-in for HubSpot's CRM. Source of its rules: https://developers.hubspot.com/docs/api-reference
 * @param now the instant, ISO 8601
 */
export function createHubspotFake(seed: HubspotSeed, now: () => string): HubspotFake {
  const state = createHubspotState(seed);
  return {
    system: 'hubspot',
    state,
    answersFor: (host) => host === 'api.hubapi.com',
    handle: (request) => {
      if (request.headers['authorization'] !== `Bearer ${state.token}`)
        return hubspotError(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
      return answer(state, request, now());
    },
  };
}

const objectPath = /^\/crm\/v3\/objects\/(contacts|companies|deals|tickets|notes|tasks)(?:\/(.+))?$/;
const associationsPath = /^\/crm\/v4\/objects\/(\w+)\/(\d+)\/associations\/(\w+)$/;

function answer(state: HubspotState, { method, url, body }: FakeRequest, now: string): FakeResponse {
  const objects = objectPath.exec(url.pathname);
  const type = typeOf(objects?.[1]);
  const rest = decodeURIComponent(objects?.[2] ?? '');
  if (type !== undefined) {
    const json = jsonOf(body);
    if (method === 'GET' && rest !== '') return readObject(state, type, rest, url);
    if (method === 'PATCH' && rest !== '') return updateObject(state, { type, id: rest, body: json, now });
    if (method === 'POST' && rest === 'batch/read') return readBatch(state, type, json);
    if (method === 'POST' && rest === 'search') return searchObjects(state, type, json, now);
    if (method === 'POST' && rest === '') return createObject(state, { type, body: json, now });
  }
  return method === 'GET' ? readOther(state, url) : notFound();
}

function readOther(state: HubspotState, url: URL): FakeResponse {
  const [, from, id, to] = associationsPath.exec(url.pathname) ?? [];
  const [own, other] = [typeOf(from), typeOf(to)];
  if (own !== undefined && other !== undefined && id !== undefined)
    return readAssociations(state, { from: own, id, to: other }, url);
  const [, , , folder, first = '', second = ''] = url.pathname.split('/');
  switch (folder) {
    case 'properties':
      return readProperty(state, typeOf(first), decodeURIComponent(second));
    case 'pipelines':
      return first === 'deals' || first === 'tickets' ? readPipelines(first) : notFound();
    case 'owners':
      return readOwners(state, decodeURIComponent(first), url);
    case 'details':
      return jsonResponse(200, {
        portalId: state.portalId,
        accountType: 'DEVELOPER_TEST',
        uiDomain: 'app.hubspot.com',
      });
    default:
      return notFound();
  }
}

function readProperty(state: HubspotState, type: HubspotType | undefined, name: string): FakeResponse {
  const found = type && state.properties[type].find((definition) => definition.name === name);
  if (found === undefined) return hubspotError(404, 'OBJECT_NOT_FOUND', `Property ${name} does not exist`);
  const options = (found.options ?? []).map((value) => ({ label: value, value, hidden: false }));
  return jsonResponse(200, {
    name,
    label: found.label,
    type: found.type,
    fieldType: 'text',
    groupName: 'contactinformation',
    description: '',
    options,
    modificationMetadata: { archivable: true, readOnlyValue: found.isReadOnly === true },
  });
}

function readPipelines(type: 'deals' | 'tickets'): FakeResponse {
  const stages = pipelines[type].map(({ id, label, isClosed }, index) => ({
    id,
    label,
    displayOrder: index,
    metadata:
      type === 'deals' ? { isClosed: String(isClosed) } : { ticketState: isClosed ? 'CLOSED' : 'OPEN' },
  }));
  return jsonResponse(200, { results: [{ id: 'default', label: 'Pipeline', displayOrder: 0, stages }] });
}

function readOwners(state: HubspotState, id: string, url: URL): FakeResponse {
  const json = state.owners.map((owner) => ({ ...owner, archived: false }));
  if (id === '') {
    const email = url.searchParams.get('email');
    return jsonResponse(200, { results: json.filter((owner) => owner.email === email) });
  }
  const owner = json.find((one) => one.id === id);
  return owner === undefined ? notFound() : jsonResponse(200, owner);
}

function typeOf(text: string | undefined): HubspotType | undefined {
  const types: readonly HubspotType[] = ['contacts', 'companies', 'deals', 'tickets', 'notes', 'tasks'];
  return types.find((type) => type === text);
}

function jsonOf(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
