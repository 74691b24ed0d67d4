import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { ReadRequest } from '../../app/ports/records.ts';
import { declaredName, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead, follow, type LookUp } from '../look-up/look-up.ts';
import type { ActionImplementation, System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { trackingNumber } from './order-deliveries.ts';
import { lookUpOrder, readShopifyFact } from './read-shopify-fact.ts';
import { checkShopify } from './check-shopify.ts';
import { executeReship } from './execute-reship.ts';
import { prepareReship } from './prepare-reship.ts';
import { reconcileReship } from './reconcile-reship.ts';
import { reshipKind } from './reship-kind.ts';
import { createShopifyApi } from './shopify-api.ts';
import { moneyOf, shopifyFactFields } from './shopify-facts.ts';
import { createShopifyRecords } from './shopify-records.ts';

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

/** Shopify behind the ports: orders and customers as facts, and the reshipment. */
export function createShopifySystem({ transport, clock, dateOf, shop }: ShopifySettings): ShopifySystem {
  const api = createShopifyApi(transport, clock);
  const records = createShopifyRecords(api, clock);
  const adminUrl = (path: string) => `https://${shop}/admin/${path}`;
  const reader = { records, dateOf, now: () => clock.now(), adminUrl };
  const tools = { api, records, adminUrl };
  const reship: ActionImplementation = {
    kind: reshipKind,
    prepare: (proposal, context, freshness) => prepareReship(tools, proposal, context, freshness),
    execute: (approval, context) => executeReship(tools, approval, context),
    reconcile: (approval) => reconcileReship(tools, approval),
  };
  return {
    name: 'shopify',
    facts: shopifyFactFields,
    keyFacts: (source, declarations, declared) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      if (declaration !== undefined) return [declaration.by];
      const order = source.record === 'order' ? declaredName(declared, 'order number') : undefined;
      return order === undefined ? [] : [order];
    },
    read: async (request) => answerRead(request, await readShopifyFact(reader, request)),
    check: () => checkShopify(transport),
    actions: [reship],
    trackingNumber: async (request) =>
      follow(await lookUpOrder(reader, request, declaredOrder(request)), (order, observedAt) => {
        const number = trackingNumber(order);
        if (number.is === 'none') return { is: 'none', because: number.because, observedAt };
        return number.is === 'value' && typeof number.value === 'string'
          ? { is: 'found', record: number.value, observedAt }
          : { is: 'none', because: 'not-found', observedAt };
      }),
    orderAmount: async (context) => {
      const order = await lookUpOrder(reader, { ...context, records: [], freshness: 'shared' }, undefined);
      return order.is === 'found' ? moneyOf(order.record.totalPriceSet.presentmentMoney) : undefined;
    },
  };
}

/** The order that the SOP declares, where it declares exactly one. */
function declaredOrder({ records }: ReadRequest): string | undefined {
  const orders = records.filter(({ system, entity }) => system === 'shopify' && entity === 'order');
  return orders.length === 1 ? orders[0]?.name : undefined;
}
