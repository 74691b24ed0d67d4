import type { TicketSeed, UserSeed, ZendeskSeed } from '../fakes/zendesk/seed.ts';
import { AGENTS, GROUPS, ROLES, WORKSPACE_USER } from './people.ts';
import { KEYS } from './seeds.ts';
import type { Story, StoryMessage } from './story.ts';
import { FIELDS, FORMS } from './ticket-fields.ts';

export const SUBDOMAIN = 'signoff-desk';
export const INSTALLATION = { id: 77_001, appId: 1001 } as const;

const ORGANIZATIONS = [
  { id: 6001, name: 'Example Ltd', domains: ['example.com'] },
  { id: 6002, name: 'Example Org', domains: ['example.org'] },
] as const;

/** Zendesk's own statuses and two of this account's. */
const STATUSES = [
  { id: 3501, label: 'New', category: 'new', isDefault: true },
  { id: 3502, label: 'Open', category: 'open', isDefault: true },
  { id: 3503, label: 'Pending', category: 'pending', isDefault: true },
  { id: 3504, label: 'On-hold', category: 'hold', isDefault: true },
  { id: 3505, label: 'Solved', category: 'solved', isDefault: true },
  { id: 3506, label: 'Waiting at the depot', category: 'hold' },
  { id: 3507, label: 'Guarantee registered', category: 'solved' },
] as const satisfies ZendeskSeed['customStatuses'];

const BRAND = { id: 5001, name: 'Outdoor Sample Shop' } as const;

/** The Zendesk account in which all stories happen. */
export function zendeskSeed(
  stories: readonly Story[],
  settings: Readonly<Record<string, string | boolean | number | null>>,
): ZendeskSeed {
  return {
    subdomain: SUBDOMAIN,
    planName: 'Suite Professional',
    timeZone: 'Etc/UTC',
    customRoles: Object.values(ROLES),
    groups: Object.values(GROUPS),
    users: [WORKSPACE_USER, ...Object.values(AGENTS), ...stories.map(requesterOf)],
    organizations: ORGANIZATIONS,
    ticketFields: Object.values(FIELDS),
    ticketForms: Object.values(FORMS),
    customStatuses: STATUSES,
    brands: [BRAND],
    tickets: stories.map(ticketOf),
    installation: { ...INSTALLATION, version: '0.1.0', settings, secure: KEYS },
  };
}

function requesterOf({ customer }: Story): UserSeed {
  return { ...customer, role: 'end-user' };
}

function ticketOf(story: Story): TicketSeed {
  const { customer, messages } = story;
  const [first] = messages;
  const last = messages.at(-1);
  if (first === undefined || last === undefined) throw new Error(`Story ${story.ticketId} has no message.`);
  return {
    id: story.ticketId,
    subject: story.subject,
    status: story.status ?? 'open',
    priority: story.priority ?? 'normal',
    type: 'incident',
    tags: story.tags ?? [],
    form: story.form,
    brand: BRAND.name,
    channel: 'email',
    requesterId: customer.id,
    ...(customer.organizationId === undefined ? {} : { organizationId: customer.organizationId }),
    groupId: GROUPS.tier1.id,
    assigneeId: AGENTS.rep.id,
    fields: story.fields ?? {},
    comments: messages.map((message) => commentOf(message, customer.id)),
    createdAt: first.at,
    updatedAt: last.at,
  };
}

const commentOf = (
  { at, text, by, isNote, attachments }: StoryMessage,
  customer: number,
): TicketSeed['comments'][number] => ({
  authorId: by ?? customer,
  body: text,
  public: isNote !== true,
  at,
  ...(attachments === undefined ? {} : { attachments }),
});
