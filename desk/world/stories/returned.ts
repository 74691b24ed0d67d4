import type { Calendar } from '../calendar.ts';
import type { Story, StoryCustomer, StoryMessage } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';

type Return = {
  readonly calendar: Calendar;
  readonly ticketId: number;
  readonly number: string;
  readonly customer: StoryCustomer;
  readonly subject: string;
  readonly reason: string;
  readonly total: string;
  readonly article: string;
  readonly sellable: number;
  readonly last4: string;
  readonly message: Pick<StoryMessage, 'text' | 'attachments'>;
};

/** The story that all returns share: an order that was delivered four days ago, and a customer who is not content with it. */
export function returned(given: Return): Omit<Story, 'shows'> {
  const { calendar, number } = given;
  return {
    ticketId: given.ticketId,
    customer: given.customer,
    subject: given.subject,
    form: 'Returns',
    tags: ['returns'],
    fields: { [FIELDS.orderNumber.id]: `#${number}`, [FIELDS.returnReason.id]: given.reason },
    messages: [{ at: calendar.ago(1, '11:45'), ...given.message }],
    order: {
      number,
      placedAt: calendar.ago(10, '20:15'),
      total: given.total,
      currency: 'USD',
      title: given.article,
      sellable: given.sellable,
      promisedAt: calendar.ago(4, '18:00'),
      deliveredAt: calendar.ago(4, '14:20'),
    },
    payment: {
      amount: Math.round(Number(given.total) * 100),
      card: { brand: 'mastercard', last4: given.last4 },
    },
    parcel: {
      trackingCode: `EZ${number}0000${number}`,
      carrier: 'UPS',
      status: 'delivered',
      statusDetail: 'arrived_at_destination',
      lastScanAt: calendar.ago(4, '14:20'),
    },
  };
}
