import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { IN_TRANSIT, LOST, lateParcel } from './late-parcel.ts';

/** Late parcels where more than one record fits: nobody but the rep says which one is meant. */
export function severalRecords(calendar: Calendar): readonly Story[] {
  return [twoOrders(calendar), twoPayments(calendar)];
}

function twoOrders(calendar: Calendar): Story {
  const story = lateParcel({
    calendar,
    ticketId: 4539,
    number: '1042',
    customer: { id: 50_052, name: 'Sample Wanderer', email: 'sample.wanderer@example.com' },
    subject: 'My parcel is not here',
    total: '84.00',
    article: 'Walking boots, 42',
    promisedDaysAgo: 8,
    carrier: LOST,
    last4: '6011',
    opening: 'my parcel with the boots has not arrived',
    message: 'I have ordered something else from you as well, but this is about the boots.',
  });
  const { order, payment, parcel } = lateParcel({
    calendar,
    ticketId: 4539,
    number: '1043',
    customer: story.customer,
    subject: story.subject,
    total: '19.50',
    article: 'Gaiters, pair',
    promisedDaysAgo: 1,
    carrier: IN_TRANSIT,
    last4: '6011',
    message: '',
  });
  if (order === undefined || payment === undefined || parcel === undefined)
    throw new Error('A late parcel has an order, a payment and a parcel.');
  return {
    ...story,
    fields: { [FIELDS.shipException.id]: 'reported' },
    alsoBought: [{ order, payment, parcel }],
    shows:
      'Two orders of one customer, and no order number on the ticket: the rep says which one is meant. The boots are lost, the gaiters are not late yet.',
  };
}

function twoPayments(calendar: Calendar): Story {
  const story = lateParcel({
    calendar,
    ticketId: 4540,
    number: '1044',
    customer: { id: 50_053, name: 'Sample Angler', email: 'sample.angler@example.com' },
    subject: 'Fishing rod lost on the way',
    total: '110.00',
    article: 'Fishing rod, travel',
    promisedDaysAgo: 7,
    carrier: LOST,
    last4: '7004',
    message: 'The tracking page says that it is lost.',
  });
  const { payment } = story;
  return {
    ...story,
    ...(payment === undefined
      ? {}
      : { payment: { ...payment, takenAgainAt: calendar.ago(13, '10:09'), isOrderNamedAgain: true } }),
    shows:
      'Two payments name this order: the refund cannot be approved before the rep has chosen the payment, and it reaches that one alone.',
  };
}
