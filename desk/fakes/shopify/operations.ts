import { cancelOrder, jobJson } from './cancellations.ts';
import { completeDraft, createDraft, readDraftInput } from './draft-orders.ts';
import { customerJson, draftJson, orderJson, refundJson } from './json-of.ts';
import { changeTags, updateOrder } from './order-updates.ts';
import { createRefund, suggestedRefund } from './refunds.ts';
import { searchOrders } from './search-orders.ts';
import { orderOf, plainId, type ShopifyState } from './state.ts';
import { creditAccountsJson, giveStoreCredit } from './store-credit.ts';

type Resolve = (
  state: ShopifyState,
  variables: Readonly<Record<string, unknown>>,
  now: string,
) => Readonly<Record<string, unknown>> | ShopifyError | undefined;

/** GraphQL says no with HTTP 200. */
export class ShopifyError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ShopifyError';
    this.code = code;
  }
}

/** By the names of our documents; undefined where the variables have another form than the schema says. */
export const operations: Readonly<Record<string, Resolve>> = {
  SignoffShop: (state) => ({ shop: { name: state.shop } }),
  SignoffOrders: (state, { query }) => {
    const found = typeof query === 'string' ? searchOrders(state, query) : undefined;
    const nodes = found?.map((order) => orderJson(order, state));
    return nodes && { orders: page(nodes, 2), listed: page(nodes, 20) };
  },
  SignoffOrderById: (state, { id }) => ({ order: jsonOf(state, id) }),
  SignoffCustomer: (state, { email }) => {
    if (typeof email !== 'string') return undefined;
    const customer = customerOf(state, { emailAddress: email });
    return { customerByIdentifier: customer === undefined ? null : customerJson(customer, state) };
  },
  SignoffStoreCredit: (state, { identifier }) => {
    if (typeof identifier !== 'object' || identifier === null) return undefined;
    const customer = customerOf(state, identifier);
    if (customer === undefined) return { customerByIdentifier: null };
    const storeCreditAccounts = creditAccountsJson(state, customer.id);
    return { customerByIdentifier: { ...customerJson(customer, state), storeCreditAccounts } };
  },
  SignoffRefundState: (state, { order: id }) => {
    const order = orderOf(state, id);
    if (order === undefined) return { order: null };
    const refunds = (order.refunds ?? []).slice(0, 25).map((refund) => refundJson(refund, order));
    return { order: { ...orderJson(order, state), suggestedRefund: suggestedRefund(order), refunds } };
  },
  SignoffRefund: (state, variables, now) => {
    const answer = createRefund(state, variables, now);
    if (answer?.is === 'error') return new ShopifyError(answer.code, answer.message);
    return answer && { refundCreate: answer.payload };
  },
  SignoffCancel: (state, variables, now) => {
    const orderCancel = cancelOrder(state, variables, now);
    return orderCancel && { orderCancel };
  },
  SignoffCancellationOf: (state, { order }) => ({ order: jsonOf(state, order) }),
  SignoffCancelJob: (state, { job: id, order }) => {
    const job = state.jobs.find((candidate) => typeof id === 'string' && candidate.id === plainId(id));
    return { job: job === undefined ? null : jobJson(job), order: jsonOf(state, order) };
  },
  SignoffGiveStoreCredit: (state, variables, now) => {
    const storeCreditAccountCredit = giveStoreCredit(state, variables, now);
    return storeCreditAccountCredit && { storeCreditAccountCredit };
  },
  SignoffUpdateOrder: (state, variables) => {
    const orderUpdate = updateOrder(state, variables);
    return orderUpdate && { orderUpdate };
  },
  SignoffAddTag: (state, variables) => {
    const tagsAdd = changeTags(state, 'add', variables);
    return tagsAdd && { tagsAdd };
  },
  SignoffRemoveTag: (state, variables) => {
    const tagsRemove = changeTags(state, 'remove', variables);
    return tagsRemove && { tagsRemove };
  },
  SignoffReshipState: (state, { order }) => {
    const drafts = state.drafts.toReversed().map((draft) => draftJson(draft, state));
    return { order: jsonOf(state, order), draftOrders: page(drafts, 50) };
  },
  SignoffCreateDraft: (state, { input }, now) => {
    const draft = readDraftInput(input);
    return draft && { draftOrderCreate: createDraft(state, draft, now) };
  },
  SignoffCompleteDraft: (state, { id }, now) =>
    typeof id === 'string' ? { draftOrderComplete: completeDraft(state, id, now) } : undefined,
};

function jsonOf(state: ShopifyState, id: unknown) {
  const order = orderOf(state, id);
  return order === undefined ? null : orderJson(order, state);
}

function customerOf(state: ShopifyState, identifier: object) {
  const { emailAddress, id } = { emailAddress: undefined, id: undefined, ...identifier };
  const [email, gid]: unknown[] = [emailAddress, id];
  return state.customers.find((customer) =>
    typeof email === 'string'
      ? customer.email.toLowerCase() === email.toLowerCase()
      : typeof gid === 'string' && customer.id === plainId(gid),
  );
}

function page<T>(nodes: readonly T[], first: number) {
  return { nodes: nodes.slice(0, first), pageInfo: { hasNextPage: nodes.length > first } };
}
