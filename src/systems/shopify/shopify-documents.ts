import {
  cancellationFields,
  draftFields,
  listedOrderFields,
  orderFields,
  refundFields,
} from './document-fragments.ts';

/** The version of the Admin API; it lives one year. Source: https://shopify.dev/docs/api/usage/versioning */
export const shopifyVersion = '2026-10';

/** Orders among which a person chooses; of more than these nobody can. */
export const mostListedOrders = 20;

/** Orders of a customer that lists are made of. */
const mostCustomerOrders = 50;

/** Refunds of one order among which ours is looked for. */
export const mostSearchedRefunds = 25;

/** Every question that is asked of Shopify. Validated against the schema of the version above. */
export const shopifyDocuments = {
  shop: /* GraphQL */ `
    query SignoffShop {
      shop {
        name
      }
    }
  `,
  /** The newest two with everything, since it is mostly one order that fits; and enough of the others to choose between them. */
  orders: /* GraphQL */ `
    query SignoffOrders($query: String!) {
      orders(first: 2, query: $query, sortKey: CREATED_AT, reverse: true) {
        nodes { ...SignoffOrder }
      }
      listed: orders(first: ${mostListedOrders}, query: $query, sortKey: CREATED_AT, reverse: true) {
        nodes { ...SignoffListedOrder }
        pageInfo { hasNextPage }
      }
    }
    ${orderFields}
    ${listedOrderFields}
  `,
  order: /* GraphQL */ `
    query SignoffOrderById($id: ID!) {
      order(id: $id) {
        ...SignoffOrder
      }
    }
    ${orderFields}
  `,
  customer: /* GraphQL */ `
    query SignoffCustomer($email: String!) {
      customerByIdentifier(identifier: { emailAddress: $email }) {
        id
        legacyResourceId
        displayName
        defaultEmailAddress { emailAddress }
        numberOfOrders
        amountSpent { amount currencyCode }
        createdAt
        note
        tags
        orders(first: ${mostCustomerOrders}, sortKey: CREATED_AT, reverse: true) {
          nodes { name cancelledAt closed displayFulfillmentStatus }
          pageInfo { hasNextPage }
        }
      }
    }
  `,
  /** On its own: it needs a right that the other facts do without. */
  storeCredit: /* GraphQL */ `
    query SignoffStoreCredit($identifier: CustomerIdentifierInput!) {
      customerByIdentifier(identifier: $identifier) {
        id
        legacyResourceId
        displayName
        amountSpent {
          currencyCode
        }
        storeCreditAccounts(first: 10) {
          nodes {
            id
            balance {
              amount
              currencyCode
            }
            transactions(first: 5, sortKey: CREATED_AT, reverse: true) {
              nodes {
                createdAt
                amount {
                  amount
                  currencyCode
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `,
  /** What can be given back, to which payments, and the refunds that were made. */
  refundState: /* GraphQL */ `
    query SignoffRefundState($order: ID!) {
      order(id: $order) {
        id
        legacyResourceId
        name
        presentmentCurrencyCode
        totalRefundedSet { presentmentMoney { amount currencyCode } }
        lineItems(first: 40) {
          nodes { id title refundableQuantity }
          pageInfo { hasNextPage }
        }
        suggestedRefund(suggestFullRefund: true) {
          maximumRefundableSet { presentmentMoney { amount currencyCode } }
          suggestedTransactions {
            gateway
            amountSet { presentmentMoney { amount currencyCode } }
            parentTransaction { id }
          }
        }
        refunds(first: ${mostSearchedRefunds}) { ...SignoffRefund }
      }
    }
    ${refundFields}
  `,
  cancellation: /* GraphQL */ `
    query SignoffCancellationOf($order: ID!) {
      order(id: $order) {
        ...SignoffCancellation
      }
    }
    ${cancellationFields}
  `,
  cancelJob: /* GraphQL */ `
    query SignoffCancelJob($job: ID!, $order: ID!) {
      job(id: $job) {
        id
        done
      }
      order(id: $order) {
        ...SignoffCancellation
      }
    }
    ${cancellationFields}
  `,
  /** The newest state of the order, and whether a draft with our key is there already. */
  reshipState: /* GraphQL */ `
    query SignoffReshipState($order: ID!) {
      order(id: $order) {
        ...SignoffOrder
      }
      draftOrders(first: 50, sortKey: ID, reverse: true) {
        nodes {
          ...SignoffDraft
        }
        pageInfo {
          hasNextPage
        }
      }
    }
    ${orderFields}
    ${draftFields}
  `,
} as const;
