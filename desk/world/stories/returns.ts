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

function returned(given: Return): Omit<Story, 'shows'> {
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

const PHOTO = {
  fileName: 'damage.jpg',
  contentType: 'image/jpeg',
  contentUrl: 'https://signoff-desk.zendesk.com/attachments/token/sample/?name=damage.jpg',
} as const;

/** Tickets on the Returns form: two damaged items, and one that no SOP covers. */
export function returns(calendar: Calendar): readonly Story[] {
  return [
    {
      ...returned({
        calendar,
        ticketId: 4518,
        number: '1021',
        customer: {
          id: 50_021,
          name: 'Sample Office',
          email: 'sample.office@example.com',
          organizationId: 6001,
        },
        subject: 'My lantern arrived broken',
        reason: 'damaged',
        total: '80.00',
        article: 'Camping lantern',
        sellable: 6,
        last4: '4444',
        message: {
          text: 'Hello,\n\nthe glass of the lantern arrived broken, see the photo. What can we do?\n\nSample Office',
          attachments: [PHOTO],
        },
      }),
      assistant: {
        whenMessageContains: 'the glass of the lantern arrived broken',
        facts: { 'damage kind': { value: 'broken', quote: 'the glass of the lantern arrived broken' } },
      },
      shows: 'A damaged item with a photo: somebody judges the photo, then the table decides.',
    },
    {
      ...returned({
        calendar,
        ticketId: 4519,
        number: '1022',
        customer: { id: 50_022, name: 'Sample Subscriber', email: 'sample.subscriber@example.com' },
        subject: 'Scratches on the flask',
        reason: 'damaged',
        total: '34.00',
        article: 'Steel flask, 1 l',
        sellable: 0,
        last4: '0009',
        message: { text: 'Hi, the flask has deep scratches on one side.\n\nSample Subscriber' },
      }),
      assistant: {
        whenMessageContains: 'the flask has deep scratches',
        facts: { 'damage kind': { value: 'scratched', quote: 'the flask has deep scratches' } },
      },
      shows: 'A damaged item without a photo: the customer is asked for one.',
    },
    {
      ...returned({
        calendar,
        ticketId: 4520,
        number: '1023',
        customer: { id: 50_023, name: 'Sample Undecided', email: 'sample.undecided@example.com' },
        subject: 'I would like to send the boots back',
        reason: 'changed_mind',
        total: '129.00',
        article: 'Hiking boots, 42',
        sellable: 11,
        last4: '7004',
        message: {
          text: 'Hello, the boots are fine, but I have changed my mind. How do I send them back?\n\nSample Undecided',
        },
      }),
      shows: 'A return that no SOP covers: it is counted, and nothing is proposed.',
    },
  ];
}
