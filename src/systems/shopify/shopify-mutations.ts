import { draftFields, orderFields, refundFields } from './document-fragments.ts';

/** Everything that is changed in Shopify. Validated against the schema of the version in `shopify-documents.ts`. */
export const shopifyMutations = {
  /** The key stands on the field. The schema does not demand it, Shopify does. Source: https://shopify.dev/docs/api/usage/implementing-idempotency */
  refund: /* GraphQL */ `
    mutation SignoffRefund($input: RefundInput!, $key: String!) {
      refundCreate(input: $input) @idempotent(key: $key) {
        refund {
          ...SignoffRefund
        }
        userErrors {
          field
          message
        }
      }
    }
    ${refundFields}
  `,
  cancel: /* GraphQL */ `
    mutation SignoffCancel(
      $order: ID!
      $reason: OrderCancelReason!
      $restock: Boolean!
      $refundMethod: OrderCancelRefundMethodInput!
      $notify: Boolean!
      $staffNote: String!
    ) {
      orderCancel(
        orderId: $order
        reason: $reason
        restock: $restock
        refundMethod: $refundMethod
        notifyCustomer: $notify
        staffNote: $staffNote
      ) {
        job {
          id
          done
        }
        orderCancelUserErrors {
          field
          message
        }
      }
    }
  `,
  giveStoreCredit: /* GraphQL */ `
    mutation SignoffGiveStoreCredit($id: ID!, $credit: StoreCreditAccountCreditInput!) {
      storeCreditAccountCredit(id: $id, creditInput: $credit) {
        storeCreditAccountTransaction {
          id
          amount {
            amount
            currencyCode
          }
          balanceAfterTransaction {
            amount
            currencyCode
          }
        }
        userErrors {
          field
          message
        }
      }
    }
  `,
  updateOrder: /* GraphQL */ `
    mutation SignoffUpdateOrder($input: OrderInput!) {
      orderUpdate(input: $input) {
        order {
          ...SignoffOrder
        }
        userErrors {
          field
          message
        }
      }
    }
    ${orderFields}
  `,
  addTag: /* GraphQL */ `
    mutation SignoffAddTag($order: ID!, $tags: [String!]!) {
      tagsAdd(id: $order, tags: $tags) {
        node {
          ...SignoffOrder
        }
        userErrors {
          field
          message
        }
      }
    }
    ${orderFields}
  `,
  removeTag: /* GraphQL */ `
    mutation SignoffRemoveTag($order: ID!, $tags: [String!]!) {
      tagsRemove(id: $order, tags: $tags) {
        node {
          ...SignoffOrder
        }
        userErrors {
          field
          message
        }
      }
    }
    ${orderFields}
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
