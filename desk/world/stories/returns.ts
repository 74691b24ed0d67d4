import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { readFrom } from './read-from.ts';
import { returned } from './returned.ts';

const PHOTO = {
  fileName: 'damage.jpg',
  contentType: 'image/jpeg',
  contentUrl: 'https://signoff-desk.zendesk.com/attachments/token/sample/?name=damage.jpg',
} as const;

/** Tickets on the Returns form: damaged items, a wrong one, a change of mind, and one that no SOP covers. */
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
        reason: 'other_reason',
        total: '129.00',
        article: 'Hiking boots, 42',
        sellable: 11,
        last4: '7004',
        message: {
          text: 'Hello, the boots were a present, and I do not know who ordered them. Can you take them back all the same?\n\nSample Undecided',
        },
      }),
      shows: 'A return that no SOP covers: it is counted, and nothing is proposed.',
    },
    changedMind(calendar),
    wrongItem(calendar),
  ];
}

function changedMind(calendar: Calendar): Story {
  return {
    ...returned({
      calendar,
      ticketId: 4530,
      number: '1033',
      customer: { id: 50_043, name: 'Sample Hiker', email: 'sample.hiker@example.com' },
      subject: 'The gaiters are not for me',
      reason: 'changed_mind',
      total: '64.00',
      article: 'Gaiters, waterproof',
      sellable: 18,
      last4: '3321',
      message: {
        text: 'Hello,\n\nI have changed my mind about the gaiters of order #1033. They are unused. How do I send them back?\n\nSample Hiker',
      },
    }),
    assistant: readFrom('I have changed my mind about the gaiters', { no: ['legal threat'] }),
    shows:
      'A return: somebody judges what can come back, the customer is told how, and the run waits until the warehouse fills in “Return condition” and “Returned value”.',
  };
}

function wrongItem(calendar: Calendar): Story {
  return {
    ...returned({
      calendar,
      ticketId: 4531,
      number: '1034',
      customer: { id: 50_044, name: 'Sample Angler', email: 'sample.angler@example.com' },
      subject: 'I got a hammock instead of a fishing rod',
      reason: 'wrong_item',
      total: '58.00',
      article: 'Fishing rod, telescopic',
      sellable: 9,
      last4: '6612',
      message: {
        text: 'Hello,\n\nthere was a hammock in the parcel of order #1034. I ordered a fishing rod, see the photo.\n\nSample Angler',
        attachments: [{ ...PHOTO, fileName: 'parcel.jpg' }],
      },
    }),
    assistant: readFrom('there was a hammock in the parcel', {
      no: ['ordered by mistake', 'legal threat'],
    }),
    shows:
      'A wrong item with a photo: after the judgement the right one is sent again, with a free label for the wrong one.',
  };
}
