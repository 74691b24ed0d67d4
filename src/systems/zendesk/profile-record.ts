import * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import type { SettableField } from './settable-field.ts';

const fields = z.nullish(z.record(z.string(), z.unknown()));
const named = { id: z.number(), name: z.nullish(z.string()) };
const answerSchema = z.object({
  user: z.optional(z.looseObject({ ...named, user_fields: fields })),
  organization: z.optional(z.looseObject({ ...named, organization_fields: fields })),
});

/** What a field of a profile holds, in the API's form, and whose it is. */
type ProfileValue = { readonly value: unknown; readonly owner: string | undefined };

/** Only numbers stand in a path. Undefined for anything else. */
export function profilePath(
  { record }: Pick<SettableField, 'record'>,
  id: string | undefined,
): string | undefined {
  if (id === undefined || !/^\d{1,18}$/.test(id)) return undefined;
  return record === 'requester' ? `/api/v2/users/${id}.json` : `/api/v2/organizations/${id}.json`;
}

/** Reads the profile itself: the open page shows it as it was when the ticket was opened. */
export async function readProfile(
  transport: Transport,
  field: SettableField,
  path: string,
): Promise<Parsed<ProfileValue>> {
  return profileValue(await transport.send(readRequest(field, path)), field);
}

/** The field out of the answer to a reading or an update. */
export function profileValue(answer: SystemAnswer, field: SettableField): Parsed<ProfileValue> {
  const what = `the ${field.record}`;
  const parsed = parseAnswer(answer, answerSchema, what);
  if (parsed.is === 'failed') return parsed;
  const { user, organization } = parsed.body;
  const values = field.isCustom
    ? (user?.user_fields ?? organization?.organization_fields)
    : (user ?? organization);
  if (!values) {
    const reason = `Cannot read ${what}: the answer lacks its fields.`;
    return { is: 'failed', failure: { code: 'unreadable', reason } };
  }
  const value = new Map<string, unknown>(Object.entries(values)).get(field.name);
  return { is: 'parsed', body: { value, owner: (user ?? organization)?.name ?? undefined } };
}

const readRequest = ({ record }: SettableField, path: string): SystemRequest => ({
  system: 'zendesk',
  operation: `read the ${record}`,
  method: 'GET',
  path,
  repeat: 'read',
  priority: 'person',
});
