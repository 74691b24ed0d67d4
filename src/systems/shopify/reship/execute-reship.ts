import type { ActionContext } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { failed, unknown } from '../action-result.ts';
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
      return complete(tools, search.draft);
    case 'cannot-tell':
      return failed('unreadable', search.reason);
    case 'not-there':
      return create(tools, { order: state.body.order, approval, ticketId: context.ticket.id });
  }
}

type Given = {
  readonly order: ShopifyOrder | null;
  readonly approval: VerifiedApproval;
  readonly ticketId: string;
};

async function create(tools: ShopifyTools, { order, approval, ticketId }: Given): Promise<ExecutionResult> {
  const { approval: approved, key } = approval;
  if (order === null) return failed('stale', `Order ${approved.target.name} is not in the shop any more.`);
  const reading = readReshipment(order, orderUrl(tools, order));
  if (reading.is === 'impossible') return failed('stale', reading.failure.reason);
  const { reshipment } = reading;
  const difference = differenceOf(reshipment, approved.target.ids);
  if (difference !== undefined) return failed('stale', difference);
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

async function complete(tools: ShopifyTools, draft: ShopifyDraft): Promise<ExecutionResult> {
  const earlier = resultOfDraft(tools, draft);
  if (earlier !== undefined)
    return { ...earlier, reconciled: `The draft ${draft.name} was completed before.` };
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
  if (target.ids['goods'] !== approved['goods']) return `The goods of order ${target.name} have changed.`;
  return target.ids['address'] === approved['address']
    ? undefined
    : `The shipping address of order ${target.name} has changed.`;
}
