import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { purchase } from './purchase.ts';

/** Tickets whose form wants a field before they are solved, and whose status is one of the account's own. */
export function guarantees(calendar: Calendar): readonly Story[] {
  return [
    {
      ...purchase({
        calendar,
        ticketId: 4542,
        number: '1046',
        customer: { id: 50_055, name: 'Sample Cook', email: 'sample.cook@example.com' },
        subject: 'Guarantee for my stove',
        total: '79.00',
        article: 'Camping stove, gas',
        placedDaysAgo: 6,
        last4: '2468',
        text: 'my stove of order #1046 has arrived. Its serial number is CS-40917. Please register the guarantee.',
      }),
      form: 'Guarantee',
      fields: { [FIELDS.orderNumber.id]: '#1046' },
      shows:
        'The form wants a serial number before the ticket is solved: the card says so before anybody approves. Fill it in, submit, compute again.',
    },
  ];
}
