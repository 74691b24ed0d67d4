import { failed, unknown } from '../../write/outcome.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { shopifyDocuments } from '../shopify-documents.ts';
import { shopifySchemas, type ShopifyCancellation } from '../shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';

/** Milliseconds between two looks: about fifteen seconds altogether, as long as a rep watches. */
const waits = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * Watches the job that cancels an order. The order itself is the proof. A job that has ended without it did not cancel; one that
 * takes longer leaves open what comes of it, and Shopify is asked later.
 */
export async function watchCancellation(
  tools: ShopifyTools,
  { approval }: VerifiedApproval,
  job: string,
): Promise<ExecutionResult> {
  const { name, ids } = approval.target;
  const call = {
    what: 'the cancellation of Shopify',
    document: shopifyDocuments.cancelJob,
    variables: { job, order: ids['order'] },
    schema: shopifySchemas.cancelJob,
  };
  let wasDone = false;
  for (const wait of waits) {
    await new Promise<void>((resolve) => tools.clock.after(wait, resolve));
    const answer = await tools.api.query(call, 'person');
    if (answer.is === 'failed') return unknown(answer.failure.reason);
    const { order, job: state } = answer.body;
    // What was read while the job was running is old as soon as it ends.
    tools.records.forget();
    if (order !== null && order.cancelledAt !== null) return resultOfCancellation(tools, order);
    // The order may show it a moment after its job has ended, so one look more before it is said that nothing was done.
    const isDone = state?.done === true;
    if (wasDone && isDone) return failed('refused', `Shopify tried, and order ${name} is not cancelled.`);
    wasDone = isDone;
  }
  return unknown(`Shopify has not finished cancelling order ${name}.`);
}

/** A cancelled order is its own reference. */
export function resultOfCancellation(tools: ShopifyTools, order: ShopifyCancellation): ExecutionResult {
  return { is: 'succeeded', reference: order.name, url: orderUrl(tools, order) };
}
