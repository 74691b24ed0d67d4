import type { FieldType } from './seed.ts';
import type {
  AuditRecord,
  CustomObjectRecord,
  OrganizationRecord,
  TicketRecord,
  UserRecord,
  ZendeskState,
} from './state.ts';

/** A ticket as `GET /api/v2/tickets/{id}` shows it. */
export function ticketJson(state: ZendeskState, ticket: TicketRecord) {
  const fields = (state.seed.ticketFields ?? []).map(({ id, type }) => ({
    id,
    value: ticket.fields.get(id) ?? (type === 'checkbox' ? false : null),
  }));
  return {
    id: ticket.id,
    url: `https://${state.seed.subdomain}.zendesk.com/api/v2/tickets/${ticket.id}.json`,
    subject: ticket.subject,
    description: ticket.comments[0]?.body ?? '',
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    tags: ticket.tags,
    via: { channel: ticket.channel },
    ticket_form_id: ticket.formId ?? undefined,
    brand_id: ticket.brandId ?? undefined,
    requester_id: ticket.requesterId,
    organization_id: ticket.organizationId,
    group_id: ticket.groupId,
    assignee_id: ticket.assigneeId,
    custom_status_id: ticket.customStatusId,
    problem_id: ticket.problemId,
    has_incidents: [...state.tickets.values()].some(({ problemId }) => problemId === ticket.id),
    satisfaction_rating: ticket.satisfaction,
    follower_ids: ticket.followerIds,
    email_cc_ids: ticket.ccIds,
    custom_fields: fields,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
  };
}

export function auditJson(ticketId: number, audit: AuditRecord) {
  return {
    id: audit.id,
    ticket_id: ticketId,
    created_at: audit.at,
    author_id: audit.authorId,
    metadata: { system: { client: 'Zendesk' }, custom: audit.custom },
    events: audit.events,
    via: { channel: 'api' },
  };
}

export function userJson(state: ZendeskState, user: UserRecord) {
  const role = state.seed.customRoles?.find(({ id }) => id === user.customRoleId);
  const isLight = role?.kind === 'light-agent' || role?.kind === 'contributor';
  const ofRole = role?.kind === 'contributor' ? 3 : isLight ? 1 : 0;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    // Source: https://developer.zendesk.com/api-reference/ticketing/users/users/ — 0 custom agent, 1 light agent, 3 contributor, 4 admin.
    role_type: user.role === 'end-user' ? undefined : user.role === 'admin' ? 4 : ofRole,
    custom_role_id: user.customRoleId,
    only_private_comments: isLight,
    locale: user.locale ?? 'en-US',
    phone: user.phone ?? undefined,
    notes: user.notes,
    details: user.details,
    external_id: user.externalId,
    tags: user.tags ?? [],
    organization_id: user.organizationId,
    user_fields: user.fields,
    created_at: user.createdAt ?? '2025-01-01T00:00:00Z',
    last_login_at: user.lastLoginAt ?? null,
    suspended: user.isSuspended ?? false,
    verified: true,
    updated_at: user.updatedAt,
  };
}

export function organizationJson(organization: OrganizationRecord) {
  return {
    id: organization.id,
    name: organization.name,
    domain_names: organization.domains ?? [],
    notes: organization.notes,
    details: organization.details,
    external_id: organization.externalId ?? null,
    tags: organization.tags ?? [],
    organization_fields: organization.fields,
    created_at: organization.createdAt ?? '2025-01-01T00:00:00Z',
    updated_at: organization.updatedAt,
  };
}

export function recordJson(key: string, record: CustomObjectRecord) {
  return {
    id: record.id,
    custom_object_key: key,
    external_id: record.externalId,
    name: record.name,
    custom_object_fields: record.fields,
    created_at: record.createdAt,
    created_by_user_id: String(record.createdBy),
    updated_at: record.updatedAt,
    updated_by_user_id: String(record.updatedBy),
  };
}

type FieldLike = {
  readonly id: number;
  readonly title: string;
  readonly type: FieldType | 'dropdown';
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly isRequiredToSolve?: boolean;
  readonly pointsAt?: string;
};

export function fieldJson(field: FieldLike & { readonly key?: string }) {
  return {
    id: field.id,
    ...(field.key === undefined ? {} : { key: field.key }),
    title: field.title,
    type: field.type,
    active: true,
    ...(field.key === undefined ? { required: field.isRequiredToSolve === true } : {}),
    ...(field.pointsAt === undefined ? {} : { relationship_target_type: field.pointsAt }),
    ...(field.options === undefined
      ? {}
      : {
          custom_field_options: field.options.map(({ label, value }) => ({ name: label, value })),
        }),
  };
}
