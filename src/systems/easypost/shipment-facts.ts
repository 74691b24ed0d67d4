import type { Shipment } from './easypost-schemas.ts';
import { date, day, dollars, reading, text, words, type RecordFacts } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

/** Facts about the label of a parcel, where it was bought with EasyPost. */
export const shipmentFacts: RecordFacts<Shipment> = {
  id: { type: text, of: ({ id }) => reading(id) },
  /** Nothing until a refund was asked for; then `submitted`, `refunded`, `rejected` or `not applicable`. */
  refund_status: {
    type: text,
    of: ({ refund_status: status }) => reading(status == null ? undefined : words(status)),
  },
  /** What the label cost. */
  postage: {
    type: dollars,
    of: ({ selected_rate: rate }) =>
      reading((rate?.currency ?? 'USD') === 'USD' ? moneyOfDollars(rate?.rate) : undefined),
  },
  insured_for: { type: dollars, of: ({ insurance }) => reading(moneyOfDollars(insurance)) },
  created: { type: date, of: ({ created_at }, dateOf) => day(created_at, dateOf) },
};
