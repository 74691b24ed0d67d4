import type { ActionContext } from '../../app/ports/actions.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { factText } from '../look-up/fact-text.ts';
import { impossible, type Impossible } from './action-result.ts';
import { keyOf, orderKey, type OrderKey } from './order-key.ts';
import { mostListedOrders } from './shopify-documents.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';
import type { ShopifyTools } from './shopify-tools.ts';

export type FoundOrder = { readonly is: 'found'; readonly order: ShopifyOrder } | Impossible;

/**
 * The order that an action is about: the one that its parameter names, else that of the fact `order number`, else the requester's. Of
 * several the one that the rep has chosen. `newest` reads that order again.
 */
export async function findOrder(
  { records }: Pick<ShopifyTools, 'records'>,
  { parameters }: Pick<ProposalCommand, 'parameters'>,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<FoundOrder> {
  const { ticket, keyFact, chosen } = context;
  const key =
    keyOf(factText(parameters['order'])) ??
    orderKey({ ticket, records: [], declaredRecord: undefined, keyFact });
  if (key === undefined)
    return impossible('unclear-target', 'The ticket has neither an order number nor a requester address.');
  const asker = { ticketId: ticket.id, freshness: 'shared' } as const;
  const first = await records.order(key, asker, chosen);
  const found =
    first.is === 'found' && freshness === 'newest'
      ? await records.orderById(first.record.id, { ...asker, freshness })
      : first;
  switch (found.is) {
    case 'failed':
      return { is: 'impossible', failure: found.failure };
    case 'found':
      return { is: 'found', order: found.record };
    case 'none': {
      const isSeveral = found.because === 'several';
      const reason = isSeveral ? severalWords(key, found.choice !== undefined) : noneWords(key);
      const refusal = impossible('unclear-target', reason);
      return found.choice === undefined ? refusal : { ...refusal, choice: found.choice };
    }
  }
}

const noneWords = ({ by, value }: OrderKey): string =>
  by === 'name' ? `Shopify has no order ${value}.` : 'Shopify has no order of this address.';

function severalWords({ by, value }: OrderKey, isWhole: boolean): string {
  if (!isWhole)
    return `Shopify has more than ${mostListedOrders} orders that may be meant. Fill in the order number.`;
  return by === 'name' ? `Several orders are called ${value}.` : 'This address has several orders.';
}
