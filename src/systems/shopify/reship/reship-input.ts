import type { Approval } from '../../../domain/decisions/approval.ts';
import { keyAttribute } from './find-draft.ts';
import type { Reshipment } from './reshippable-order.ts';
import type { ShopifyAddress, ShopifyOrder } from '../shopify-schemas.ts';

/** The draft order: the same goods for nothing, to the address of the order, with our key and who approved it. */
export function reshipInput({
  order,
  reshipment,
  approval,
  key,
  ticketId,
}: {
  readonly order: ShopifyOrder;
  readonly reshipment: Reshipment;
  readonly approval: Approval;
  readonly key: string;
  readonly ticketId: string;
}) {
  return {
    ...(order.customer === null ? {} : { purchasingEntity: { customerId: order.customer.id } }),
    ...(order.email === null ? {} : { email: order.email }),
    lineItems: reshipment.lines.map(({ variant, quantity }) => ({ variantId: variant, quantity })),
    shippingAddress: addressInput(reshipment.address),
    appliedDiscount: {
      title: 'Reshipment',
      description: `Reshipment of ${order.name}`,
      value: 100,
      valueType: 'PERCENTAGE',
    },
    customAttributes: [{ key: keyAttribute, value: key }],
    note: `Reshipment of ${order.name} for Zendesk ticket ${ticketId}, approved by ${approval.by.name} (${approval.by.id}). ${key}`,
    tags: ['signoff', 'reshipment'],
  };
}

/** The country under the name that the input has for it; what is not filled in is left out. */
function addressInput({ countryCodeV2, ...address }: ShopifyAddress): Readonly<Record<string, string>> {
  const fields = { ...address, countryCode: countryCodeV2 };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
