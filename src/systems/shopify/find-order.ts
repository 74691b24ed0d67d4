import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import { declarationOf, factText } from '../look-up/fact-text.ts';
import { type Impossible } from './action-result.ts';
import { keyOf, orderKey, type OrderKey } from './order-key.ts';
import { mostListedOrders } from './shopify-documents.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';
import type { ShopifyTools } from './shopify-tools.ts';

export type FoundOrder = { readonly is: 'found'; readonly order: ShopifyOrder } | Impossible;

/**
 * The order that an action is about: the one that its parameter names, else the one that the SOP declares, else that of the fact
 * `order number`, else the requester's. Of several the one that the rep has chosen. `newest` reads that order again.
 */
export async function findOrder(
  { records }: Pick<ShopifyTools, 'records'>,
  { parameters }: Pick<ProposalCommand, 'parameters'>,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<FoundOrder> {
  const { ticket, chosen } = context;
  const declaration = declaredOrder(context);
  const key =
    keyOf(factText(parameters['order'])) ?? orderKey({ ...context, declaredRecord: declaration?.name });
  if (key === undefined) return impossible('unclear-target', keyMissing(declaration?.by));
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
      const reason = isSeveral ? severalWords(key, found.choice?.candidates.length) : noneWords(key);
      const refusal = impossible('unclear-target', reason);
      return found.choice === undefined ? refusal : { ...refusal, choice: found.choice };
    }
  }
}

/** The order that the SOP declares, where it declares exactly one. */
export const declaredOrder = ({ records }: Pick<ActionContext, 'records'>): RecordDeclaration | undefined =>
  declarationOf(records, 'shopify', ['order']);

const keyMissing = (by: string | undefined): string =>
  by === undefined
    ? 'The ticket has neither an order number nor a requester address.'
    : `It is not known which order is meant: the SOP finds it by “${by}”, and that is not known.`;

const noneWords = ({ by, value }: OrderKey): string =>
  by === 'name' ? `Shopify has no order ${value}.` : 'Shopify has no order of this address.';

function severalWords({ by, value }: OrderKey, count: number | undefined): string {
  if (count === 1)
    return 'The order that was chosen is not there any more. Choose the other one if it is meant.';
  if (count === undefined)
    return `Shopify has more than ${mostListedOrders} orders that may be meant. Fill in the order number.`;
  return by === 'name' ? `Several orders are called ${value}.` : 'This address has several orders.';
}
