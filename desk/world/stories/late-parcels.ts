import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { IN_TRANSIT, LOST, lateParcel, trackingCodeOf } from './late-parcel.ts';

/** What can happen to a late parcel, each at a border of the SOP. */
export function lateParcels(calendar: Calendar): readonly Story[] {
  return [
    {
      ...lateParcel({
        calendar,
        ticketId: 4512,
        number: '1001',
        customer: {
          id: 50_001,
          name: 'Sample Customer',
          email: 'sample.customer@example.com',
          organizationId: 6001,
        },
        subject: 'Where is my order #1001?',
        total: '142.10',
        article: 'Rain jacket, blue, M',
        promisedDaysAgo: 9,
        carrier: LOST,
        last4: '4242',
        message:
          'It was promised for last week and the tracking page has not changed for days. Could you check what happened, or refund me?',
      }),
      shows: 'The main walk-through: a parcel of $142.10 is lost, nothing is disputed. Approve all.',
    },
    {
      ...lateParcel({
        calendar,
        ticketId: 4513,
        number: '1002',
        customer: { id: 50_002, name: 'Sample Buyer', email: 'sample.buyer@example.com' },
        subject: 'Backpack lost on the way',
        total: '200.00',
        article: 'Trekking backpack, 45 l',
        promisedDaysAgo: 5,
        carrier: LOST,
        last4: '1881',
        message: 'The carrier says that it is lost. Please refund me.',
      }),
      shows: 'Exactly $200: one cent more than the rep may decide, so it waits for the team lead.',
    },
    {
      ...lateParcel({
        calendar,
        ticketId: 4514,
        number: '1003',
        customer: { id: 50_003, name: 'Sample Shopper', email: 'sample.shopper@example.com' },
        subject: 'Third parcel that does not come',
        total: '96.00',
        article: 'Hiking poles, pair',
        promisedDaysAgo: 7,
        carrier: IN_TRANSIT,
        last4: '0341',
        message: 'This is not the first time. I have asked my bank about the other two orders already.',
      }),
      payment: {
        amount: 9600,
        card: { brand: 'visa', last4: '0341' },
        disputes: ['needs_response', 'under_review'],
      },
      shows: 'Two open disputes of one customer are a Payments case.',
    },
    {
      ...lateParcel({
        calendar,
        ticketId: 4515,
        number: '1004',
        customer: { id: 50_004, name: 'Sample Recipient', email: 'sample.recipient@example.com' },
        subject: 'My stove is late',
        total: '58.40',
        article: 'Camping stove',
        promisedDaysAgo: 2,
        carrier: IN_TRANSIT,
        last4: '5556',
        message: 'It should have been here the day before yesterday.',
      }),
      label: { postage: '6.07' },
      shows: 'Two days late is not late yet: a reply that asks to wait.',
    },
    {
      ...lateParcel({
        calendar,
        ticketId: 4516,
        number: '1005',
        customer: { id: 50_005, name: 'Sample Household', email: 'sample.household@example.com' },
        subject: 'No news from the carrier',
        total: '120.00',
        article: 'Sleeping bag, three seasons',
        promisedDaysAgo: 6,
        carrier: IN_TRANSIT,
        last4: '9995',
        message: 'Do you know where it is?',
      }),
      faults: [{ system: 'easypost', kind: 'down', match: trackingCodeOf('1005') }],
      shows:
        'The carrier does not answer for this parcel: it is tried again, then the run holds and tells Logistics.',
    },
    {
      ...withoutPayment(
        lateParcel({
          calendar,
          ticketId: 4517,
          number: '1006',
          customer: { id: 50_006, name: 'Sample Patron', email: 'sample.patron@example.com' },
          subject: 'Head lamp has not arrived',
          total: '89.00',
          article: 'Head lamp, rechargeable',
          promisedDaysAgo: 8,
          carrier: LOST,
          last4: '1117',
          message: 'I paid with the card of somebody in my family.',
        }),
      ),
      shows:
        'Stripe does not know this customer: how many chargebacks there were is unknown, and unknown is not none.',
    },
  ];
}

function withoutPayment(story: Omit<Story, 'shows'>): Omit<Story, 'shows'> {
  const { payment: _, ...unpaid } = story;
  return unpaid;
}
