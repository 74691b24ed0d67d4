/** Lines and fulfilments of one order that are asked for; an order with more is said to be unclear. Sized to stay within the cost of one query. */
const mostLines = 40;
const mostFulfilments = 10;

/** Refunds of an order that its facts are made of; an order with more of them leaves these facts unknown. */
export const mostRefunds = 10;

/** An order with everything that facts and actions read of it. */
export const orderFields = /* GraphQL */ `
  fragment SignoffOrder on Order {
    id
    legacyResourceId
    name
    email
    createdAt
    cancelledAt
    closed
    note
    tags
    displayFinancialStatus
    displayFulfillmentStatus
    presentmentCurrencyCode
    refundable
    totalPriceSet { presentmentMoney { amount currencyCode } }
    totalRefundedSet { presentmentMoney { amount currencyCode } }
    netPaymentSet { presentmentMoney { amount currencyCode } }
    refunds(first: ${mostRefunds}) { createdAt }
    risk { assessments { riskLevel } }
    customer { id displayName defaultEmailAddress { emailAddress } }
    shippingAddress { firstName lastName company address1 address2 city zip provinceCode countryCodeV2 phone }
    lineItems(first: ${mostLines}) {
      nodes {
        id
        title
        currentQuantity
        refundableQuantity
        variant { id sellableOnlineQuantity inventoryItem { tracked } }
      }
      pageInfo { hasNextPage }
    }
    fulfillments(first: ${mostFulfilments}) {
      status
      displayStatus
      createdAt
      estimatedDeliveryAt
      deliveredAt
      trackingInfo(first: 5) { number company url }
    }
  }
`;

/** An order with what tells it from others. */
export const listedOrderFields = /* GraphQL */ `
  fragment SignoffListedOrder on Order {
    id
    legacyResourceId
    name
    email
    createdAt
    cancelledAt
    displayFinancialStatus
    displayFulfillmentStatus
    totalPriceSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    customer {
      defaultEmailAddress {
        emailAddress
      }
    }
    lineItems(first: 5) {
      nodes {
        title
        currentQuantity
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

export const draftFields = /* GraphQL */ `
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

/** A refund with the money that moves with it. Five transactions are more than an order is usually paid with. */
export const refundFields = /* GraphQL */ `
  fragment SignoffRefund on Refund {
    id
    note
    createdAt
    transactions(first: 5) {
      nodes {
        id
        kind
        status
        amountSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

export const cancellationFields = /* GraphQL */ `
  fragment SignoffCancellation on Order {
    id
    legacyResourceId
    name
    cancelledAt
    cancellation {
      staffNote
    }
  }
`;
