import type {
  AttachmentSeed,
  FieldValue,
  OrganizationSeed,
  SideConversationSeed,
  TicketStatus,
  UserSeed,
  ZendeskSeed,
} from './seed.ts';

/** Everything the account holds now. The fake changes it; the desk's page shows it. */
export type ZendeskState = {
  readonly seed: ZendeskSeed;
  readonly tickets: Map<number, TicketRecord>;
  readonly users: Map<number, UserRecord>;
  readonly organizations: Map<number, OrganizationRecord>;
  /** By object key; undefined key: no such object. */
  readonly customObjects: Map<string, CustomObjectRecord[]>;
  readonly settings: Record<string, string | boolean | number | null>;
  readonly secureSettings: Record<string, string>;
  nextId: number;
};

export type TicketRecord = {
  readonly id: number;
  subject: string;
  status: TicketStatus;
  priority: string | null;
  type: string | null;
  tags: string[];
  formId: number | null;
  brandId: number | null;
  channel: string;
  requesterId: number;
  organizationId: number | null;
  groupId: number | null;
  assigneeId: number | null;
  customStatusId: number | null;
  problemId: number | null;
  satisfaction: { readonly score: string; readonly comment?: string };
  readonly followerIds: readonly number[];
  readonly ccIds: readonly number[];
  readonly sideConversations: SideConversationSeed[];
  readonly fields: Map<number, FieldValue>;
  readonly comments: CommentRecord[];
  readonly audits: AuditRecord[];
  readonly createdAt: string;
  updatedAt: string;
};

export type CommentRecord = {
  readonly id: number;
  readonly authorId: number;
  readonly body: string;
  readonly public: boolean;
  readonly at: string;
  readonly attachments: readonly AttachmentSeed[];
};

export type AuditRecord = {
  readonly id: number;
  readonly at: string;
  readonly authorId: number;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  /** What the caller gave as `ticket.metadata`. */
  readonly custom: Readonly<Record<string, unknown>>;
};

export type UserRecord = Omit<UserSeed, 'fields' | 'notes' | 'details' | 'phone' | 'name'> & {
  name: string;
  notes: string;
  details: string;
  phone: string | null;
  readonly fields: Record<string, FieldValue>;
  updatedAt: string;
};

export type OrganizationRecord = Omit<OrganizationSeed, 'fields' | 'notes' | 'details' | 'name'> & {
  name: string;
  notes: string;
  details: string;
  readonly fields: Record<string, FieldValue>;
  updatedAt: string;
};

export type CustomObjectRecord = {
  readonly id: string;
  readonly externalId: string | null;
  name: string;
  fields: Record<string, unknown>;
  readonly createdAt: string;
  readonly createdBy: number;
  updatedAt: string;
  updatedBy: number;
};

export const STATUSES: readonly TicketStatus[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** The custom objects that requirements.json creates. */
const OBJECTS = ['signoff_sop', 'signoff_run', 'signoff_event'];

/** The account as the seed describes it. */
export function stateFromSeed(seed: ZendeskSeed): ZendeskState {
  const state: ZendeskState = {
    seed,
    tickets: new Map(),
    users: new Map(seed.users.map((user) => [user.id, userRecord(user)])),
    organizations: new Map((seed.organizations ?? []).map((one) => [one.id, organizationRecord(one)])),
    customObjects: new Map(seed.hasCustomObjects === false ? [] : OBJECTS.map((key) => [key, []])),
    settings: { ...seed.installation?.settings },
    secureSettings: { ...seed.installation?.secure },
    nextId: 900_000,
  };
  for (const ticket of seed.tickets) state.tickets.set(ticket.id, ticketRecord(state, ticket));
  return state;
}

/** A number that nothing in the account has yet. */
export function newId(state: ZendeskState): number {
  state.nextId += 1;
  return state.nextId;
}

function ticketRecord(state: ZendeskState, ticket: ZendeskSeed['tickets'][number]): TicketRecord {
  const { seed } = state;
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority ?? null,
    type: ticket.type ?? null,
    tags: [...(ticket.tags ?? [])],
    formId: idByName('form', seed.ticketForms, ticket.form),
    brandId: idByName('brand', seed.brands, ticket.brand),
    channel: ticket.channel ?? 'email',
    requesterId: ticket.requesterId,
    organizationId: ticket.organizationId ?? state.users.get(ticket.requesterId)?.organizationId ?? null,
    groupId: ticket.groupId ?? null,
    assigneeId: ticket.assigneeId ?? null,
    customStatusId: ticket.customStatusId ?? defaultStatus(seed, ticket.status),
    problemId: ticket.problemId ?? null,
    satisfaction: ticket.satisfaction ?? { score: 'unoffered' },
    followerIds: ticket.followerIds ?? [],
    ccIds: ticket.ccIds ?? [],
    sideConversations: [...(ticket.sideConversations ?? [])],
    fields: new Map(Object.entries(ticket.fields ?? {}).map(([id, value]) => [Number(id), value])),
    comments: ticket.comments.map((comment) => ({
      id: newId(state),
      attachments: [],
      ...comment,
    })),
    audits: [
      { id: newId(state), at: ticket.createdAt, authorId: ticket.requesterId, events: [], custom: {} },
    ],
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
  };
}

/** The custom status that stands for a category; null in an account without custom statuses. */
export function defaultStatus({ customStatuses = [] }: ZendeskSeed, category: TicketStatus): number | null {
  // A closed ticket keeps the status in which it was solved.
  const meant = category === 'closed' ? 'solved' : category;
  const ofCategory = customStatuses.filter((status) => status.category === meant);
  return (ofCategory.find((status) => status.isDefault) ?? ofCategory[0])?.id ?? null;
}

function idByName(
  what: string,
  known: readonly { readonly id: number; readonly name: string }[] | undefined,
  name: string | undefined,
): number | null {
  if (name === undefined) return null;
  const found = known?.find((one) => one.name === name);
  if (!found) throw new Error(`The seed names the ${what} “${name}”, which it does not define.`);
  return found.id;
}

function userRecord({ fields, notes, details, phone, ...user }: UserSeed): UserRecord {
  return {
    ...user,
    notes: notes ?? '',
    details: details ?? '',
    phone: phone ?? null,
    fields: { ...fields },
    updatedAt: '2026-01-01T00:00:00Z',
  };
}

function organizationRecord({
  fields,
  notes,
  details,
  ...organization
}: OrganizationSeed): OrganizationRecord {
  return {
    ...organization,
    notes: notes ?? '',
    details: details ?? '',
    fields: { ...fields },
    updatedAt: '2026-01-01T00:00:00Z',
  };
}
