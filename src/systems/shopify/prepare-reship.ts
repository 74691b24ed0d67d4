import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { factText, requesterEmail } from '../look-up/fact-text.ts';
import { orderUrl } from './draft-result.ts';
import type { ReshipTools } from './reship-tools.ts';
import { impossible, prepareReshipment } from './reshippable-order.ts';

/** Finds the order and says what would be sent, and where. */
export async function prepareReship(
  { records, adminUrl }: ReshipTools,
  proposal: ProposalCommand,
  { ticket }: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const name = factText(proposal.parameters['order']);
  if (name === undefined) return impossible('unclear-target', 'The proposal names no order.');
  const found = await records.order({ by: 'name', value: name }, { ticketId: ticket.id, freshness });
  switch (found.is) {
    case 'failed':
      return { is: 'impossible', failure: found.failure };
    case 'none':
      return impossible(
        'unclear-target',
        found.because === 'several' ? `Several orders are called ${name}.` : `Shopify has no order ${name}.`,
      );
    case 'found':
      return prepareReshipment(found.record, orderUrl(adminUrl, found.record), requesterEmail(ticket));
  }
}
