import { isOpen } from './history-facts.ts';
import { moneyOfUnits } from './minor-units.ts';
import { count, date, dayOf, money, text, words, yesNo, type RecordFacts } from './record-fact.ts';
import type { StripeDispute } from './stripe-schemas.ts';

/** Facts about one dispute. */
export const disputeFacts: RecordFacts<StripeDispute> = {
  id: { type: text, of: ({ id }) => id },
  /** `needs response`, `under review`, `won`, `lost`, `warning needs response` … */
  status: { type: text, of: ({ status }) => words(status) },
  /** `product not received`, `fraudulent`, `duplicate`, `credit not processed` … */
  reason: { type: text, of: ({ reason }) => words(reason) },
  amount: { type: money, of: ({ amount, currency }) => moneyOfUnits(amount, currency) },
  open: { type: yesNo, of: isOpen },
  /** The last day on which the bank takes evidence. */
  evidence_due: {
    type: date,
    of: ({ evidence_details: { due_by: due } }, dateOf) => (due == null ? undefined : dayOf(due, dateOf)),
  },
  past_due: { type: yesNo, of: ({ evidence_details }) => evidence_details.past_due },
  has_evidence: { type: yesNo, of: ({ evidence_details }) => evidence_details.has_evidence },
  /** How often evidence went to the bank; as a rule it takes it once. */
  submissions: { type: count, of: ({ evidence_details }) => evidence_details.submission_count },
  /** Whether the payment can be refunded while the bank decides. */
  charge_refundable: { type: yesNo, of: ({ is_charge_refundable }) => is_charge_refundable },
  created: { type: date, of: ({ created }, dateOf) => dayOf(created, dateOf) },
};
