import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { plainText } from './plain-text.ts';
import { failedBecause } from './write-outcome.ts';
import type { ZafClient } from './zaf-client.ts';
import { zafGet } from './zaf-get.ts';

type ComposerState = { readonly text: string; readonly type: string };

/**
 * Puts a text into the composer of the open ticket as a public reply, once: what is there already is not appended again. The rep sends it.
 * A note that the rep has begun is left alone: it would be sent to the customer.
 */
export async function draftInComposer(
  client: ZafClient,
  text: string,
  context: ActionContext,
): Promise<ExecutionResult> {
  if (text.trim() === '') return failedBecause('refused', 'The reply is empty: write it first.');
  try {
    const problem = await openTicketProblem(client, context.ticket.id);
    if (problem !== undefined) return failedBecause('unclear-target', problem);
    const before = await readComposer(client);
    if (holds(before, text)) return { is: 'succeeded', url: context.ticket.url };
    if (before.text.trim() !== '' && before.type === 'internalNote')
      return failedBecause('refused', 'The composer holds an unsent internal note. Send or clear it first.');
    if (before.type === 'internalNote') await client.set({ 'comment.type': 'publicReply' });
    await client.invoke('comment.appendText', before.text.trim() === '' ? text : `\n\n${text}`);
    const after = await readComposer(client);
    return holds(after, text) && after.type !== 'internalNote'
      ? { is: 'succeeded', url: context.ticket.url }
      : failedBecause('refused', 'Zendesk did not take the text into the composer.');
  } catch (error) {
    // The app framework gave no clear answer: the text may be in the composer.
    return { is: 'unknown', failure: { code: 'unknown-outcome', reason: reasonOf(error) } };
  }
}

/** Whether the text is in the composer, or was sent as one of the messages. */
export async function reconcileDraft(
  client: ZafClient,
  text: string,
  context: ActionContext,
): Promise<Reconciliation> {
  try {
    const isDrafted = holds(await readComposer(client), text);
    const isSent = context.ticket.messages.some(
      (message) => message.from === 'agent' && oneLine(message.text).includes(oneLine(text)),
    );
    if (!isDrafted && !isSent)
      return { is: 'did-not-happen', how: 'The text is neither in the composer nor sent.' };
    const how = isSent ? 'The text was sent.' : 'The text is in the composer.';
    return { is: 'happened', result: { is: 'succeeded', url: context.ticket.url, reconciled: how }, how };
  } catch (error) {
    return { is: 'cannot-tell', how: reasonOf(error) };
  }
}

/** The composer belongs to the ticket in this tab, and to no other. */
async function openTicketProblem(client: ZafClient, ticketId: string): Promise<string | undefined> {
  const { values } = await zafGet(client, ['ticket.id']);
  const open = values.get('ticket.id');
  const isOpen = (typeof open === 'number' || typeof open === 'string') && String(open) === ticketId;
  return isOpen ? undefined : `Ticket ${ticketId} is not open in this tab.`;
}

async function readComposer(client: ZafClient): Promise<ComposerState> {
  const { values, errors } = await zafGet(client, ['comment.text', 'comment.type', 'comment.useRichText']);
  const text = values.get('comment.text');
  const type = values.get('comment.type');
  const problem = errors.get('comment.text') ?? errors.get('comment.type');
  if (problem !== undefined) throw new Error(`Cannot read the composer: ${problem}.`);
  const raw = typeof text === 'string' ? text : '';
  // The rich editor gives HTML.
  const isRich = values.get('comment.useRichText') !== false;
  return { text: isRich ? plainText(raw) : raw, type: typeof type === 'string' ? type : '' };
}

/** Line breaks and spaces are the editor's business. */
const holds = (composer: ComposerState, text: string) => oneLine(composer.text).includes(oneLine(text));
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'Zendesk did not answer.');
