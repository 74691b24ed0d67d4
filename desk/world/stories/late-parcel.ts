import type { EasyPostStatus } from '../../fakes/easypost/seed.ts';
import type { Calendar } from '../calendar.ts';
import type { Story, StoryCustomer } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';

type LateParcel = {
  readonly calendar: Calendar;
  readonly ticketId: number;
  readonly number: string;
  readonly customer: StoryCustomer;
  readonly subject: string;
  /** Decimal text in the currency's units, and the currency where it is not USD. */
  readonly total: string;
  readonly currency?: string;
  readonly article: string;
  readonly promisedDaysAgo: number;
  readonly carrier: { readonly status: EasyPostStatus; readonly detail: string };
  readonly last4: string;
  /** How the customer begins, where it is not with the number of the order. */
  readonly opening?: string;
  /** How the customer goes on. */
  readonly message: string;
};

/**
 * The story that all late parcels share: an order that was promised, paid by card and sent, and a customer who asks where it is. The
 * stand-in for the assistant says that nobody threatens with a lawyer.
 */
export function lateParcel(given: LateParcel): Omit<Story, 'shows'> {
  const { calendar, number, customer, promisedDaysAgo } = given;
  const opening = given.opening ?? `my order #${number} has not arrived`;
  const text = `Hello,\n\n${opening}. ${given.message}\n\nKind regards\n${customer.name}`;
  return {
    ticketId: given.ticketId,
    customer,
    subject: given.subject,
    form: 'Shipping',
    tags: ['late_parcel'],
    fields: { [FIELDS.orderNumber.id]: `#${number}`, [FIELDS.shipException.id]: 'reported' },
    messages: [{ at: calendar.ago(1, '16:20'), text }],
    order: {
      number,
      placedAt: calendar.ago(promisedDaysAgo + 6, '10:05'),
      total: given.total,
      currency: given.currency ?? 'USD',
      title: given.article,
      sellable: 24,
      promisedAt: calendar.ago(promisedDaysAgo, '18:00'),
    },
    payment: {
      amount: Math.round(Number(given.total) * 100),
      card: { brand: 'visa', last4: given.last4 },
    },
    parcel: {
      trackingCode: trackingCodeOf(number),
      carrier: 'UPS',
      status: given.carrier.status,
      statusDetail: given.carrier.detail,
      lastScanAt: calendar.ago(promisedDaysAgo + 1, '08:30'),
      estDeliveryDate: calendar.ago(promisedDaysAgo, '18:00'),
    },
    assistant: {
      whenMessageContains: opening,
      facts: { 'legal threat': { value: 'no', quote: opening } },
    },
  };
}

export const LOST = { status: 'failure', detail: 'lost' } as const;
export const IN_TRANSIT = { status: 'in_transit', detail: 'in_transit' } as const;

/** The code under which the carrier knows the parcel of an order. */
export const trackingCodeOf = (number: string): string => `EZ${number}0000${number}`;
