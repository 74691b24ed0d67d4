import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { PreviewLine } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { AddedAction } from '../../../domain/run/events.ts';
import type { Impossible } from '../action-result.ts';
import type { PayloadReading } from '../mutation-payload.ts';
import type { ShopifyApi } from '../shopify-api.ts';
import type { ShopifyOrder } from '../shopify-schemas.ts';

/**
 * One kind of change to an order that leaves the same state when it is done twice, such as its note. `W` is what is wanted, read of the
 * parameters.
 */
export type OrderChange<W> = {
  readonly kind: ActionKind;
  /** Reads what is wanted, in view of the order; says why it cannot be had. `requester` is the address of who wrote. */
  wanted(
    parameters: Parameters,
    order: ShopifyOrder,
    requester: string | undefined,
  ): { readonly is: 'wanted'; readonly wanted: W } | Impossible;
  /** What the change replaces, as text: part of what is approved. */
  stateOf(order: ShopifyOrder, wanted: W): string;
  isDone(order: ShopifyOrder, wanted: W): boolean;
  preview(order: ShopifyOrder, wanted: W): readonly PreviewLine[];
  apply(api: ShopifyApi, order: ShopifyOrder, wanted: W): Promise<PayloadReading<ShopifyOrder>>;
  /** What takes it back, made of the state that was replaced; undefined where that was the same. */
  undo(before: string, wanted: W, order: ShopifyOrder): AddedAction | undefined;
};
