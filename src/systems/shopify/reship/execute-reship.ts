import { failed, unknown } from '../../write/outcome.ts';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { approvedTooLongAgo } from '../../look-up/approved-too-long-ago.ts';
import { readPayload } from '../mutation-payload.ts';
import { resultOfDraft } from './draft-result.ts';
import { findDraft } from './find-draft.ts';
import { reshipInput } from './reship-input.ts';
import { readReshipState } from './reship-state.ts';
import { readReshipment, type Reshipment } from './reshippable-order.ts';
import { shopifyMutations } from '../shopify-mutations.ts';
import {
  shopifySchemas,
  type DraftPayload,
  type ShopifyDraft,
  type ShopifyOrder,
} from '../shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';

/**
 * Makes a draft of the same goods for nothing and completes it. The newest state is read right before: a draft with our key that is there already is
 * completed instead of made again, and if the order differs from what was approved, nothing is sent. Shopify answers a completed
 * draft with its order: that is the proof.
 */
export async function executeReship(
  tools: ShopifyTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const { order: orderId } = approval.approval.target.ids;
  if (orderId === undefined) return failed('unclear-target', 'The approval names no order.');
  const state = await readReshipState(tools.api, orderId);
  if (state.is === 'failed') return { is: 'failed', failure: state.failure };
  const search = findDraft(state.body.draftOrders, approval.key, approval.approval.at);
  switch (search.is) {
    case 'found':
      return completeEarlier(tools, search.draft, { order: state.body.order, approval });
    case 'cannot-tell':
      return failed('unreadable', search.reason);
    case 'not-there':
      return create(tools, { order: state.body.order, approval }, context.ticket.id);
  }
}

type Given = { readonly order: ShopifyOrder | null; readonly approval: VerifiedApproval };

/** A draft that was left behind sends something only now, so the order has to be as it was approved now. */
async function completeEarlier(
  tools: ShopifyTools,
  draft: ShopifyDraft,
  given: Given,
): Promise<ExecutionResult> {
  const earlier = resultOfDraft(tools, draft);
  if (earlier !== undefined)
    return { ...earlier, reconciled: `The draft ${draft.name} was completed before.` };
  const now = approvedReshipment(tools, given);
  return now.is === 'failed' ? now : complete(tools, draft);
}

async function create(tools: ShopifyTools, given: Given, ticketId: string): Promise<ExecutionResult> {
  const now = approvedReshipment(tools, given);
  if (now.is === 'failed') return now;
  const { order, reshipment } = now;
  const { approval: approved, key } = given.approval;
  const late = approvedTooLongAgo(approved, tools.clock);
  if (late) return late;
  const made = await tools.api.mutate(
    {
      what: 'create the reshipment',
      document: shopifyMutations.createDraft,
      variables: { input: reshipInput({ order, reshipment, approval: approved, key, ticketId }) },
      schema: shopifySchemas.createDraft,
    },
    'never',
  );
  const draft = readPayload(made, ({ draftOrderCreate }) => partsOf(draftOrderCreate));
  return draft.is === 'record' ? complete(tools, draft.record) : draft;
}

type Approved =
  | { readonly is: 'approved'; readonly order: ShopifyOrder; readonly reshipment: Reshipment }
  | Extract<ExecutionResult, { is: 'failed' }>;

const stale = (reason: string): Approved => ({ is: 'failed', failure: { code: 'stale', reason } });

/** What would be sent of the order as it is now, where that is exactly what was approved. */
function approvedReshipment(tools: ShopifyTools, { order, approval: { approval } }: Given): Approved {
  if (order === null) return stale(`Order ${approval.target.name} is not in the shop any more.`);
  const reading = readReshipment(order, orderUrl(tools, order));
  if (reading.is === 'impossible') return stale(reading.failure.reason);
  const difference = differenceOf(reading.reshipment, approval.target.ids);
  return difference === undefined
    ? { is: 'approved', order, reshipment: reading.reshipment }
    : stale(difference);
}

async function complete(tools: ShopifyTools, draft: ShopifyDraft): Promise<ExecutionResult> {
  const completed = await tools.api.mutate(
    {
      what: 'complete the reshipment',
      document: shopifyMutations.completeDraft,
      variables: { id: draft.id },
      schema: shopifySchemas.completeDraft,
    },
    'never',
  );
  const done = readPayload(completed, ({ draftOrderComplete }) => partsOf(draftOrderComplete));
  if (done.is !== 'record') return done;
  return (
    resultOfDraft(tools, done.record) ??
    unknown(`Shopify did not say which order came of the draft ${draft.name}.`)
  );
}

const partsOf = (payload: DraftPayload | null) => ({
  record: payload?.draftOrder,
  objections: payload?.userErrors,
});

function differenceOf(
  { target }: Reshipment,
  approved: Readonly<Record<string, string>>,
): string | undefined {
  if (target.ids['order'] !== approved['order'])
    return 'Shopify answered with another order than the one that was approved.';
  if (target.ids['goods'] !== approved['goods']) return `The goods of order ${target.name} have changed.`;
  return target.ids['address'] === approved['address']
    ? undefined
    : `The shipping address of order ${target.name} has changed.`;
}
