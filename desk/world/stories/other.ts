import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';

/** A ticket about something else. */
export function otherTickets(calendar: Calendar): readonly Story[] {
  return [
    {
      ticketId: 4527,
      customer: { id: 50_031, name: 'Sample Accounts', email: 'accounts@example.org', organizationId: 6002 },
      subject: 'New address on our invoices',
      form: 'General',
      messages: [
        {
          at: calendar.ago(2, '08:05'),
          text: 'Good morning,\n\nwe have moved. Please put our new address on the invoices from next month on.\n\nSample Accounts',
        },
      ],
      shows: 'Nothing that an SOP is for: no SOP matches.',
    },
  ];
}
