import { follow, type LookUp } from '../look-up/look-up.ts';
import { disputeChoice } from './choices.ts';
import { findPayment, findRequesterPayments } from './find-payment.ts';
import { none, type Finder } from './finder.ts';
import { askerOf, type Occasion } from './occasion.ts';
import type { StripeDispute } from './stripe-schemas.ts';

/** By the id that the SOP declares, else the dispute of the ticket's payment, else the requester's only one. */
export async function findDispute(finder: Finder, occasion: Occasion): Promise<LookUp<StripeDispute>> {
  const key = occasion.declared?.key;
  if (key !== undefined && /^(dp|du)_/.test(key)) return finder.records.dispute(key, askerOf(occasion));
  return follow(await findDisputes(finder, occasion), (disputes, observedAt) => {
    const [dispute, ...others] = disputes;
    if (dispute === undefined) return none('not-found', observedAt);
    return others.length === 0
      ? { is: 'found', record: dispute, observedAt }
      : { ...none('several', observedAt), choice: disputeChoice(disputes, finder.dateOf) };
  });
}

/** The disputes that may be meant; the one that the rep has chosen, where somebody has. */
export async function findDisputes(
  finder: Finder,
  occasion: Occasion,
): Promise<LookUp<readonly StripeDispute[]>> {
  const payment = await findPayment(finder, occasion);
  const isUnclear = payment.is === 'none' && payment.because === 'several';
  const asker = askerOf(occasion);
  const disputes = isUnclear
    ? await follow(await findRequesterPayments(finder, occasion), (charges) =>
        finder.records.disputes(charges, asker),
      )
    : await follow(payment, (charge) => finder.records.disputes([charge], asker));
  return follow(disputes, (all, observedAt) => {
    const chosen = all.find(({ id }) => id === occasion.chosen('stripe', 'dispute'));
    return { is: 'found', record: chosen === undefined ? all : [chosen], observedAt };
  });
}
