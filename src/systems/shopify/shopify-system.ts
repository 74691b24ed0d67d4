import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { declaredName, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead, follow, type LookUp } from '../look-up/look-up.ts';
import type { System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { trackingOf } from './order-deliveries.ts';
import { declaredOrder } from './find-order.ts';
import { lookUpOrder, readShopifyFact } from './read-shopify-fact.ts';
import { cancelAction } from './cancel/cancel-action.ts';
import { checkShopify } from './check-shopify.ts';
import { changeAddress } from './order-change/change-address.ts';
import { changeTag } from './order-change/change-tag.ts';
import { orderChangeAction } from './order-change/order-change-action.ts';
import { setNote } from './order-change/set-note.ts';
import { refundAction } from './refund/refund-action.ts';
import { reshipAction } from './reship/reship-action.ts';
import { createShopifyApi, type ShopifyApi } from './shopify-api.ts';
import { shopifyFactFields } from './shopify-facts.ts';
import { moneyOf } from './shopify-money.ts';
import { createShopifyRecords, type ShopifyRecords } from './shopify-records.ts';
import type { ShopifyTools } from './shopify-tools.ts';
import { storeCreditAction } from './store-credit/store-credit-action.ts';

export type ShopifySettings = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
  /** Host of the shop, such as `sample-shop.myshopify.com`, for links. */
  readonly shop: string;
};

/** What other systems may know of the ticket's order, so that none of them imports this one. */
export type ShopifySystem = System & {
  /** The tracking number of the ticket's order. */
  trackingNumber(request: ReadRequest): Promise<LookUp<string>>;
  /** The total of the ticket's order as canonical money; undefined where it is not certain which order is meant. */
  orderAmount(context: ActionContext): Promise<string | undefined>;
};

/** Shopify behind the ports: orders and customers as facts, and what can be done to an order or for its customer. */
export function createShopifySystem({ transport, clock, dateOf, shop }: ShopifySettings): ShopifySystem {
  const api = createShopifyApi(transport, clock);
  const base = { api, clock, dateOf, adminUrl: (path: string) => `https://${shop}/admin/${path}` };
  const records = createShopifyRecords(base);
  const tools: ShopifyTools = { ...base, records, api: forgettingApi(api, records) };
  return {
    name: 'shopify',
    facts: shopifyFactFields,
    keyFacts: (source, declarations, declared) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      if (declaration !== undefined) return [declaration.by];
      const order = source.record === 'order' ? declaredName(declared, 'order number') : undefined;
      return order === undefined ? [] : [order];
    },
    read: async (request) => answerRead(request, await readShopifyFact(tools, request)),
    check: () => checkShopify(transport),
    actions: [
      refundAction(tools),
      cancelAction(tools),
      reshipAction(tools),
      storeCreditAction(tools),
      orderChangeAction(tools, changeAddress),
      orderChangeAction(tools, changeTag('add')),
      orderChangeAction(tools, changeTag('remove')),
      orderChangeAction(tools, setNote),
    ],
    trackingNumber: async (request) =>
      follow(await lookUpOrder(tools, request, declaredOrder(request)?.name), (order, observedAt) => {
        const number = trackingOf(order, 'number');
        if (number.is === 'none') return { is: 'none', because: number.because, observedAt };
        return number.is === 'value' && typeof number.value === 'string'
          ? { is: 'found', record: number.value, observedAt }
          : { is: 'none', because: 'not-found', observedAt };
      }),
    orderAmount: async (context) => {
      const request = { ...context, freshness: 'shared' } as const;
      const order = await lookUpOrder(tools, request, declaredOrder(context)?.name);
      return order.is === 'found' ? moneyOf(order.record.totalPriceSet.presentmentMoney) : undefined;
    },
  };
}

/** Whatever was sent may have changed what was read before. */
function forgettingApi(api: ShopifyApi, records: Pick<ShopifyRecords, 'forget'>): ShopifyApi {
  return {
    query: (call, priority) => api.query(call, priority),
    mutate: async (call, repeat) => {
      const mutated = await api.mutate(call, repeat);
      records.forget();
      return mutated;
    },
  };
}
