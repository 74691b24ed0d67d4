import { impossible } from '../../write/outcome.ts';
import type { ActionKind, ParameterKind } from '../../../domain/decisions/action-kind.ts';
import { isAnySent } from '../order-deliveries.ts';
import { isOfRequester } from '../order-owner.ts';
import { addressLine } from '../shipping-address.ts';
import type { ShopifyAddress } from '../shopify-schemas.ts';
import { readAddress, writeAddress } from './address-text.ts';
import type { OrderChange } from './order-change.ts';
import { updateOrder } from './update-order.ts';
import { addressParameters, isSameAddress, parametersOf, wantedAddress } from './wanted-address.ts';

const part = (name: string): ParameterKind => ({
  name,
  type: { kind: 'text' },
  required: name === 'address1' || name === 'city',
  editable: true,
  limits: [],
});

/** Sends an order somewhere else, as long as nothing of it was sent. Country and province are codes, such as `US` and `IL`. */
export const changeAddressKind: ActionKind = {
  operation: 'shopify.change_address',
  system: 'shopify',
  parameters: [
    ...Object.keys(addressParameters).map(part),
    { name: 'order', type: { kind: 'text' }, required: false, editable: false, limits: [] },
  ],
  risk: 'high',
  movesMoney: false,
  onceBy: 'same-value',
  undo: 'shopify.change_address',
  preview: ['ship_to', 'order_of_another_address'],
  confirmedBy: 'answer',
  reconciledBy: 'state',
};

export const changeAddress: OrderChange<ShopifyAddress> = {
  kind: changeAddressKind,
  wanted: (parameters, order, requester) => {
    const { name, shippingAddress } = order;
    // Goods of somebody else are not sent to whoever writes: that is how they are stolen.
    if (!isOfRequester(order, requester))
      return impossible('not-allowed', `Order ${name} belongs to another address than the requester's.`);
    if (order.cancelledAt !== null) return impossible('not-allowed', `Order ${name} was cancelled.`);
    if (isAnySent(order)) return impossible('not-allowed', `Something of order ${name} was sent already.`);
    if (shippingAddress === null) return impossible('not-allowed', `Order ${name} has no shipping address.`);
    return { is: 'wanted', wanted: wantedAddress(parameters, shippingAddress) };
  },
  stateOf: ({ shippingAddress }) => (shippingAddress === null ? '' : writeAddress(shippingAddress)),
  isDone: ({ shippingAddress }, wanted) => shippingAddress !== null && isSameAddress(shippingAddress, wanted),
  preview: ({ shippingAddress }, wanted) => [
    {
      label: 'ship_to',
      before: shippingAddress === null ? null : addressLine(shippingAddress),
      value: addressLine(wanted),
    },
  ],
  apply: (api, { id }, { countryCodeV2, ...wanted }) =>
    updateOrder(api, { id, shippingAddress: { ...wanted, countryCode: countryCodeV2 } }),
  undo: (before, wanted, { name }) => {
    const address = readAddress(before);
    return address === undefined || isSameAddress(address, wanted)
      ? undefined
      : {
          operation: 'shopify.change_address',
          parameters: { ...parametersOf(address), order: name },
        };
  },
};
