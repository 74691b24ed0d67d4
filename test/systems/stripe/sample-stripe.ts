import type {
  StripeChargeSeed,
  StripeSeed,
  StripeSubscriptionSeed,
} from '../../../desk/fakes/stripe/seed.ts';
import { createStripeFake, type StripeFake } from '../../../desk/fakes/stripe/stripe-fake.ts';
import { createStripeSystem, type StripeSettings } from '../../../src/systems/stripe/stripe-system.ts';
import type { System } from '../../../src/systems/system.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createAdapterWorld, requesterAddress, secure, type AdapterWorld } from '../adapter-world.ts';

/** One payment of $142.10 by the sample customer, for order 1001. */
export const payment: StripeChargeSeed = {
  id: 'ch_1',
  paymentIntent: 'pi_1',
  customer: 'cus_1',
  amount: 14_210,
  currency: 'usd',
  created: '2026-11-05T23:30:00Z',
  card: { brand: 'visa', last4: '4242' },
  metadata: { order_number: '1001' },
};

/** More payments of the same customer, numbered from 2; no order stands in them. */
export const otherPayment = (number: number, given: Partial<StripeChargeSeed> = {}): StripeChargeSeed => ({
  ...payment,
  id: `ch_${number}`,
  paymentIntent: `pi_${number}`,
  amount: 5_000,
  metadata: {},
  ...given,
});

/** A dispute of the sample payment that waits for an answer. */
export const dispute = {
  id: 'dp_1',
  charge: 'ch_1',
  status: 'needs_response',
  reason: 'product_not_received',
  dueBy: '2026-11-30T23:59:59Z',
} as const;

/** What the sample customer pays every month. */
export const subscription = {
  id: 'sub_1',
  customer: 'cus_1',
  status: 'active',
  startedAt: '2026-08-10T09:00:00Z',
  items: [{ plan: 'Gas cartridges', amount: 2_400, currency: 'usd', periodEnds: '2026-12-10T09:00:00Z' }],
} as const satisfies StripeSubscriptionSeed;

export const sampleStripe: StripeSeed = {
  key: secure.stripe_key,
  customers: [
    { id: 'cus_1', email: requesterAddress, name: 'Sample Customer', balance: -500, currency: 'usd' },
  ],
  charges: [payment],
  disputes: [],
};

export type StripeWorld = AdapterWorld & { readonly stripe: System; readonly fake: StripeFake };

export function createStripeWorld(
  seed: Partial<StripeSeed> = {},
  given: { readonly keys?: Readonly<Record<string, string>> } & Pick<StripeSettings, 'orderAmount'> = {},
): StripeWorld {
  const clock = createManualClock();
  const fake = createStripeFake({ ...sampleStripe, ...seed }, () => clock.now());
  const { orderAmount, ...options } = given;
  const world = createAdapterWorld({ fakes: [fake], clock, ...options });
  const { transport, dateOf } = world;
  const stripe = createStripeSystem({
    transport,
    clock,
    dateOf,
    ...(orderAmount === undefined ? {} : { orderAmount }),
  });
  return { ...world, stripe, fake };
}

/** The action of this operation. */
export function actionOf({ stripe }: StripeWorld, operation: string): System['actions'][number] {
  const action = stripe.actions.find(({ kind }) => kind.operation === operation);
  if (action === undefined) throw new Error(`Stripe does not offer ${operation}.`);
  return action;
}
