import { impossible } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import { factText, requesterEmail } from '../look-up/fact-text.ts';
import { subscriptionChoice } from './choices.ts';
import { findRequesterSubscriptions, isOver } from './find-subscription.ts';
import type { Finder } from './finder.ts';
import { occasionOfAction, type Occasion } from './occasion.ts';
import { dayOf, words } from './record-fact.ts';
import type { StripeSubscription } from './stripe-schemas.ts';
import { subscriptionUrl } from './stripe-urls.ts';
import { amountOf, periodEnds, planOf } from './subscription-facts.ts';

/** To end with its period, or to go on. */
export type SubscriptionChange = 'cancel' | 'keep';

/** Finds the requester's subscription and says when it would end or renew. */
export async function prepareSubscription(
  { finder, change }: { readonly finder: Finder; readonly change: SubscriptionChange },
  { parameters }: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const occasion = occasionOfAction(context, freshness, ['subscription']);
  const all = await findRequesterSubscriptions(finder, occasion);
  if (all.is === 'failed') return { is: 'impossible', failure: all.failure };
  if (all.is === 'none') return impossible('unclear-target', whyNone(all.because, context));
  const chosen = context.chosen('stripe', 'subscription');
  const isGone = chosen !== undefined && all.record.every(({ id }) => id !== chosen);
  const declared = factText(parameters['subscription']) ?? declaredSubscription(occasion);
  const named = declared ?? (isGone ? undefined : chosen);
  const running = all.record.filter((subscription) => !isOver(subscription));
  const fitting = named === undefined ? running : all.record.filter(({ id }) => id === named);
  const [subscription, ...others] = fitting;
  if (subscription === undefined) {
    return impossible(
      'unclear-target',
      named === undefined
        ? 'The requester has no subscription that runs.'
        : `${named} is no subscription of the requester.`,
    );
  }
  if (others.length > 0 || (isGone && declared === undefined)) {
    const unclear = impossible(
      'unclear-target',
      others.length > 0
        ? `The requester has ${fitting.length} subscriptions that run.`
        : 'The subscription that was chosen is not there any more. Choose the one that runs if it is meant.',
    );
    return { ...unclear, choice: subscriptionChoice(fitting, finder.dateOf) };
  }
  const refusal = refusalOf(subscription, change);
  return refusal === undefined ? ready(subscription, change, finder) : impossible('not-allowed', refusal);
}

const declaredSubscription = ({ declared }: Occasion): string | undefined =>
  declared?.key?.startsWith('sub_') === true ? declared.key : undefined;

/** Why a subscription cannot be changed like this; undefined where it can. */
export function refusalOf(subscription: StripeSubscription, change: SubscriptionChange): string | undefined {
  const name = planOf(subscription) ?? subscription.id;
  if (isOver(subscription)) return `The subscription ${name} has ended already.`;
  if (periodEnds(subscription).length !== 1 || subscription.items.has_more)
    return `The prices of the subscription ${name} renew on different days: change it in Stripe.`;
  if (subscription.cancel_at_period_end === (change === 'cancel'))
    return change === 'cancel'
      ? `The subscription ${name} ends with its period already.`
      : `The subscription ${name} renews itself: there is nothing to take back.`;
  return undefined;
}

/** The day on which it ends or renews is part of the target: a renewal in the meantime changes what is approved. */
export function subscriptionTarget(subscription: StripeSubscription) {
  return {
    ids: {
      subscription: subscription.id,
      customer: subscription.customer,
      period_ends: String(periodEnds(subscription)[0] ?? ''),
      ends_then: subscription.cancel_at_period_end ? 'yes' : 'no',
    },
    name: planOf(subscription) ?? subscription.id,
    url: subscriptionUrl(subscription),
  };
}

function ready(
  subscription: StripeSubscription,
  change: SubscriptionChange,
  { dateOf }: Finder,
): Preparation {
  const amount = amountOf(subscription);
  const [end] = periodEnds(subscription);
  const label = change === 'cancel' ? 'subscription_ends' : 'subscription_renews';
  return {
    is: 'ready',
    target: subscriptionTarget(subscription),
    preview: [
      ...(amount === undefined ? [] : [{ label: 'amount', value: amount }]),
      { label: 'status', value: words(subscription.status) },
      ...(end === undefined ? [] : [{ label, value: dayOf(end, dateOf) }]),
    ],
    atMost: {},
  };
}

function whyNone(because: string, { ticket }: ActionContext): string {
  const email = requesterEmail(ticket);
  if (email === undefined) return 'The ticket has no requester address to look for in Stripe.';
  return because === 'not-found'
    ? `Stripe has no customer with the address ${email}.`
    : `${email} has more customers or subscriptions in Stripe than can be told apart.`;
}
