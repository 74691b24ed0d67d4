import { impossible } from '../../write/outcome.ts';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../../domain/run/commands.ts';
import { factText, requesterEmail } from '../../look-up/fact-text.ts';
import { findOrder } from '../find-order.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';
import { prepareReshipment } from './reshippable-order.ts';

/** Finds the order and says what would be sent, and where. */
export async function prepareReship(
  tools: ShopifyTools,
  proposal: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  if (factText(proposal.parameters['order']) === undefined)
    return impossible('unclear-target', 'The proposal names no order.');
  const found = await findOrder(tools, proposal, context, freshness);
  if (found.is === 'impossible') return found;
  return prepareReshipment(found.order, orderUrl(tools, found.order), requesterEmail(context.ticket));
}
