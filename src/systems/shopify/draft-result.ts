import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import type { ReshipTools } from './reship-tools.ts';
import type { ShopifyDraft, ShopifyOrder } from './shopify-schemas.ts';

export type Succeeded = Extract<ExecutionResult, { is: 'succeeded' }>;

/** The order that came of a draft: the proof that goods were sent. Undefined while the draft is not complete. */
export function resultOfDraft({ adminUrl }: ReshipTools, draft: ShopifyDraft): Succeeded | undefined {
  if (draft.status !== 'COMPLETED' || draft.order === null) return undefined;
  return { is: 'succeeded', reference: draft.order.name, url: orderUrl(adminUrl, draft.order) };
}

/** Where people see an order. */
export function orderUrl(
  adminUrl: ReshipTools['adminUrl'],
  order: Pick<ShopifyOrder, 'legacyResourceId'>,
): string {
  return adminUrl(`orders/${order.legacyResourceId}`);
}

export const failed = (code: Failure['code'], reason: string): ExecutionResult => ({
  is: 'failed',
  failure: { code, reason },
});

export const unknown = (reason: string): ExecutionResult => ({
  is: 'unknown',
  failure: { code: 'unknown-outcome', reason },
});
