import type { Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import { reconciliationOf } from '../action-result.ts';
import { shopifyDocuments } from '../shopify-documents.ts';
import { shopifySchemas, type ShopifyCancellation } from '../shopify-schemas.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { isOurs } from './staff-note.ts';
import { resultOfCancellation } from './watch-cancellation.ts';

/** An approval is carried out within a quarter of an hour, and a job in the background within minutes. Milliseconds. */
const mayStillCome = 20 * 60 * 1000;

/** Milliseconds between two looks. */
const waits = [1_000, 3_000, 6_000];

/**
 * Finds out from Shopify whether an order was cancelled: by its id. Who cancelled it says the note. Shopify cancels in the background,
 * so an order that is not cancelled yet says nothing for a while.
 */
export async function reconcileCancel(
  tools: ShopifyTools,
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const { ids, name } = approval.target;
  if (ids['order'] === undefined) return { is: 'cannot-tell', how: 'The approval names no order.' };
  const answer = await askUntilCancelled(tools, ids['order']);
  if (answer.is === 'failed') return { is: 'cannot-tell', how: answer.failure.reason };
  const { order } = answer.body;
  if (order === null) return { is: 'cannot-tell', how: `Order ${name} is not in the shop any more.` };
  if (order.cancelledAt !== null) return whoCancelled(tools, order, key);
  const isEarly = Date.parse(tools.clock.now()) - Date.parse(approval.at) < mayStillCome;
  return isEarly
    ? {
        is: 'cannot-tell',
        how: `Order ${name} is not cancelled. Shopify cancels in the background: look again in a few minutes.`,
      }
    : { is: 'did-not-happen', how: `Order ${name} is not cancelled.` };
}

/** Asks a few times: most cancellations take seconds. */
async function askUntilCancelled({ api, clock }: ShopifyTools, order: string) {
  const call = {
    what: 'the order of Shopify',
    document: shopifyDocuments.cancellation,
    variables: { order },
    schema: shopifySchemas.cancellation,
  };
  let answer = await api.query(call, 'person');
  for (const wait of waits) {
    if (answer.is === 'failed' || answer.body.order?.cancelledAt !== null) break;
    await new Promise<void>((resolve) => clock.after(wait, resolve));
    answer = await api.query(call, 'person');
  }
  return answer;
}

function whoCancelled(tools: ShopifyTools, order: ShopifyCancellation, key: string): Reconciliation {
  const { name } = order;
  if (isOurs(order, key)) {
    const how = `The cancellation of order ${name} carries the key of this approval.`;
    return reconciliationOf(resultOfCancellation(tools, order), how);
  }
  const note = order.cancellation?.staffNote ?? '';
  return note === ''
    ? { is: 'cannot-tell', how: `Order ${name} is cancelled. Shopify does not say by whom.` }
    : { is: 'did-not-happen', how: `Somebody else has cancelled order ${name}.` };
}
