import type { ActionContext } from '../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { failed, orderUrl, resultOfDraft, unknown } from './draft-result.ts';
import { findDraft } from './find-draft.ts';
import { reshipInput } from './reship-input.ts';
import { readReshipState, type ReshipTools } from './reship-tools.ts';
import { readReshipment, type Reshipment } from './reshippable-order.ts';
import type { Mutated } from './shopify-api.ts';
import { shopifyDocuments } from './shopify-documents.ts';
import {
  shopifySchemas,
  type DraftPayload,
  type ShopifyDraft,
  type ShopifyOrder,
} from './shopify-schemas.ts';

/**
 * Makes a draft of the same goods for nothing and completes it. The newest state is read right before: a draft with our key that is there already is
 * completed instead of made again, and if the order differs from what was approved, nothing is sent. Shopify answers a completed
 * draft with its order: that is the proof.
 */
export async function executeReship(
  tools: ReshipTools,
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

async function create(tools: ReshipTools, { order, approval, ticketId }: Given): Promise<ExecutionResult> {
  const { approval: approved, key } = approval;
  if (order === null) return failed('stale', `Order ${approved.target.name} is not in the shop any more.`);
  const reading = readReshipment(order, orderUrl(tools.adminUrl, order));
  if (reading.is === 'impossible') return failed('stale', reading.failure.reason);
  const { reshipment } = reading;
  const difference = differenceOf(reshipment, approved.target.ids);
  if (difference !== undefined) return failed('stale', difference);
  const made = await tools.api.mutate({
    what: 'create the reshipment',
    document: shopifyDocuments.createDraft,
    variables: { input: reshipInput({ order, reshipment, approval: approved, key, ticketId }) },
    schema: shopifySchemas.createDraft,
  });
  const draft = draftOf(made, (body) => body.draftOrderCreate);
  return draft.is === 'draft' ? complete(tools, draft.draft) : draft;
}

async function complete(tools: ReshipTools, draft: ShopifyDraft): Promise<ExecutionResult> {
  const earlier = resultOfDraft(tools, draft);
  if (earlier !== undefined)
    return { ...earlier, reconciled: `The draft ${draft.name} was completed before.` };
  const completed = await tools.api.mutate({
    what: 'complete the reshipment',
    document: shopifyDocuments.completeDraft,
    variables: { id: draft.id },
    schema: shopifySchemas.completeDraft,
  });
  const done = draftOf(completed, (body) => body.draftOrderComplete);
  if (done.is !== 'draft') return done;
  return (
    resultOfDraft(tools, done.draft) ??
    unknown(`Shopify did not say which order came of the draft ${draft.name}.`)
  );
}

type DraftAnswer = { readonly is: 'draft'; readonly draft: ShopifyDraft } | ExecutionResult;

/** Errors first, then Shopify's objections, then the object itself. */
function draftOf<T>(mutated: Mutated<T>, payloadOf: (body: T) => DraftPayload | null): DraftAnswer {
  if (mutated.is !== 'parsed') return { is: mutated.is, failure: mutated.failure };
  const payload = payloadOf(mutated.body);
  const objections = (payload?.userErrors ?? []).map(({ message }) => message);
  if (objections.length > 0) return failed('refused', objections.join(' '));
  const draft = payload?.draftOrder ?? undefined;
  return draft === undefined ? unknown('Shopify did not say what it did.') : { is: 'draft', draft };
}

function differenceOf(
  { target }: Reshipment,
  approved: Readonly<Record<string, string>>,
): string | undefined {
  if (target.ids['goods'] !== approved['goods']) return `The goods of order ${target.name} have changed.`;
  return target.ids['address'] === approved['address']
    ? undefined
    : `The shipping address of order ${target.name} has changed.`;
}
