import type { Calendar } from '../calendar.ts';
import { AGENTS } from '../people.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { purchase } from './purchase.ts';

/** What lies at the depot: a system that no code knows, described in the settings. */
export function heldParcels(calendar: Calendar): readonly Story[] {
  const bought = purchase({
    calendar,
    ticketId: 4541,
    number: '1045',
    customer: { id: 50_054, name: 'Sample Traveller', email: 'sample.traveller@example.com' },
    subject: 'Can my parcel wait for me?',
    total: '54.00',
    article: 'Travel hammock',
    placedDaysAgo: 11,
    last4: '3316',
    text: 'I was not at home when my parcel #1045 came, and I am away for ten days. Can it stay at the depot?',
  });
  return [
    {
      ...bought,
      form: 'Shipping',
      tags: ['at_depot'],
      fields: { [FIELDS.orderNumber.id]: '#1045' },
      viewer: AGENTS.specialist.id,
      atDepot: {
        number: 'DP-1045',
        status: 'waiting',
        arrivedAt: calendar.ago(2, '15:10'),
        kilograms: 0.9,
        fee: '4.50',
      },
      shows:
        'A system of the settings: Logistics is asked by a note and answers in its own sidebar, then the depot holds the parcel, and a status, a field and a tag say so. Each of them can be undone.',
    },
  ];
}
