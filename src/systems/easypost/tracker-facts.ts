import { carrierStatus, statusDetail } from './carrier-status.ts';
import type { Tracker } from './easypost-schemas.ts';
import { count, date, day, reading, text, type RecordFacts } from './record-fact.ts';

/** Where a parcel is. */
export const trackerFacts: RecordFacts<Tracker> = {
  status: { type: text, of: carrierStatus },
  status_detail: { type: text, of: statusDetail },
  tracking_code: { type: text, of: ({ tracking_code }) => reading(tracking_code) },
  carrier: { type: text, of: ({ carrier }) => reading(carrier) },
  public_url: { type: text, of: ({ public_url }) => reading(public_url) },
  signed_by: { type: text, of: ({ signed_by }) => reading(signed_by) },
  est_delivery_date: { type: date, of: ({ est_delivery_date }, dateOf) => day(est_delivery_date, dateOf) },
  /** The day of the last scan that says delivered. */
  delivered_at: {
    type: date,
    of: ({ tracking_details }, dateOf) =>
      day(tracking_details.findLast(({ status }) => status === 'delivered')?.datetime, dateOf),
  },
  /** The day of the last scan, whatever it says: how long nobody has seen the parcel. */
  last_scan_at: {
    type: date,
    of: ({ tracking_details }, dateOf) => day(tracking_details.at(-1)?.datetime, dateOf),
  },
  scans: { type: count, of: ({ tracking_details }) => reading(tracking_details.length) },
};
