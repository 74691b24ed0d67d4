import type { SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

/** What an answer can be a reason for: a status, any 5xx, or nothing at all. */
type RepeatOn = 409 | 429 | 502 | 503 | 504 | '5xx' | 'nothing';

type RetryRow = {
  /** How often a request is sent at most, the first time included. */
  readonly tries: number;
  readonly on: readonly RepeatOn[];
};

/**
 * What is sent again by itself, and on which answers. Everything that is not here is sent once. 409 and 429 apart, a 4xx is an answer and never a
 * reason. A request that ran into its deadline is not in it either: its answer may still be on the way.
 */
export const retryTable = {
  /** GET, search, a query of GraphQL. */
  read: { tries: 3, on: ['nothing', 429, 502, 503, 504] },
  /** Stripe keeps the first result of a key, a 500 too: sending the same key again would only repeat the error. */
  'same-key': { tries: 3, on: ['nothing', 409, 429] },
  /** A record with an external id of ours; a mutation of Shopify with its key, which keeps no errors. */
  'same-effect': { tries: 3, on: ['nothing', 429, '5xx'] },
  /** Fields of HubSpot and Salesforce, a record of Salesforce by its external id. */
  'same-values': { tries: 2, on: ['nothing', 429, '5xx'] },
  /** A ticket update changes its own stamp, so only an answer that says “not now” allows another try. */
  unsent: { tries: 2, on: [429] },
  never: { tries: 1, on: [] },
} as const satisfies Record<SystemRequest['repeat'], RetryRow>;

/** Whether the row of a request lets it be sent again after this answer. */
export function isWorthRepeating(repeat: SystemRequest['repeat'], answer: WireAnswer): boolean {
  const { on }: RetryRow = retryTable[repeat];
  return on.some((reason) => fits(reason, answer));
}

function fits(reason: RepeatOn, answer: WireAnswer): boolean {
  if (answer.is === 'nothing') return reason === 'nothing';
  return reason === '5xx' ? answer.status >= 500 : answer.status === reason;
}
