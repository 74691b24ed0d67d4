import * as z from 'zod/mini';
import type { Message } from '../../app/ports/ticket-desk.ts';
import { looksLikeHtml, plainText } from './plain-text.ts';
import { toInstant } from './to-instant.ts';

const idSchema = z.union([z.number(), z.string()]);
const authorSchema = z.object({
  id: z.nullish(idSchema),
  name: z.nullish(z.string()),
  /** A role, or the id of a custom role. */
  role: z.nullish(idSchema),
});
const attachmentSchema = z.object({
  filename: z.nullish(z.string()),
  fileName: z.nullish(z.string()),
  contentType: z.nullish(z.string()),
});
const conversationSchema = z.array(
  z.object({
    author: authorSchema,
    message: z.object({ content: z.nullish(z.string()), contentType: z.nullish(z.string()) }),
    timestamp: z.nullish(z.string()),
    attachments: z.nullish(z.array(attachmentSchema)),
  }),
);

/** The conversation as the app framework gives it, in the order in which it was written; undefined for any other form. */
export function readMessages(conversation: unknown, requesterId: string): readonly Message[] | undefined {
  const parsed = conversationSchema.safeParse(conversation);
  if (!parsed.success) return undefined;
  return parsed.data.flatMap(({ author, message, timestamp, attachments }, index) =>
    messageOf(
      {
        author,
        content: message.content,
        isPlain: message.contentType === 'text/plain',
        timestamp,
        attachments,
      },
      index,
      requesterId,
    ),
  );
}

const commentsSchema = z.array(
  z.object({
    author: authorSchema,
    value: z.nullish(z.string()),
    imageAttachments: z.nullish(z.array(attachmentSchema)),
    nonImageAttachments: z.nullish(z.array(attachmentSchema)),
  }),
);

/** The same for accounts without the agent workspace, where Zendesk gives comments only: they have no time. */
export function readComments(comments: unknown, requesterId: string): readonly Message[] | undefined {
  const parsed = commentsSchema.safeParse(comments);
  if (!parsed.success) return undefined;
  return parsed.data.flatMap(({ author, value, imageAttachments, nonImageAttachments }, index) => {
    const attachments = [...(imageAttachments ?? []), ...(nonImageAttachments ?? [])];
    return messageOf(
      { author, content: value, isPlain: false, timestamp: undefined, attachments },
      index,
      requesterId,
    );
  });
}

type Written = {
  readonly author: z.output<typeof authorSchema>;
  readonly content: string | null | undefined;
  readonly isPlain: boolean;
  readonly timestamp: string | null | undefined;
  readonly attachments: readonly z.output<typeof attachmentSchema>[] | null | undefined;
};

function messageOf(
  { author, content, isPlain, timestamp, attachments }: Written,
  index: number,
  requesterId: string,
): Message[] {
  const from = senderOf(author, requesterId);
  if (from === undefined) return [];
  const raw = content ?? '';
  return [
    {
      id: `message ${index + 1}`,
      from,
      author: author.name ?? '',
      text: !isPlain && looksLikeHtml(raw) ? plainText(raw) : raw,
      at: toInstant(timestamp ?? undefined),
      attachments: (attachments ?? []).map((attachment) => ({
        name: attachment.filename ?? attachment.fileName ?? '',
        contentType: attachment.contentType ?? '',
      })),
    },
  ];
}

/** Whoever asks is the customer, also where it is a colleague. What the system and triggers write is nobody's message. */
function senderOf(
  { id, role }: z.output<typeof authorSchema>,
  requesterId: string,
): Message['from'] | undefined {
  if (id !== null && id !== undefined && String(id) === requesterId) return 'customer';
  if (role === 'system' || role === 'trigger' || role === null || role === undefined) return undefined;
  return role === 'end-user' ? 'customer' : 'agent';
}
