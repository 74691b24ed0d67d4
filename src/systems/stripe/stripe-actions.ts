import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { ActionImplementation } from '../system.ts';
import { changeSubscription, reconcileSubscription } from './change-subscription.ts';
import { creditCustomer, reconcileCredit } from './credit-customer.ts';
import { creditCustomerKind } from './credit-kind.ts';
import { submitEvidenceKind } from './evidence-kind.ts';
import { executeRefund } from './execute-refund.ts';
import type { Finder } from './finder.ts';
import { prepareCredit } from './prepare-credit.ts';
import { prepareEvidence } from './prepare-evidence.ts';
import { prepareRefund } from './prepare-refund.ts';
import { prepareSubscription, type SubscriptionChange } from './prepare-subscription.ts';
import { reconcileRefund } from './reconcile-refund.ts';
import { refundKind } from './refund-kind.ts';
import type { StripeApi } from './stripe-api.ts';
import { reconcileEvidence, submitEvidence } from './submit-evidence.ts';
import { cancelSubscriptionKind, keepSubscriptionKind } from './subscription-kinds.ts';

type Tools = {
  readonly api: StripeApi;
  readonly clock: Clock;
  readonly finder: Finder;
  readonly orderAmount: ((context: ActionContext) => Promise<string | undefined>) | undefined;
};

/** Every action of Stripe with what it takes to do it. */
export function stripeActions(tools: Tools): readonly ActionImplementation[] {
  const { api, clock, finder } = tools;
  return [
    {
      kind: refundKind,
      prepare: (proposal, context, freshness) => prepareRefund(tools, proposal, context, freshness),
      execute: (approval, context) => executeRefund({ api, clock }, approval, context),
      reconcile: (approval) => reconcileRefund({ api, clock }, approval),
    },
    {
      kind: submitEvidenceKind,
      prepare: (proposal, context, freshness) => prepareEvidence(finder, proposal, context, freshness),
      execute: (approval, context) => submitEvidence(api, approval, context),
      reconcile: (approval) => reconcileEvidence(api, approval),
    },
    subscriptionAction(cancelSubscriptionKind, 'cancel', tools),
    subscriptionAction(keepSubscriptionKind, 'keep', tools),
    {
      kind: creditCustomerKind,
      prepare: (proposal, context, freshness) => prepareCredit(finder, proposal, context, freshness),
      execute: (approval, context) => creditCustomer({ api, clock }, approval, context),
      reconcile: (approval) => reconcileCredit({ api, clock }, approval),
    },
  ];
}

function subscriptionAction(
  kind: ActionKind,
  change: SubscriptionChange,
  { api, finder }: Tools,
): ActionImplementation {
  return {
    kind,
    prepare: (proposal, context, freshness) =>
      prepareSubscription({ finder, change }, proposal, context, freshness),
    execute: (approval, context) => changeSubscription({ api, change }, approval, context),
    reconcile: (approval) => reconcileSubscription({ api, change }, approval),
  };
}
