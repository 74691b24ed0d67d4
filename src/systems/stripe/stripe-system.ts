import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { declaredName, recordDeclaration } from '../look-up/fact-text.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { answerRead } from '../look-up/look-up.ts';
import type { ActionImplementation, System } from '../system.ts';
import type { Transport } from '../transport/transport.ts';
import { checkStripe } from './check-stripe.ts';
import { executeRefund } from './execute-refund.ts';
import { prepareRefund } from './prepare-refund.ts';
import { readStripeFact } from './read-stripe-fact.ts';
import { reconcileRefund } from './reconcile-refund.ts';
import { refundKind } from './refund-kind.ts';
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

/** Stripe behind the ports: customers, payments and disputes as facts, and the refund. */
export function createStripeSystem({ transport, clock, dateOf, orderAmount }: StripeSettings): System {
  const api = createStripeApi(transport);
  const records = createStripeRecords(api, clock);
  const reader = { records, dateOf, now: () => clock.now() };
  const refund: ActionImplementation = {
    kind: refundKind,
    prepare: (proposal, context, freshness) =>
      prepareRefund({ records, orderAmount }, proposal, context, freshness),
    execute: (approval, context) => executeRefund(api, approval, context),
    reconcile: (approval) => reconcileRefund({ api, clock }, approval),
  };
  return {
    name: 'stripe',
    facts: stripeFactFields,
    keyFacts: (source, declarations, declared) => {
      const declaration = recordDeclaration(declarations, source.declaredRecord);
      if (declaration !== undefined) return [declaration.by];
      const order = source.record === 'charge' ? declaredName(declared, 'order number') : undefined;
      return order === undefined ? [] : [order];
    },
    read: async (request) => answerRead(request, await readStripeFact(reader, request)),
    check: () => checkStripe(transport),
    actions: [refund],
  };
}
