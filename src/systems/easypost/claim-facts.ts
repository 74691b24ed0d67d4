import type { Claim } from './easypost-schemas.ts';
import { date, day, dollars, reading, text, words, type RecordFacts } from './record-fact.ts';
import { moneyOfDollars } from './usd.ts';

/** Facts about one claim. `submitted` and `in review` are states: nothing is paid until it is `approved` or `approved partial`. */
export const claimFacts: RecordFacts<Claim> = {
  id: { type: text, of: ({ id }) => reading(id) },
  /** `damage`, `loss` or `theft`. */
  type: { type: text, of: ({ type }) => reading(type) },
  /** `submitted`, `in review`, `needs action`, `approved`, `approved partial`, `rejected`, `cancelled`. */
  status: { type: text, of: ({ status }) => reading(words(status)) },
  status_detail: { type: text, of: ({ status_detail }) => reading(status_detail) },
  requested_amount: {
    type: dollars,
    of: ({ requested_amount }) => reading(moneyOfDollars(requested_amount)),
  },
  approved_amount: { type: dollars, of: ({ approved_amount }) => reading(moneyOfDollars(approved_amount)) },
  created: { type: date, of: ({ created_at }, dateOf) => day(created_at, dateOf) },
};
