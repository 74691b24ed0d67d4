import * as z from 'zod/mini';
import type { ReadRequest } from '../../app/ports/records.ts';
import { askedAt, failed, textOutcome, type Outcome } from './fact-outcome.ts';
import type { FactRecords } from './fact-records.ts';

const named = z.object({ name: z.nullish(z.string()), subject: z.nullish(z.string()) });

/** Where the record of a lookup field stands, by what the field points at, and under which name it is answered. */
function placeOf(target: string, id: string): { readonly path: string; readonly member: string } | undefined {
  const object = /^zen:custom_object:([a-z0-9_]+)$/.exec(target)?.[1];
  if (object !== undefined)
    return { path: `/api/v2/custom_objects/${object}/records/${id}.json`, member: 'custom_object_record' };
  switch (target) {
    case 'zen:user':
      return { path: `/api/v2/users/${id}.json`, member: 'user' };
    case 'zen:organization':
      return { path: `/api/v2/organizations/${id}.json`, member: 'organization' };
    case 'zen:ticket':
      return { path: `/api/v2/tickets/${id}.json`, member: 'ticket' };
    default:
      return undefined;
  }
}

/**
 * A lookup field holds the id of another record; an SOP speaks of its name. An id of something that cannot be asked for stays an id.
 * Source: https://developer.zendesk.com/api-reference/ticketing/lookup_relationships/lookup_relationships/
 */
export async function lookupName(
  rest: FactRecords,
  request: ReadRequest,
  { title, target, id }: { readonly title: string; readonly target: string; readonly id: string },
): Promise<Outcome> {
  const place = /^[A-Za-z0-9]{1,40}$/.test(id) ? placeOf(target, id) : undefined;
  if (!place) return textOutcome(id);
  const asked = await rest.ask(request, {
    what: `what “${title}” points at`,
    path: place.path,
    schema: z.looseObject({ [place.member]: named }),
  });
  if (asked.is === 'failed') return asked;
  const found = named.safeParse(asked.body[place.member]);
  const name = found.success ? (found.data.name ?? found.data.subject) : undefined;
  return name === null || name === undefined
    ? failed('unreadable', `What “${title}” points at has no name.`)
    : { ...textOutcome(name), ...askedAt(asked) };
}
