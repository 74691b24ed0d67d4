import { jsonResponse, type FakeResponse } from '../fake.ts';
import type { HubspotRecord } from './state.ts';

/** The form of every error. Source: https://developers.hubspot.com/docs/api-reference/error-handling */
export function hubspotError(
  status: number,
  category: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): FakeResponse {
  return jsonResponse(status, {
    status: 'error',
    message,
    correlationId: '00000000-0000-4000-8000-000000000000',
    category,
    ...more,
  });
}

export const notFound = (): FakeResponse => hubspotError(404, 'OBJECT_NOT_FOUND', 'resource not found');

/** The properties that were asked for; those that the account does not have are left out, empty ones are null. */
export function recordJson(
  record: HubspotRecord,
  wanted: readonly string[],
  known: readonly { readonly name: string }[],
) {
  const names = wanted.filter((name) => known.some((definition) => definition.name === name));
  const own = Object.fromEntries(names.map((name) => [name, record.properties[name] || null]));
  return {
    id: record.id,
    properties: {
      ...own,
      createdate: record.createdAt,
      hs_object_id: record.id,
      lastmodifieddate: record.updatedAt,
    },
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: false,
  };
}
