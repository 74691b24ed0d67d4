import type { PreviewLine } from '../../domain/decisions/proposal.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';

type Owned = Pick<ShopifyOrder, 'email' | 'customer'>;

const ownerOf = (order: Owned) => order.email ?? order.customer?.defaultEmailAddress?.emailAddress;

/** An order without an address is not the requester's either: unknown is never yes. */
export function isOfRequester(order: Owned, requester: string | undefined): boolean {
  const owner = ownerOf(order);
  return owner != null && owner.toLowerCase() === requester?.toLowerCase();
}

/** Points out that an order belongs to another address than the requester's, or to nobody known. */
export function ownerLines(order: Owned, requester: string | undefined): readonly PreviewLine[] {
  return isOfRequester(order, requester)
    ? []
    : [{ label: 'order_of_another_address', value: ownerOf(order) ?? null }];
}
