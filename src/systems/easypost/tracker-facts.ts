import type { FactField } from '../system.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { carrierStatus, statusDetail } from './carrier-status.ts';
import type { Tracker } from './tracker-schema.ts';

type TrackerFact = { readonly type: FactType; readonly of: (tracker: Tracker, dateOf: DateOf) => Reading };

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;

export const trackerFacts: Readonly<Record<string, TrackerFact>> = {
  status: { type: text, of: carrierStatus },
  status_detail: { type: text, of: statusDetail },
  tracking_code: { type: text, of: ({ tracking_code }) => reading(tracking_code) },
  carrier: { type: text, of: ({ carrier }) => reading(carrier) },
  public_url: { type: text, of: ({ public_url }) => reading(public_url) },
  est_delivery_date: { type: date, of: ({ est_delivery_date }, dateOf) => day(est_delivery_date, dateOf) },
  /** The day of the last scan that says delivered. */
  delivered_at: {
    type: date,
    of: ({ tracking_details }, dateOf) =>
      day(tracking_details.findLast(({ status }) => status === 'delivered')?.datetime, dateOf),
  },
};

/** The catalogue by name, for the checker of SOPs. */
export const trackerFactFields: readonly FactField[] = Object.entries(trackerFacts).map(
  ([field, { type }]) => ({
    record: 'tracker',
    field,
    type,
  }),
);

function reading(value: string | null | undefined): Reading {
  return value == null || value === '' ? { is: 'empty' } : { is: 'value', value };
}

function day(instant: string | null | undefined, dateOf: DateOf): Reading {
  return instant == null || Number.isNaN(Date.parse(instant))
    ? { is: 'empty' }
    : { is: 'value', value: dateOf(instant) };
}
