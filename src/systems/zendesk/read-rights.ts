import * as z from 'zod/mini';
import type { AccountDirectory } from './account-directory.ts';
import { lackOf, type Right, type Rights } from './rights.ts';
import type { ZafPathAnswer } from './zaf-get.ts';

/** Whether the person who is signed in may do what an action needs. */
export type MayI = {
  /** A sentence that says what is missing and whom to ask; undefined where nothing is. Never throws. */
  lack(needs: readonly Right[]): Promise<string | undefined>;
  /** What assigning to a group needs besides changing the ticket. */
  toAssign(group: number): Promise<readonly Right[]>;
};

const idSchema = z.union([z.number(), z.string()]);
const withIds = z.nullish(z.array(z.object({ id: idSchema })));
const userSchema = z.object({ id: idSchema, role: idSchema, groups: withIds, organizations: withIds });
const organizationSchema = z.nullish(z.object({ id: z.nullish(idSchema) }));

type Options = {
  readonly get: (path: string) => Promise<ZafPathAnswer>;
  readonly directory: Pick<AccountDirectory, 'customRoles' | 'mayChangeTickets'>;
};

/**
 * Reads rights where they stand: the app framework names the role and costs nothing; what a custom role may do is one list, kept for an
 * hour. Zendesk's own roles `agent` and `admin` need no request.
 */
export function readRights({ get, directory }: Options): MayI {
  const user = async () => {
    const answer = await get('currentUser').catch(() => undefined);
    const parsed = userSchema.safeParse(answer?.is === 'value' ? answer.value : undefined);
    return parsed.success ? parsed.data : undefined;
  };
  const organization = async () => {
    const answer = await get('ticket.organization').catch(() => undefined);
    const parsed = organizationSchema.safeParse(answer?.is === 'value' ? answer.value : undefined);
    return answer?.is === 'value' && parsed.success ? (parsed.data?.id ?? null) : undefined;
  };
  return {
    lack: async (needs) => {
      const [me, theirs] = await Promise.all([user(), organization()]);
      return lackOf(await rightsOf(directory, me, theirs), needs);
    },
    toAssign: async (group) => {
      const own = (await user())?.groups ?? [];
      return own.some(({ id }) => String(id) === String(group)) ? [] : ['assign-outside-own-groups'];
    },
  };
}

async function rightsOf(
  directory: Options['directory'],
  me: z.output<typeof userSchema> | undefined,
  organization: number | string | null | undefined,
): Promise<Rights> {
  if (!me) return { are: 'unknown' };
  const role = String(me.role);
  if (role === 'agent' || role === 'admin') return { are: 'ordinary' };
  if (!/^\d+$/.test(role)) return { are: 'none' };
  const [isFullAgent, roles] = await Promise.all([
    directory.mayChangeTickets({ id: String(me.id), role }),
    directory.customRoles(),
  ]);
  if (isFullAgent === false) return { are: 'none' };
  const custom = roles?.find(({ id }) => String(id) === role);
  if (isFullAgent === undefined || !custom) return { are: 'unknown' };
  const own = me.organizations?.map(({ id }) => String(id));
  const sharesOrganization =
    organization === undefined || own === undefined
      ? undefined
      : organization !== null && own.includes(String(organization));
  return { are: 'of-role', role: custom, sharesOrganization };
}
