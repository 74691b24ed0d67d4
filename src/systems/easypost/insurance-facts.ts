import type { Insurance } from './easypost-schemas.ts';
import { date, day, dollars, reading, text, words, type RecordFacts } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

/** Facts about the insurance of a parcel. */
export const insuranceFacts: RecordFacts<Insurance> = {
  id: { type: text, of: ({ id }) => reading(id) },
  amount: { type: dollars, of: ({ amount }) => reading(moneyOfDollars(amount)) },
  /** `pending` until EasyPost has seen the parcel, then `purchased`; `cancelled`, `failed`. */
  status: { type: text, of: ({ status }) => reading(words(status)) },
  created: { type: date, of: ({ created_at }, dateOf) => day(created_at, dateOf) },
};
