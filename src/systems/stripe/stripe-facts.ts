import type { FactField } from '../system.ts';
import { chargeFacts } from './charge-facts.ts';
import { customerFacts } from './customer-facts.ts';
import { disputeFacts } from './dispute-facts.ts';
import { comparedFacts } from './double-payments.ts';
import { historyFacts } from './history-facts.ts';
import { paymentIntentFacts } from './payment-intent-facts.ts';
import { fieldsOf } from './record-fact.ts';
import { refundFacts } from './refund-facts.ts';
import { subscriptionFacts } from './subscription-facts.ts';

/** The catalogue by name, for the checker of SOPs. */
export const stripeFactFields: readonly FactField[] = [
  ...fieldsOf('customer', { ...customerFacts, ...historyFacts }),
  ...fieldsOf('charge', { ...chargeFacts, ...comparedFacts }),
  ...fieldsOf('payment_intent', paymentIntentFacts),
  ...fieldsOf('refund', refundFacts),
  ...fieldsOf('dispute', disputeFacts),
  ...fieldsOf('subscription', subscriptionFacts),
];
