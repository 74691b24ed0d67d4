import type { Surroundings } from './surface.ts';
import type { Comment } from './zendesk-json.ts';
import type { TicketView } from './ticket-tab.ts';
import { endUserObject, userObject } from './user-object.ts';

/** The ticket as the app framework shows it: saved values with the unsaved edits of the form over them. */
export function ticketObject(around: Surroundings): Readonly<Record<string, unknown>> {
  const view = around.tab.view();
  const { ticket, form } = view;
  return {
    id: ticket.id,
    isNew: false,
    subject: form.subject,
    description: ticket.description ?? '',
    status: form.status,
    statusCategory: form.status,
    customStatus: ticket.custom_status_id ?? null,
    priority: form.priority,
    type: form.type,
    tags: form.tags,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    externalId: form.externalId,
    recipient: ticket.recipient ?? null,
    postSaveAction: 'stay_on_ticket',
    via: { channel: ticket.via?.channel ?? 'web' },
    viewers: [],
    sharedWith: [],
    collaborators: [],
    form: { id: form.formId },
    brand: around.account.brands.find(({ id }) => id === form.brandId) ?? null,
    requester: endUserObject(view.requester, view.organization),
    organization: view.organization ?? null,
    assignee: assigneeObject(around, view),
    comments: view.comments.map((comment) => commentObject(comment, view)),
    conversation: view.comments.map((comment) => messageObject(comment, view)),
  };
}

function assigneeObject({ account }: Surroundings, { form }: TicketView): Readonly<Record<string, unknown>> {
  const agent = account.agents.find(({ id }) => id === form.assigneeId);
  const group = account.groups.find(({ id }) => id === form.groupId);
  return { user: agent === undefined ? null : userObject(agent, account), group: group ?? null };
}

/** `ticket.comments` has neither time nor public flag: Zendesk leaves them out. */
function commentObject(comment: Comment, view: TicketView): Readonly<Record<string, unknown>> {
  return {
    id: comment.id,
    author: authorOf(comment, view),
    value: htmlOf(comment),
    useRichText: false,
    imageAttachments: comment.attachments.filter(isImage).map(attachmentObject),
    nonImageAttachments: comment.attachments
      .filter((attachment) => !isImage(attachment))
      .map(attachmentObject),
    via: { channel: channelOf(comment, view) },
  };
}

const channelOf = (comment: Comment, { ticket }: TicketView): string =>
  comment.via?.channel ?? ticket.via?.channel ?? 'web';

function messageObject(comment: Comment, view: TicketView): Readonly<Record<string, unknown>> {
  return {
    author: authorOf(comment, view),
    channel: { name: comment.public ? channelOf(comment, view) : 'internal' },
    timestamp: comment.created_at,
    message: { content: htmlOf(comment), contentType: 'text/html' },
    attachments: comment.attachments.map(attachmentObject),
  };
}

function authorOf({ author_id }: Comment, { authors }: TicketView): Readonly<Record<string, unknown>> {
  const author = authors.get(author_id);
  return { id: author_id, name: author?.name ?? '', role: author?.role ?? 'end-user', avatar: null };
}

type Attachment = Comment['attachments'][number];

const isImage = ({ content_type }: Attachment): boolean => content_type?.startsWith('image/') === true;

const attachmentObject = ({
  file_name,
  content_type,
  content_url,
}: Attachment): Readonly<Record<string, unknown>> => ({
  filename: file_name,
  contentType: content_type ?? 'application/octet-stream',
  contentUrl: content_url ?? null,
});

/** Zendesk keeps comments as HTML. */
function htmlOf(comment: Comment): string {
  const text = comment.plain_body ?? comment.body ?? '';
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div class="zd-comment"><p dir="auto">${safe.replaceAll('\n', '<br>')}</p></div>`;
}
