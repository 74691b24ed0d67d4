import type { Composer } from './agent-workspace.ts';
import type { TicketFieldSeed } from './seed.ts';
import type { CommentRecord, TicketRecord, UserRecord, ZendeskState } from './state.ts';

export type View = {
  readonly state: ZendeskState;
  readonly ticketId: number;
  readonly userId: number;
  readonly composer: Composer;
};

/**
 * The value of one path of the app framework's `get`, in the shapes of the framework.
 * Source: https://developer.zendesk.com/api-reference/apps/apps-support-api/ticket_sidebar/
 */
export function readPath(view: View, path: string): unknown {
  const [root = '', ...rest] = path.split('.');
  const [object, argument] = splitArgument(root);
  if (object === 'ticket') return readTicket(view, rest.join('.'));
  if (object === 'comment') return readMember(commentView(view), rest, path);
  if (object === 'currentUser') return readMember(currentUser(view), rest, path);
  if (object === 'currentAccount') return readMember(account(view), rest, path);
  if (object === 'ticketFields' && argument === undefined)
    return (view.state.seed.ticketFields ?? []).map(ticketFieldView);
  if (object === 'macros')
    return (view.state.seed.macros ?? []).map(({ id, title }) => ({ id, title, description: '' }));
  if (object === 'viewport') return { width: 320, height: 800 };
  if (object === 'colorScheme') return 'light';
  if (object === 'requirement' && view.state.customObjects.has(argument ?? ''))
    return { requirement_id: argument, requirement_type: 'custom_objects_v2' };
  throw new Error(`"${path}" is not available`);
}

function readTicket(view: View, path: string): unknown {
  const ticket = view.state.tickets.get(view.ticketId);
  if (!ticket) throw new Error('"ticket" is not available');
  const field = /^customField:custom_field_(\d+)$/.exec(path)?.[1];
  if (field !== undefined) return readField(view.state, ticket, Number(field));
  const requesterField = /^requester\.customField:(.+)$/.exec(path)?.[1];
  const requester = view.state.users.get(ticket.requesterId);
  if (requesterField !== undefined) return profileField(requester?.fields, requesterField, path);
  const organizationField = /^organization\.customField:(.+)$/.exec(path)?.[1];
  if (organizationField !== undefined)
    return profileField(organizationOf(view.state, ticket)?.fields, organizationField, path);
  const whole = ticketView(view.state, ticket);
  return path === '' ? whole : readMember(whole, path.split('.'), `ticket.${path}`);
}

function ticketView(state: ZendeskState, ticket: TicketRecord) {
  const requester = state.users.get(ticket.requesterId);
  const organization = organizationOf(state, ticket);
  const brand = state.seed.brands?.find(({ id }) => id === ticket.brandId);
  const group = state.seed.groups.find(({ id }) => id === ticket.groupId);
  const assignee = state.users.get(ticket.assigneeId ?? 0);
  return {
    id: ticket.id,
    isNew: false,
    subject: ticket.subject,
    description: ticket.comments[0]?.body ?? '',
    status: ticket.status,
    statusCategory: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    tags: [...ticket.tags],
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    externalId: null,
    recipient: `support@${state.seed.subdomain}.example`,
    form: { id: ticket.formId },
    brand: brand ? { id: brand.id, name: brand.name } : null,
    via: { channel: ticket.channel },
    requester: requester ? userView(state, requester) : null,
    organization: organization
      ? {
          id: organization.id,
          name: organization.name,
          domains: (organization.domains ?? []).join(' '),
          tags: organization.tags ?? [],
          notes: organization.notes,
          details: organization.details,
          externalId: organization.externalId ?? null,
        }
      : null,
    assignee: {
      user: assignee ? userView(state, assignee) : null,
      group: group ? { id: group.id, name: group.name } : null,
    },
    conversation: ticket.comments.map((comment) => conversationItem(state, comment, ticket.channel)),
    comments: ticket.comments.map((comment) => ({
      id: comment.id,
      value: htmlOf(comment.body),
      author: userViewById(state, comment.authorId),
    })),
  };
}

function conversationItem(state: ZendeskState, comment: CommentRecord, channel: string) {
  const author = state.users.get(comment.authorId);
  return {
    author: { id: comment.authorId, name: author?.name ?? '', role: author?.role ?? 'system', avatar: '' },
    channel: { name: comment.public ? channel : 'internal' },
    message: { content: htmlOf(comment.body), contentType: 'text/html' },
    timestamp: comment.at,
    attachments: comment.attachments.map(({ fileName, contentType, contentUrl }) => ({
      filename: fileName,
      contentType,
      contentUrl: contentUrl ?? `https://example.com/${fileName}`,
    })),
  };
}

function userView(state: ZendeskState, user: UserRecord) {
  const organization = state.organizations.get(user.organizationId ?? 0);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.customRoleId ?? user.role,
    locale: user.locale ?? 'en-US',
    notes: user.notes,
    details: user.details,
    tags: user.tags ?? [],
    externalId: user.externalId ?? null,
    groups: (user.groupIds ?? []).map((id) => ({
      id,
      name: state.seed.groups.find((group) => group.id === id)?.name ?? '',
    })),
    organizations: organization ? [{ id: organization.id, name: organization.name }] : [],
    identities: [{ type: 'email', value: user.email, primary: true }],
    timeZone: timeZoneView(state),
  };
}

const userViewById = (state: ZendeskState, id: number) => {
  const user = state.users.get(id);
  return user ? userView(state, user) : null;
};

const currentUser = (view: View) => userViewById(view.state, view.userId);

const account = ({ state }: View) => ({
  subdomain: state.seed.subdomain,
  planName: state.seed.planName ?? 'Suite Professional',
  timeZone: timeZoneView(state),
});

const timeZoneView = ({ seed }: ZendeskState) => ({
  name: seed.timeZone ?? 'Etc/UTC',
  ianaName: seed.timeZone ?? 'Etc/UTC',
});

const commentView = ({ composer }: View) => ({
  text: composer.text,
  type: composer.type,
  useRichText: false,
  attachments: [],
});

function ticketFieldView({ id, title, type, options }: TicketFieldSeed) {
  return {
    name: `custom_field_${id}`,
    label: title,
    type,
    isRequired: false,
    isVisible: true,
    isEnabled: true,
    optionValues: (options ?? []).map((option) => ({ ...option, isEnabled: true, isVisible: true })),
  };
}

function readField(state: ZendeskState, ticket: TicketRecord, id: number): unknown {
  const field = state.seed.ticketFields?.find((known) => known.id === id);
  if (!field) throw new Error(`"ticket.customField:custom_field_${id}" is not available`);
  return ticket.fields.get(id) ?? null;
}

function profileField(fields: UserRecord['fields'] | undefined, key: string, path: string): unknown {
  if (!fields || !(key in fields)) throw new Error(`"ticket.${path}" is not available`);
  return fields[key];
}

const organizationOf = (state: ZendeskState, ticket: TicketRecord) =>
  state.organizations.get(ticket.organizationId ?? 0);

function readMember(value: unknown, names: readonly string[], path: string): unknown {
  let at = value;
  for (const name of names) {
    if (at === null || at === undefined) return null;
    if (typeof at !== 'object' || !(name in at)) throw new Error(`"${path}" is not available`);
    at = Reflect.get(at, name);
  }
  return at;
}

function splitArgument(text: string): [string, string | undefined] {
  const [object = '', argument] = text.split(':');
  return [object, argument];
}

/** Plain text as the HTML that Zendesk keeps comments in. */
function htmlOf(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div class="zd-comment"><p dir="auto">${safe.replaceAll('\n', '<br>')}</p></div>`;
}
