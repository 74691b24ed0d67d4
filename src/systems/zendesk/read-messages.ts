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
  return parsed.data.flatMap(({ author, message, timestamp, attachments }, index) => {
    const from = senderOf(author, requesterId);
    if (from === undefined) return [];
    const content = message.content ?? '';
    const isHtml = message.contentType !== 'text/plain' && looksLikeHtml(content);
    return [
      {
        id: `message ${index + 1}`,
        from,
        author: author.name ?? '',
        text: isHtml ? plainText(content) : content,
        at: toInstant(timestamp ?? undefined),
        attachments: (attachments ?? []).map((attachment) => ({
          name: attachment.filename ?? attachment.fileName ?? '',
          contentType: attachment.contentType ?? '',
        })),
      },
    ];
  });
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
