import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { declaredName, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead } from '../look-up/look-up.ts';
import type { System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { checkStripe } from './check-stripe.ts';
import { readStripeFact } from './read-stripe-fact.ts';
import { stripeActions } from './stripe-actions.ts';
import { createStripeApi } from './stripe-api.ts';
import { stripeFactFields } from './stripe-facts.ts';
import { createStripeRecords } from './stripe-records.ts';

export type StripeSettings = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
  /** The total of the ticket's order as canonical money; finds the payment where none names the order. Default: the fact `order value`. */
  readonly orderAmount?: (context: ActionContext) => Promise<string | undefined>;
};

/** Records that are looked up by the order number, where no other key is declared. */
const recordsOfOrders: readonly string[] = ['charge', 'payment_intent', 'refund', 'dispute'];

/** Stripe behind the ports: customers, payments, disputes and subscriptions as facts, and what can be done about them. */
export function createStripeSystem({ transport, clock, dateOf, orderAmount }: StripeSettings): System {
  const api = createStripeApi(transport);
  const finder = { records: createStripeRecords(api, clock), dateOf, now: () => clock.now() };
  return {
    name: 'stripe',
    facts: stripeFactFields,
    keyFacts: (source, declarations, declared) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      if (declaration !== undefined) return [declaration.by];
      const order = recordsOfOrders.includes(source.record)
        ? declaredName(declared, 'order number')
        : undefined;
      return order === undefined ? [] : [order];
    },
    read: async (request) => answerRead(request, await readStripeFact(finder, request)),
    check: () => checkStripe(transport),
    actions: stripeActions({ api, clock, finder, orderAmount }),
  };
}
