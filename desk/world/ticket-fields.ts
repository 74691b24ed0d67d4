import type { TicketFieldSeed, TicketFormSeed } from '../fakes/zendesk/seed.ts';

/** The custom fields of tickets. */
export const FIELDS = {
  orderNumber: { id: 7001, title: 'Order number', type: 'text' },
  returnReason: {
    id: 7002,
    title: 'Return reason',
    type: 'tagger',
    options: [
      { label: 'Damaged', value: 'damaged' },
      { label: 'Wrong item', value: 'wrong_item' },
      { label: 'Changed mind', value: 'changed_mind' },
      { label: 'Wrong size', value: 'wrong_size' },
      { label: 'Other', value: 'other_reason' },
    ],
  },
  shipException: {
    id: 7003,
    title: 'Ship exception',
    type: 'tagger',
    options: [
      { label: 'Reported', value: 'reported' },
      { label: 'Resolved-refunded', value: 'resolved-refunded' },
      { label: 'Resolved-reshipped', value: 'resolved-reshipped' },
    ],
  },
  returnCondition: {
    id: 7004,
    title: 'Return condition',
    type: 'tagger',
    options: [
      { label: 'As new', value: 'return_as_new' },
      { label: 'Used', value: 'return_used' },
      { label: 'Damaged', value: 'return_damaged' },
    ],
  },
  /** A text, because the warehouse writes the currency too: `$64.00`. */
  returnedValue: { id: 7005, title: 'Returned value', type: 'text' },
  orderRequest: {
    id: 7006,
    title: 'Order request',
    type: 'tagger',
    options: [
      { label: 'Cancel order', value: 'cancel_order' },
      { label: 'Change address', value: 'change_address' },
      { label: 'Other', value: 'other_order_request' },
    ],
  },
  accountRequest: {
    id: 7007,
    title: 'Account request',
    type: 'tagger',
    options: [
      { label: 'Reset password', value: 'reset_password' },
      { label: 'Change email', value: 'change_email' },
      { label: 'Reset two-factor', value: 'reset_two_factor' },
      { label: 'Delete data', value: 'delete_data' },
      { label: 'Other', value: 'other_account_request' },
    ],
  },
  claimKind: {
    id: 7012,
    title: 'Claim kind',
    type: 'tagger',
    options: [
      { label: 'Lost', value: 'claim_lost' },
      { label: 'Damaged', value: 'claim_damaged' },
    ],
  },
  claimNumber: { id: 7013, title: 'Claim number', type: 'text' },
  claimResult: {
    id: 7014,
    title: 'Claim result',
    type: 'tagger',
    options: [
      { label: 'Paid', value: 'claim_paid' },
      { label: 'Partly paid', value: 'claim_partly_paid' },
      { label: 'Denied', value: 'claim_denied' },
    ],
  },
  /** Without it a ticket of the form cannot be solved. */
  serialNumber: { id: 7015, title: 'Serial number', type: 'text', isRequiredToSolve: true },
} as const satisfies Record<string, TicketFieldSeed>;

export const FORMS = {
  shipping: { id: 8001, name: 'Shipping', fieldIds: [FIELDS.orderNumber.id, FIELDS.shipException.id] },
  returns: {
    id: 8002,
    name: 'Returns',
    fieldIds: [
      FIELDS.orderNumber.id,
      FIELDS.returnReason.id,
      FIELDS.returnCondition.id,
      FIELDS.returnedValue.id,
    ],
  },
  general: { id: 8003, name: 'General', fieldIds: [FIELDS.orderNumber.id] },
  orders: { id: 8004, name: 'Orders', fieldIds: [FIELDS.orderNumber.id, FIELDS.orderRequest.id] },
  billing: { id: 8005, name: 'Billing', fieldIds: [FIELDS.orderNumber.id] },
  account: { id: 8006, name: 'Account', fieldIds: [FIELDS.accountRequest.id] },
  carrierClaims: {
    id: 8007,
    name: 'Carrier claims',
    fieldIds: [
      FIELDS.orderNumber.id,
      FIELDS.shipException.id,
      FIELDS.claimKind.id,
      FIELDS.claimNumber.id,
      FIELDS.claimResult.id,
    ],
  },
  guarantee: {
    id: 8008,
    name: 'Guarantee',
    fieldIds: [FIELDS.orderNumber.id, FIELDS.serialNumber.id],
  },
} as const satisfies Record<string, TicketFormSeed>;
