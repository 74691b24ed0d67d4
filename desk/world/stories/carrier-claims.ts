import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { trackingCodeOf } from './late-parcel.ts';
import { purchase } from './purchase.ts';
import { readFrom } from './read-from.ts';

/** Tickets on the Carrier claims form: opened for a customer who has their money already. */
export function carrierClaims(calendar: Calendar): readonly Story[] {
  const bought = purchase({
    calendar,
    ticketId: 4538,
    number: '1041',
    customer: { id: 50_051, name: 'Sample Cook', email: 'sample.cook@example.com' },
    subject: 'Claim for the lost parcel of #1041',
    total: '96.00',
    article: 'Camping cookware, four pieces',
    placedDaysAgo: 18,
    last4: '3007',
    text: 'thank you for the refund. As you asked: the parcel of order #1041 has not turned up since.',
  });
  return [
    {
      ...bought,
      form: 'Carrier claims',
      fields: {
        [FIELDS.orderNumber.id]: '#1041',
        [FIELDS.shipException.id]: 'resolved-refunded',
        [FIELDS.claimKind.id]: 'claim_lost',
      },
      payment: { ...bought.payment, refunded: bought.payment.amount },
      order: { ...bought.order, promisedAt: calendar.ago(12, '18:00') },
      parcel: {
        trackingCode: trackingCodeOf('1041'),
        carrier: 'UPS',
        status: 'failure',
        statusDetail: 'lost',
        lastScanAt: calendar.ago(13, '07:50'),
      },
      insurance: { amount: '96.00', status: 'purchased', createdAt: calendar.ago(18, '11:00') },
      assistant: readFrom('the parcel of order #1041 has not turned up since', {
        no: ['parcel arrived', 'legal threat'],
      }),
      shows:
        'A claim for an insured parcel after the customer was refunded: Logistics approves it, and the run waits until EasyPost shows what the insurer says.',
    },
  ];
}
