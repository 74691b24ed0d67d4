import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { purchase } from './purchase.ts';
import { readFrom } from './read-from.ts';

/** Tickets on the Orders form: what a buyer wants changed before the parcel leaves. */
export function orders(calendar: Calendar): readonly Story[] {
  return [cancellation(calendar), addressChange(calendar)];
}

function cancellation(calendar: Calendar): Story {
  const bought = purchase({
    calendar,
    ticketId: 4528,
    number: '1031',
    customer: { id: 50_041, name: 'Sample Camper', email: 'sample.camper@example.com' },
    subject: 'Please cancel order #1031',
    total: '86.00',
    article: 'Camping chair, folding',
    placedDaysAgo: 1,
    last4: '4821',
    text: 'please cancel my order #1031. I have found my old camping chair again.',
  });
  return {
    ...bought,
    form: 'Orders',
    fields: { [FIELDS.orderNumber.id]: '#1031', [FIELDS.orderRequest.id]: 'cancel_order' },
    order: { ...bought.order, isUnsent: true },
    assistant: readFrom('please cancel my order #1031', { no: ['part only', 'legal threat'] }),
    shows:
      'An order that is still in the warehouse: Logistics approves its cancellation, and Shopify is read again before anything is refunded.',
  };
}

const NEW_ADDRESS = '22 Sample Lane, Springfield, 12346, United States';

function addressChange(calendar: Calendar): Story {
  const bought = purchase({
    calendar,
    ticketId: 4529,
    number: '1032',
    customer: { id: 50_042, name: 'Sample Mover', email: 'sample.mover@example.com' },
    subject: 'Wrong address in order #1032',
    total: '145.00',
    article: 'Cool box, 32 l',
    placedDaysAgo: 1,
    last4: '7730',
    text: `I have moved. Please send order #1032 to ${NEW_ADDRESS}.`,
  });
  return {
    ...bought,
    form: 'Orders',
    fields: { [FIELDS.orderNumber.id]: '#1032', [FIELDS.orderRequest.id]: 'change_address' },
    order: { ...bought.order, isUnsent: true },
    assistant: readFrom('I have moved. Please send order #1032', {
      no: ['legal threat'],
      others: { 'new address': { value: NEW_ADDRESS, quote: `Please send order #1032 to ${NEW_ADDRESS}` } },
    }),
    shows:
      'A new address after ordering: the buyer has paid for it, somebody judges the address, and Logistics changes it.',
  };
}
