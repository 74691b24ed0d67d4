import * as z from 'zod/mini';
import type { CurrentUser } from '../../app/ports/ticket-desk.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { ZafClient } from './zaf-client.ts';
import { zafGet } from './zaf-get.ts';

const idSchema = z.union([z.number(), z.string()]);
const zoneSchema = z.nullish(z.object({ ianaName: z.nullish(z.string()) }));
const userSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** `admin`, `agent`, or the id of a custom role. */
  role: idSchema,
  locale: z.nullish(z.string()),
  groups: z.nullish(z.array(z.object({ id: idSchema }))),
  timeZone: zoneSchema,
});
const accountSchema = z.object({ timeZone: zoneSchema });

/** Who works in the sidebar. A custom role says nothing of its rights by itself, so these are asked for. */
export async function readCurrentUser(
  client: Pick<ZafClient, 'get'>,
  directory: Pick<AccountDirectory, 'mayChangeTickets'>,
): Promise<CurrentUser> {
  const { values, errors } = await zafGet(client, ['currentUser', 'currentAccount']);
  const user = userSchema.safeParse(values.get('currentUser'));
  if (!user.success)
    throw new Error(
      `Cannot read the current user: ${errors.get('currentUser') ?? 'Zendesk gave another form'}.`,
    );
  const account = accountSchema.safeParse(values.get('currentAccount'));
  const { data } = user;
  // The day on which a run happens is the account's; a wrong zone would shift it.
  const timeZone = (account.success ? account.data.timeZone?.ianaName : undefined) ?? data.timeZone?.ianaName;
  if (timeZone === undefined || timeZone === null)
    throw new Error('Cannot read the current user: Zendesk did not give the account’s time zone.');
  const [id, role] = [String(data.id), String(data.role)];
  const isCustom = /^\d+$/.test(role);
  // Unknown is never yes: who may not be told to be a full agent may look.
  const mayChangeTickets = isCustom
    ? ((await directory.mayChangeTickets({ id, role })) ?? false)
    : role === 'agent' || role === 'admin';
  return {
    id,
    name: data.name,
    isAdmin: role === 'admin',
    mayChangeTickets,
    memberOf: [`role ${role}`, ...(data.groups ?? []).map((group) => `group ${group.id}`)],
    locale: data.locale ?? 'en-US',
    timeZone,
  };
}
