import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { factText, requesterEmail } from '../look-up/fact-text.ts';
import type { Mutated, ShopifyApi } from './shopify-api.ts';
import { shopifyDocuments } from './shopify-documents.ts';
import { findDraft, type DraftSearch } from './find-draft.ts';
import { impossible, prepareReshipment, readReshipment, type Reshipment } from './reshippable-order.ts';
import { reshipInput } from './reship-input.ts';
import type { ShopifyRecords } from './shopify-records.ts';
import { shopifySchemas, type DraftPayload, type ShopifyDraft, type ShopifyOrder } from './shopify-schemas.ts';

type Tools = { readonly api: ShopifyApi; readonly records: ShopifyRecords; readonly adminUrl: (path: string) => string };

/** Finds the order and says what would be sent, and where. */
export async function prepareReship(
  { records, adminUrl }: Tools,
  proposal: ProposalCommand,
  { ticket }: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const name = factText(proposal.parameters['order']);
  if (name === undefined) return impossible('unclear-target', 'The proposal names no order.');
  const found = await records.order({ by: 'name', value: name }, { ticketId: ticket.id, freshness });
  if (found.is === 'failed') return { is: 'impossible', failure: found.failure };
  if (found.is === 'none') {
    const reason = found.because === 'several' ? `Several orders are called ${name}.` : `Shopify has no order ${name}.`;
    return impossible('unclear-target', reason);
  }
  return prepareReshipment(found.record, orderUrl(adminUrl, found.record), requesterEmail(ticket));
}

/**
 * Makes a draft of the same goods for nothing and completes it. A draft with our key that is there already is completed instead of made again,
 * and one that is complete is the result. Shopify answers a completed draft with its order: that is the proof.
 */
export async function executeReship(
  tools: Tools,
  { approval, key }: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const { order: orderId } = approval.target.ids;
  if (orderId === undefined) return failed('unclear-target', 'The approval names no order.');
  const state = await readState(tools.api, orderId);
  if (state.is === 'failed') return { is: 'failed', failure: state.failure };
  const { order, draftOrders } = state.body;
  const search = findDraft(draftOrders, key, approval.at);
  if (search.is === 'found') return finish(tools, search.draft);
  if (search.is === 'cannot-tell') return failed('unreadable', search.reason);
  if (order === null) return failed('stale', `Order ${approval.target.name} is not in the shop any more.`);
  const reading = readReshipment(order, orderUrl(tools.adminUrl, order));
  if (reading.is === 'impossible') return { is: 'failed', failure: { ...reading.failure, code: 'stale' } };
  const difference = differenceOf(reading.reshipment, approval.target.ids);
  if (difference !== undefined) return failed('stale', difference);
  const input = reshipInput({ order, reshipment: reading.reshipment, approval, key, ticketId: context.ticket.id });
  const made = await tools.api.mutate({
    what: 'create the reshipment',
    document: shopifyDocuments.createDraft,
    variables: { input },
    schema: shopifySchemas.createDraft,
  });
  return afterMutation(made, (body) => body.draftOrderCreate, (draft) => finish(tools, draft));
}

/** Finds out from Shopify whether a reshipment with a lost answer happened. */
export async function reconcileReship(tools: Tools, { approval, key }: VerifiedApproval): Promise<Reconciliation> {
  const { order: orderId } = approval.target.ids;
  if (orderId === undefined) return { is: 'cannot-tell', how: 'The approval names no order.' };
  const state = await readState(tools.api, orderId);
  if (state.is === 'failed') return { is: 'cannot-tell', how: state.failure.reason };
  const search: DraftSearch = findDraft(state.body.draftOrders, key, approval.at);
  if (search.is === 'cannot-tell') return { is: 'cannot-tell', how: search.reason };
  if (search.is === 'not-there') return { is: 'did-not-happen', how: 'No draft order carries the key of this approval.' };
  const how = `The draft ${search.draft.name} carries the key of this approval.`;
  const result = resultOf(tools, search.draft);
  return result === undefined
    ? { is: 'did-not-happen', how: `${how} It was not completed.` }
    : { is: 'happened', result: { ...result, reconciled: how }, how };
}

async function finish(tools: Tools, draft: ShopifyDraft): Promise<ExecutionResult> {
  const earlier = resultOf(tools, draft);
  if (earlier !== undefined) return { ...earlier, reconciled: `The draft ${draft.name} was completed before.` };
  const completed = await tools.api.mutate({
    what: 'complete the reshipment',
    document: shopifyDocuments.completeDraft,
    variables: { id: draft.id },
    schema: shopifySchemas.completeDraft,
  });
  return afterMutation(
    completed,
    (body) => body.draftOrderComplete,
    async (done) =>
      resultOf(tools, done) ?? unknown(`Shopify did not say which order came of the draft ${draft.name}.`),
  );
}

/** Errors first, then Shopify's objections, then the object itself. */
async function afterMutation<T>(
  mutated: Mutated<T>,
  payloadOf: (body: T) => DraftPayload | null,
  then: (draft: ShopifyDraft) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  if (mutated.is !== 'parsed') return { is: mutated.is, failure: mutated.failure };
  const payload = payloadOf(mutated.body);
  const objections = (payload?.userErrors ?? []).map(({ message }) => message);
  if (objections.length > 0) return failed('refused', objections.join(' '));
  return payload?.draftOrder == null ? unknown('Shopify did not say what it did.') : then(payload.draftOrder);
}

function resultOf({ adminUrl }: Tools, draft: ShopifyDraft): Extract<ExecutionResult, { is: 'succeeded' }> | undefined {
  if (draft.status !== 'COMPLETED' || draft.order === null) return undefined;
  return { is: 'succeeded', reference: draft.order.name, url: orderUrl(adminUrl, draft.order) };
}

function readState(api: ShopifyApi, order: string) {
  return api.query(
    {
      what: 'the order of Shopify',
      document: shopifyDocuments.reshipState,
      variables: { order },
      schema: shopifySchemas.reshipState,
    },
    'person',
  );
}

function differenceOf({ target }: Reshipment, approved: Readonly<Record<string, string>>): string | undefined {
  if (target.ids['goods'] !== approved['goods']) return `The goods of order ${target.name} have changed.`;
  return target.ids['address'] === approved['address'] ? undefined : `The shipping address of order ${target.name} has changed.`;
}

const orderUrl = (adminUrl: Tools['adminUrl'], order: Pick<ShopifyOrder, 'legacyResourceId'>) =>
  adminUrl(`orders/${order.legacyResourceId}`);

const failed = (code: Failure['code'], reason: string): ExecutionResult => ({ is: 'failed', failure: { code, reason } });
const unknown = (reason: string): ExecutionResult => ({ is: 'unknown', failure: { code: 'unknown-outcome', reason } });
