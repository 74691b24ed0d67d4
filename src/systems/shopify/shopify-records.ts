import type { ChosenRecord } from '../../app/ports/records.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { Parsed } from '../look-up/parse-answer.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import { orderChoice } from './order-choice.ts';
import { isOrderOf, type OrderKey } from './order-key.ts';
import {
  askForCustomer,
  askForOrder,
  askForOrders,
  askForRefundState,
  askForStoreCredit,
} from './shopify-queries.ts';
import type {
  ShopifyCreditHolder,
  ShopifyCustomer,
  ShopifyListedOrder,
  ShopifyOrder,
  ShopifyRefundState,
} from './shopify-schemas.ts';
import type { ShopifyTools } from './shopify-tools.ts';

/** What is looked up in Shopify, each once per ticket and with one request. */
export type ShopifyRecords = {
  /**
   * The one order that fits; of several the one that a person has chosen among them. `several` with a choice where nobody has, and
   * without one where there are more than a page holds: among orders that nobody has seen nobody can choose.
   */
  order(key: OrderKey, asker: Asker, chosen: ChosenRecord): Promise<LookUp<ShopifyOrder>>;
  orderById(id: string, asker: Asker): Promise<LookUp<ShopifyOrder>>;
  customer(email: string, asker: Asker): Promise<LookUp<ShopifyCustomer>>;
  storeCredit(email: string, asker: Asker): Promise<LookUp<ShopifyCreditHolder>>;
  /** By the order's id. */
  refundState(order: string, asker: Asker): Promise<LookUp<ShopifyRefundState>>;
  /** What was read before a change says nothing about the time after it. */
  forget(): void;
};

type LookUps = Omit<ShopifyRecords, 'forget'>;

type Settings = Omit<ShopifyTools, 'records'>;
type Found = { readonly fitting: readonly ShopifyListedOrder[]; readonly whole: readonly ShopifyOrder[] };

export function createShopifyRecords(settings: Settings): ShopifyRecords {
  let lookUps = createLookUps(settings);
  return {
    order: (key, asker, chosen) => lookUps.order(key, asker, chosen),
    orderById: (id, asker) => lookUps.orderById(id, asker),
    customer: (email, asker) => lookUps.customer(email, asker),
    storeCredit: (email, asker) => lookUps.storeCredit(email, asker),
    refundState: (order, asker) => lookUps.refundState(order, asker),
    forget: () => {
      lookUps = createLookUps(settings);
    },
  };
}

function createLookUps(settings: Settings): LookUps {
  const { api, clock } = settings;
  const shared = <T>(
    ask: (key: string, priority: 'person' | 'background') => Promise<Parsed<T | null>>,
  ): ((key: string, asker: Asker) => Promise<LookUp<T>>) =>
    shareLookUps(async (key, asker) => {
      const answer = await ask(key, priorityOf(asker));
      if (answer.is === 'failed') return answer;
      const observedAt = clock.now();
      return answer.body === null
        ? { is: 'none', because: 'not-found', observedAt }
        : { is: 'found', record: answer.body, observedAt };
    });
  const byName = shareLookUps((value, asker) => search(settings, { by: 'name', value }, asker));
  const byEmail = shareLookUps((value, asker) => search(settings, { by: 'email', value }, asker));
  const orderById = shared((id, priority) => askForOrder(api, id, priority));
  return {
    orderById,
    order: async ({ by, value }, asker, chosen) =>
      follow(await (by === 'name' ? byName : byEmail)(value, asker), ({ fitting, whole }, observedAt) => {
        const id = theOne(fitting, by, chosen('shopify', 'order'));
        if (id === undefined)
          return { is: 'none', because: 'several', observedAt, choice: orderChoice(settings, fitting) };
        const order = whole.find((candidate) => candidate.id === id);
        return order === undefined ? orderById(id, asker) : { is: 'found', record: order, observedAt };
      }),
    customer: shared((email, priority) => askForCustomer(api, email, priority)),
    storeCredit: shared((email, priority) => askForStoreCredit(api, { emailAddress: email }, priority)),
    refundState: shared((order, priority) => askForRefundState(api, order, priority)),
  };
}

async function search(
  { api, clock }: Pick<Settings, 'api' | 'clock'>,
  key: OrderKey,
  asker: Asker,
): Promise<LookUp<Found>> {
  const page = await askForOrders(api, key, priorityOf(asker));
  if (page.is === 'failed') return page;
  const observedAt = clock.now();
  const { orders, listed } = page.body;
  const fitting = listed.nodes.filter((order) => isOrderOf(order, key));
  // The one that is meant may stand behind those that were read; a number that fits is the order's own.
  const isWhole = !listed.pageInfo.hasNextPage || (key.by === 'name' && fitting.length === 1);
  if (!isWhole) return { is: 'none', because: 'several', observedAt };
  if (fitting.length === 0) return { is: 'none', because: 'not-found', observedAt };
  return { is: 'found', record: { fitting, whole: orders.nodes }, observedAt };
}

/**
 * The only one, or the one that was chosen among them: a choice never points at an order that does not fit. Of an address the only one that
 * is left is not taken for another one that was chosen; a number says by itself which order it means.
 */
function theOne(
  fitting: readonly ShopifyListedOrder[],
  by: OrderKey['by'],
  chosen: string | undefined,
): string | undefined {
  const [only, ...others] = fitting;
  const isClear = others.length === 0 && (by === 'name' || chosen === undefined);
  return isClear ? only?.id : fitting.find(({ id }) => id === chosen)?.id;
}

const priorityOf = (asker: Asker) => (asker.freshness === 'newest' ? 'person' : 'background');
