import { follow, type LookUp } from '../look-up/look-up.ts';
import { chargeChoice, paymentIntentChoice } from './choices.ts';
import { chargeOfOrder, namesOrder, only } from './find-charge.ts';
import { findRequesterCustomers } from './find-customers.ts';
import { none, type Finder } from './finder.ts';
import { askerOf, isKeyMissing, paymentKeyOf, type Occasion } from './occasion.ts';
import type { StripeCharge, StripePaymentIntent } from './stripe-schemas.ts';

/** By the id or the order number that the SOP declares, else as the rep has chosen, else by the order number, else the requester's only payment. */
export async function findPayment(finder: Finder, occasion: Occasion): Promise<LookUp<StripeCharge>> {
  const { records, dateOf, now } = finder;
  if (isKeyMissing(occasion)) return none('key-missing', now());
  const key = paymentKeyOf(occasion);
  if (key !== undefined && /^(ch|py)_/.test(key)) return records.charge(key, askerOf(occasion));
  return follow(await findRequesterPayments(finder, occasion), (charges, observedAt) => {
    const chosen = occasion.chosen('stripe', 'charge');
    const meant = charges.find(({ id }) => id === chosen);
    if (meant !== undefined) return { is: 'found', record: meant, observedAt };
    const found = key === undefined ? only(charges) : chargeOfOrder(charges, key);
    switch (found.is) {
      case 'one':
        // Somebody has chosen one that is not there any more: they say whether this one is meant instead.
        return chosen === undefined
          ? { is: 'found', record: found.charge, observedAt }
          : { ...none('several', observedAt), choice: chargeChoice([found.charge], dateOf) };
      case 'none':
        return none('not-found', observedAt);
      case 'several':
        return { ...none('several', observedAt), choice: chargeChoice(found.charges, dateOf) };
    }
  });
}

/** Everything that the requester has paid. */
export async function findRequesterPayments(
  finder: Finder,
  occasion: Occasion,
): Promise<LookUp<readonly StripeCharge[]>> {
  return follow(await findRequesterCustomers(finder, occasion), (customers) =>
    finder.records.charges(customers, askerOf(occasion)),
  );
}

/** By the id that the SOP declares, else that of the ticket's payment, else the requester's attempt that no payment came of. */
export async function findPaymentIntent(
  finder: Finder,
  occasion: Occasion,
): Promise<LookUp<StripePaymentIntent>> {
  const key = paymentKeyOf(occasion);
  const asker = askerOf(occasion);
  if (key?.startsWith('pi_') === true) return finder.records.paymentIntent(key, asker);
  const payment = await findPayment(finder, occasion);
  if (payment.is === 'none' && payment.because === 'not-found') return findAttempt(finder, occasion);
  return follow(payment, ({ payment_intent: id }, observedAt) =>
    id == null ? none('not-found', observedAt) : finder.records.paymentIntent(id, asker),
  );
}

async function findAttempt(finder: Finder, occasion: Occasion): Promise<LookUp<StripePaymentIntent>> {
  const order = paymentKeyOf(occasion);
  return follow(await findRequesterCustomers(finder, occasion), async (customers) =>
    follow(await finder.records.paymentIntents(customers, askerOf(occasion)), (all, observedAt) => {
      const chosen = all.find(({ id }) => id === occasion.chosen('stripe', 'payment_intent'));
      const fitting =
        order === undefined ? all : all.filter(({ metadata }) => namesOrder(metadata ?? {}, order));
      const [attempt, ...others] = chosen === undefined ? fitting : [chosen];
      if (attempt === undefined) return none('not-found', observedAt);
      return others.length === 0
        ? { is: 'found', record: attempt, observedAt }
        : { ...none('several', observedAt), choice: paymentIntentChoice(fitting, finder.dateOf) };
    }),
  );
}
