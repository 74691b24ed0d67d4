import type { Calendar } from '../calendar.ts';
import type { Story, StoryCustomer, StoryOrder } from '../story.ts';

type Purchase = {
  readonly calendar: Calendar;
  readonly ticketId: number;
  readonly number: string;
  readonly customer: StoryCustomer;
  readonly subject: string;
  readonly total: string;
  readonly article: string;
  readonly placedDaysAgo: number;
  readonly last4: string;
  readonly text: string;
};

type Bought = Pick<Story, 'ticketId' | 'customer' | 'subject' | 'messages'> & {
  readonly order: StoryOrder;
  readonly payment: NonNullable<Story['payment']>;
};

/** What all tickets about an order share: one article, ordered and paid by card, and a message of its buyer of yesterday. */
export function purchase(given: Purchase): Bought {
  const { calendar, ticketId, customer, subject } = given;
  return {
    ticketId,
    customer,
    subject,
    messages: [
      { at: calendar.ago(1, '10:30'), text: `Hello,\n\n${given.text}\n\nKind regards\n${customer.name}` },
    ],
    order: {
      number: given.number,
      placedAt: calendar.ago(given.placedDaysAgo, '09:20'),
      total: given.total,
      currency: 'USD',
      title: given.article,
      sellable: 12,
    },
    payment: {
      amount: Math.round(Number(given.total) * 100),
      card: { brand: 'visa', last4: given.last4 },
    },
  };
}
