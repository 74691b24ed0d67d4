import { follow, type LookUp } from '../look-up/look-up.ts';
import { subscriptionChoice } from './choices.ts';
import { findRequesterCustomers } from './find-customers.ts';
import { none, type Finder } from './finder.ts';
import { askerOf, type Occasion } from './occasion.ts';
import type { StripeSubscription } from './stripe-schemas.ts';

/** By the id that the SOP declares, else as the rep has chosen, else the requester's only one; ended ones count where nothing else runs. */
export async function findSubscription(
  finder: Finder,
  occasion: Occasion,
): Promise<LookUp<StripeSubscription>> {
  const { declared, chosen } = occasion;
  if (declared !== undefined && declared.key === undefined) return none('key-missing', finder.now());
  if (declared?.key?.startsWith('sub_') === true)
    return finder.records.subscription(declared.key, askerOf(occasion));
  return follow(await findRequesterSubscriptions(finder, occasion), (all, observedAt) => {
    const wanted = chosen('stripe', 'subscription');
    const meant = all.find(({ id }) => id === wanted);
    const running = all.filter((subscription) => !isOver(subscription));
    const fitting = running.length > 0 ? running : all;
    const [subscription, ...others] = meant === undefined ? fitting : [meant];
    if (subscription === undefined) return none('not-found', observedAt);
    // One that was chosen and is not there any more must not lead to another one.
    return others.length === 0 && (wanted === undefined || wanted === subscription.id)
      ? { is: 'found', record: subscription, observedAt }
      : { ...none('several', observedAt), choice: subscriptionChoice(fitting, finder.dateOf) };
  });
}

/** All subscriptions of the requester, ended ones too. */
export async function findRequesterSubscriptions(
  finder: Finder,
  occasion: Occasion,
): Promise<LookUp<readonly StripeSubscription[]>> {
  return follow(await findRequesterCustomers(finder, occasion), (customers) =>
    finder.records.subscriptions(customers, askerOf(occasion)),
  );
}

/** Source: https://docs.stripe.com/api/subscriptions/object, `status`; nothing comes after these two. */
export function isOver({ status }: Pick<StripeSubscription, 'status'>): boolean {
  return status === 'canceled' || status === 'incomplete_expired';
}
