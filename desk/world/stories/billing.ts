import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { trackingCodeOf } from './late-parcel.ts';
import { purchase } from './purchase.ts';
import { readFrom } from './read-from.ts';

/** Tickets on the Billing form: money that was taken, money that did not come back, money that the bank wants. */
export function billing(calendar: Calendar): readonly Story[] {
  return [subscription(calendar), chargedTwice(calendar), owedRefund(calendar), dispute(calendar)];
}

function subscription(calendar: Calendar): Story {
  return {
    ...purchase({
      calendar,
      ticketId: 4534,
      number: '1037',
      customer: { id: 50_047, name: 'Sample Member', email: 'sample.member@example.com' },
      subject: 'Cancel my gas cartridge subscription',
      total: '24.00',
      article: 'Gas cartridges, monthly',
      placedDaysAgo: 10,
      last4: '2205',
      text: 'I do not go camping in winter. Please end my subscription when the month that I have paid for is over.',
    }),
    form: 'Billing',
    tags: ['cancel_subscription'],
    fields: { [FIELDS.orderNumber.id]: '#1037' },
    subscription: {
      status: 'active',
      startedAt: calendar.ago(102, '09:20'),
      items: [
        {
          plan: 'Gas cartridges, monthly',
          amount: 2400,
          currency: 'usd',
          periodEnds: `${calendar.dayIn(20)}T09:20:00Z`,
        },
      ],
    },
    assistant: readFrom('Please end my subscription when the month that I have paid for is over', {
      no: ['effective at once', 'legal threat'],
    }),
    shows:
      'A subscription: it ends with the period that is paid for, which can be taken back until then, and a payment of ten days ago goes back without an argument.',
  };
}

function chargedTwice(calendar: Calendar): Story {
  const bought = purchase({
    calendar,
    ticketId: 4535,
    number: '1038',
    customer: { id: 50_048, name: 'Sample Cyclist', email: 'sample.cyclist@example.com' },
    subject: 'You have charged me twice for #1038',
    total: '72.50',
    article: 'Bicycle lock',
    placedDaysAgo: 9,
    last4: '6040',
    text: 'for order #1038 the same amount was taken from my card twice on the same morning. I ordered one lock.',
  });
  return {
    ...bought,
    form: 'Billing',
    tags: ['charged_twice'],
    fields: { [FIELDS.orderNumber.id]: '#1038' },
    payment: { ...bought.payment, takenAgainAt: calendar.ago(9, '09:21') },
    assistant: readFrom('the same amount was taken from my card twice', { no: ['legal threat'] }),
    shows:
      'Two payments for one order: the second one, which names no order, is the one to pay back, and Payments approves that.',
  };
}

function owedRefund(calendar: Calendar): Story {
  const bought = purchase({
    calendar,
    ticketId: 4536,
    number: '1039',
    customer: { id: 50_049, name: 'Sample Runner', email: 'sample.runner@example.com' },
    subject: 'Where is the refund for #1039?',
    total: '67.00',
    article: 'Trail running shoes, 41',
    placedDaysAgo: 21,
    last4: '1449',
    text: 'you cancelled my order #1039 two weeks ago, and I still wait for my $67.00.',
  });
  return {
    ...bought,
    form: 'Billing',
    tags: ['refund_status'],
    fields: { [FIELDS.orderNumber.id]: '#1039' },
    order: { ...bought.order, isUnsent: true, cancelledAt: calendar.ago(15, '15:00') },
    assistant: readFrom('you cancelled my order #1039 two weeks ago', {
      no: ['chargeback started', 'legal threat'],
      others: { 'expected amount': { value: 'USD 67', quote: 'I still wait for my $67.00' } },
    }),
    shows: 'A cancelled order that nobody refunded: the refund is owed, and proposed at once.',
  };
}

function dispute(calendar: Calendar): Story {
  const bought = purchase({
    calendar,
    ticketId: 4537,
    number: '1040',
    customer: { id: 50_050, name: 'Sample Sailor', email: 'sample.sailor@example.com' },
    subject: 'My bank is asking for the money of #1040',
    total: '132.00',
    article: 'Life vest',
    placedDaysAgo: 30,
    last4: '8890',
    text: 'the life vest of order #1040 never came, so I have asked my bank for the money.',
  });
  return {
    ...bought,
    form: 'Billing',
    tags: ['dispute_received'],
    fields: { [FIELDS.orderNumber.id]: '#1040' },
    order: { ...bought.order, promisedAt: calendar.ago(24, '18:00'), deliveredAt: calendar.ago(25, '12:40') },
    payment: {
      ...bought.payment,
      dispute: {
        status: 'needs_response',
        reason: 'product_not_received',
        dueBy: `${calendar.dayIn(10)}T23:59:59Z`,
      },
    },
    parcel: {
      trackingCode: trackingCodeOf('1040'),
      carrier: 'UPS',
      status: 'delivered',
      statusDetail: 'arrived_at_destination',
      lastScanAt: calendar.ago(25, '12:40'),
    },
    assistant: readFrom('the life vest of order #1040 never came', { no: ['legal threat'] }),
    shows:
      'A dispute over a parcel that the carrier delivered: the proof goes to the bank once Payments has approved it, and nothing is refunded.',
  };
}
