import type { ActionContext } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { approvedTicket, succeeded, type ActionTools } from './action-tools.ts';
import { failedBecause } from './write-outcome.ts';

/** Writes an internal note under the ticket of an approval. */
export async function writeNote(
  { updates }: ActionTools,
  body: string,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  if (body.trim() === '') return failedBecause('refused', 'The note is empty.');
  const change = { comment: { body, public: false } } as const;
  const seenAt = context.ticket.updatedAt;
  const updated = await updates.update({ ticketId: ticket.id, approval, seenAt, change });
  return updated.is === 'updated' ? succeeded(updated.audit, context) : updated;
}
