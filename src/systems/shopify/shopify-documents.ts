/** The version of the Admin API; it lives one year. Source: https://shopify.dev/docs/api/usage/versioning */
export const shopifyVersion = '2026-10';

/** Lines, fulfilments and numbers of one order that are asked for; an order with more is said to be unclear. Sized to stay within the cost of one query. */
const mostLines = 40;
const mostFulfilments = 10;

const orderFields = /* GraphQL */ `
  fragment SignoffOrder on Order {
    id
    legacyResourceId
    name
    email
    createdAt
    cancelledAt
    displayFinancialStatus
    displayFulfillmentStatus
    totalPriceSet { presentmentMoney { amount currencyCode } }
    customer { id displayName defaultEmailAddress { emailAddress } }
    shippingAddress { firstName lastName company address1 address2 city zip provinceCode countryCodeV2 phone }
    lineItems(first: ${mostLines}) {
      nodes { title currentQuantity variant { id sellableOnlineQuantity inventoryItem { tracked } } }
      pageInfo { hasNextPage }
    }
    fulfillments(first: ${mostFulfilments}) {
      status
      estimatedDeliveryAt
      deliveredAt
      trackingInfo(first: 5) { number company url }
    }
  }
`;

const draftFields = /* GraphQL */ `
  fragment SignoffDraft on DraftOrder {
    id
    name
    status
    createdAt
    customAttributes {
      key
      value
    }
    order {
      id
      legacyResourceId
      name
    }
  }
`;

/** Everything that is sent to Shopify. Validated against the schema of the version above. */
export const shopifyDocuments = {
  shop: /* GraphQL */ `
    query SignoffShop {
      shop {
        name
      }
    }
  `,
  /** Three are enough to know that there are several. */
  orders: /* GraphQL */ `
    query SignoffOrders($query: String!) {
      orders(first: 3, query: $query, sortKey: CREATED_AT, reverse: true) {
        nodes {
          ...SignoffOrder
        }
        pageInfo {
          hasNextPage
        }
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
        defaultEmailAddress {
          emailAddress
        }
        numberOfOrders
        amountSpent {
          amount
          currencyCode
        }
        createdAt
      }
    }
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
  createDraft: /* GraphQL */ `
    mutation SignoffCreateDraft($input: DraftOrderInput!) {
      draftOrderCreate(input: $input) {
        draftOrder {
          ...SignoffDraft
        }
        userErrors {
          field
          message
        }
      }
    }
    ${draftFields}
  `,
  completeDraft: /* GraphQL */ `
    mutation SignoffCompleteDraft($id: ID!) {
      draftOrderComplete(id: $id) {
        draftOrder {
          ...SignoffDraft
        }
        userErrors {
          field
          message
        }
      }
    }
    ${draftFields}
  `,
} as const;
