import * as z from 'zod/mini';
import { EMPTY_COMPOSER, type Composer } from '../../zaf/composer.ts';

const PREFIX = 'draft of';
const ComposerSchema = z.object({ text: z.string(), type: z.enum(['publicReply', 'internalNote']) });

const keyOf = (agentId: number, ticketId: number): string => `${PREFIX} ${agentId} on ${ticketId}`;

/** What an agent left in the composer of a ticket: Zendesk keeps drafts, so that a reload loses none. */
export function readDraft(agentId: number, ticketId: number): Composer {
  const kept = sessionStorage.getItem(keyOf(agentId, ticketId));
  const parsed = ComposerSchema.safeParse(kept === null ? undefined : JSON.parse(kept));
  return parsed.success ? parsed.data : EMPTY_COMPOSER;
}

export function keepDraft(agentId: number, ticketId: number, composer: Composer): void {
  if (composer.text === '') sessionStorage.removeItem(keyOf(agentId, ticketId));
  else sessionStorage.setItem(keyOf(agentId, ticketId), JSON.stringify(composer));
}

/** In a new world nobody has written anything. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
