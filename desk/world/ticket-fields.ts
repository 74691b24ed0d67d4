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
} as const satisfies Record<string, TicketFieldSeed>;

export const FORMS = {
  shipping: { id: 8001, name: 'Shipping', fieldIds: [FIELDS.orderNumber.id, FIELDS.shipException.id] },
  returns: { id: 8002, name: 'Returns', fieldIds: [FIELDS.orderNumber.id, FIELDS.returnReason.id] },
  general: { id: 8003, name: 'General', fieldIds: [FIELDS.orderNumber.id] },
} as const satisfies Record<string, TicketFormSeed>;
